import { type Context, type TwinType, text } from "../type.ts";
import { arn, regionOf } from "./arn.ts";

const NAME = /^[A-Za-z0-9](?!.*[._-]{2})[A-Za-z0-9._-]{1,126}[A-Za-z0-9]$/;
const nameOf = ({ inputs }: Context): string => text(inputs, "name") ?? "";

/** Trails: one of all regions has its shadow in each of them, so that its name is taken in the whole account. */
export const cloudtrail: readonly TwinType[] = [
  {
    token: "aws:cloudtrail/trail:Trail",
    defaults: {
      enableLogFileValidation: false,
      enableLogging: true,
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: false,
      isOrganizationTrail: false,
    },
    limits: (inputs) => [
      [
        "name",
        !NAME.test(text(inputs, "name") ?? "any"),
        '"name" may have 3 to 128 letters, digits, ".", "-" and "_", and begins and ends with a letter or digit',
      ],
      [
        "advancedEventSelectors",
        inputs["advancedEventSelectors"] !== undefined && inputs["eventSelectors"] !== undefined,
        '"advanced_event_selector": conflicts with event_selector',
      ],
    ],
    needs: [
      {
        property: "s3BucketName",
        to: "aws:s3/bucket:Bucket",
        words: (value) => `S3BucketDoesNotExistException: S3 bucket ${value} does not exist!`,
      },
    ],
    id: (context) => arn(context, "cloudtrail", `trail/${nameOf(context)}`),
    claims: (context) =>
      context.inputs["isMultiRegionTrail"] === true ? [`trail ${context.site.account} ${nameOf(context)}`] : [],
    taken: (context) =>
      `TrailAlreadyExistsException: Trail ${nameOf(context)} already exists for customer: ${context.site.account}`,
    computed: (context, id) => ({ arn: id, homeRegion: regionOf(context) }),
    fromId: (id) => ({ name: id.slice(id.lastIndexOf("/") + 1) }),
    forceNew: ["name", "region"],
    otherwise: "update",
    source: "AWS CloudTrail API Reference: CreateTrail, UpdateTrail, PutEventSelectors",
  },
];
