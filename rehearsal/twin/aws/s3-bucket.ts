import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { partitionOf, regionOf } from "./arn.ts";

/** The zone of S3's own website and bucket names, by region; the clouds publish this list. */
const ZONES: { readonly [region: string]: string } = {
  "eu-central-1": "Z21DNDUVLTQW6Q",
  "eu-west-1": "Z1BKCTXD74EZPE",
  "eu-west-2": "Z3GKZC51ZF0DB4",
  "eu-west-3": "Z3R1K369G5AVDG",
  "us-east-1": "Z3AQBSTGFYJSTF",
  "us-east-2": "Z2O1EMRO9K5GLX",
  "us-west-2": "Z3BJ6K6RIION7M",
};
const ENCRYPTED: Properties = {
  rule: { applyServerSideEncryptionByDefault: { kmsMasterKeyId: "", sseAlgorithm: "AES256" }, bucketKeyEnabled: false },
};
const NAME = /^(?!xn--|sthree-|amzn-s3-demo-)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?!.*\.\.)[a-z0-9.-]{1,61}[a-z0-9]$/;

const nameOf = ({ inputs }: Context): string => text(inputs, "bucket") ?? "";

/** Objects that the ledger knows to be in a bucket. */
const holdsObjects = ({ world, inputs }: Context, id: string): boolean =>
  inputs["forceDestroy"] !== true &&
  ["BucketObject", "BucketObjectv2"].some((kind) =>
    world
      .list("aws", `aws:s3/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`)
      .some(({ outputs }) => outputs["bucket"] === id),
  );

const bucket = (token: string): TwinType => ({
  token,
  defaults: { forceDestroy: false },
  id: (context) =>
    text(context.inputs, "bucket") ??
    `${text(context.inputs, "bucketPrefix") ?? ""}${context.dice.digits("bucket", 26)}`,
  claims: (context) => (nameOf(context) === "" ? [] : [`s3 ${nameOf(context)}`]),
  taken: ({ world, site }, id) => {
    const holder = world.holder(`s3 ${id}`);
    return holder?.account.startsWith(site.account)
      ? `BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded and you already own it.`
      : `BucketAlreadyExists: The requested bucket name is not available. The bucket namespace is shared by all users of the system.`;
  },
  refuses: ({ inputs }) => {
    const name = text(inputs, "bucket");
    return [
      ["bucket", name !== undefined && !NAME.test(name), "InvalidBucketName: The specified bucket is not valid."],
    ];
  },
  holds: (context, id) =>
    holdsObjects(context, id) ? "BucketNotEmpty: The bucket you tried to delete is not empty" : undefined,
  computed: (context, id) => {
    const region = regionOf(context);
    const { inputs } = context;
    return {
      arn: `arn:${partitionOf(context)}:s3:::${id}`,
      bucket: id,
      bucketDomainName: `${id}.s3.amazonaws.com`,
      bucketRegion: region,
      bucketRegionalDomainName: `${id}.s3.${region}.amazonaws.com`,
      hostedZoneId: ZONES[region] ?? "Z3AQBSTGFYJSTF",
      requestPayer: text(inputs, "requestPayer") ?? "BucketOwner",
      ...(!isObject(inputs["serverSideEncryptionConfiguration"]) && { serverSideEncryptionConfiguration: ENCRYPTED }),
      ...(!isObject(inputs["versioning"]) && { versioning: { enabled: false, mfaDelete: false } }),
      ...(!isObject(inputs["website"]) && { websiteDomain: "", websiteEndpoint: "" }),
    };
  },
  forceNew: ["bucket", "bucketPrefix", "region", "objectLockEnabled", "bucketNamespace"],
  otherwise: "update",
  source: "Amazon S3 User Guide: bucket naming rules, default encryption, Regions",
});

/** Settings that S3 keeps apart from the bucket: identified by it, one of a kind. */
const setting = (kind: string, more: Partial<TwinType> = {}): TwinType => ({
  token: `aws:s3/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`,
  id: ({ inputs }) => [text(inputs, "bucket"), text(inputs, "expectedBucketOwner")].filter(Boolean).join(","),
  shared: true,
  needs: [
    {
      property: "bucket",
      to: "aws:s3/bucket:Bucket",
      words: () => "NoSuchBucket: The specified bucket does not exist",
    },
  ],
  forceNew: ["bucket", "region"],
  otherwise: "update",
  fromId: (id) => ({ bucket: id.split(",")[0] as string }),
  source: "Amazon S3 API Reference: Put and Get of the bucket's sub-resources",
  ...more,
});

const accessBlock = {
  blockPublicAcls: false,
  blockPublicPolicy: false,
  ignorePublicAcls: false,
  restrictPublicBuckets: false,
};

/** The bucket and its sub-resources. */
export const s3Bucket: readonly TwinType[] = [
  bucket("aws:s3/bucket:Bucket"),
  bucket("aws:s3/bucketV2:BucketV2"),
  setting("BucketPolicy"),
  setting("BucketPublicAccessBlock", { defaults: accessBlock }),
  ...["BucketVersioning", "BucketVersioningV2"].map((kind) => setting(kind)),
  ...["BucketServerSideEncryptionConfiguration", "BucketServerSideEncryptionConfigurationV2"].map((kind) =>
    setting(kind),
  ),
  ...["BucketLifecycleConfiguration", "BucketLifecycleConfigurationV2"].map((kind) =>
    setting(kind, { computed: () => ({ transitionDefaultMinimumObjectSize: "all_storage_classes_128K" }) }),
  ),
  ...["BucketCorsConfiguration", "BucketCorsConfigurationV2", "BucketLogging", "BucketLoggingV2"].map((kind) =>
    setting(kind),
  ),
  ...["BucketObjectLockConfiguration", "BucketObjectLockConfigurationV2", "BucketAcl", "BucketAclV2"].map((kind) =>
    setting(kind),
  ),
  ...["BucketOwnershipControls", "BucketNotification", "BucketReplicationConfig"].map((kind) => setting(kind)),
  ...["BucketWebsiteConfiguration", "BucketWebsiteConfigurationV2"].map((kind) =>
    setting(kind, {
      computed: (context, id) => ({
        websiteDomain: `s3-website-${regionOf(context)}.amazonaws.com`,
        websiteEndpoint: `${id}.s3-website-${regionOf(context)}.amazonaws.com`,
      }),
    }),
  ),
];
