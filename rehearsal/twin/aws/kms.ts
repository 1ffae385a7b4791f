import { type Context, shown, type TwinType, text } from "../type.ts";
import { arn, partitionOf } from "./arn.ts";

const rootPolicy = (context: Context): string =>
  JSON.stringify({
    Id: "key-default-1",
    Statement: [
      {
        Action: "kms:*",
        Effect: "Allow",
        Principal: { AWS: `arn:${partitionOf(context)}:iam::${context.site.account}:root` },
        Resource: "*",
        Sid: "Enable IAM User Permissions",
      },
    ],
    Version: "2012-10-17",
  });

const key: TwinType = {
  token: "aws:kms/key:Key",
  defaults: {
    bypassPolicyLockoutSafetyCheck: false,
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  limits: ({ deletionWindowInDays: days }) => [
    [
      "deletionWindowInDays",
      typeof days === "number" && (days < 7 || days > 30),
      `expected deletion_window_in_days to be in the range (7 - 30), got ${shown(days)}`,
    ],
  ],
  id: ({ dice }) => dice.uuid("key"),
  computed: (context, id) => ({
    arn: arn(context, "kms", `key/${id}`),
    keyId: id,
    description: text(context.inputs, "description") ?? "",
    policy: text(context.inputs, "policy") ?? rootPolicy(context),
    multiRegion: context.inputs["multiRegion"] ?? false,
    rotationPeriodInDays:
      context.inputs["rotationPeriodInDays"] ?? (context.inputs["enableKeyRotation"] === true ? 365 : 0),
  }),
  tombstone: "a KMS key is deleted only after its waiting period of 7 to 30 days",
  forceNew: ["customerMasterKeySpec", "keyUsage", "customKeyStoreId", "multiRegion", "xksKeyId", "region"],
  otherwise: "update",
  source: "AWS KMS API Reference: CreateKey, ScheduleKeyDeletion",
};
const alias: TwinType = {
  token: "aws:kms/alias:Alias",
  id: ({ inputs, dice }) =>
    text(inputs, "name") ?? `${text(inputs, "namePrefix") ?? "alias/"}${dice.digits("alias", 26)}`,
  taken: (context, id) => `AlreadyExistsException: An alias with the name ${arn(context, "kms", id)} already exists`,
  limits: (inputs) => [
    [
      "name",
      text(inputs, "name")?.startsWith("alias/") === false,
      `"name" must begin with 'alias/' and be comprised of only [a-zA-Z0-9/_-]`,
    ],
  ],
  computed: (context, id) => {
    const target = text(context.inputs, "targetKeyId") ?? "";
    return {
      arn: arn(context, "kms", id),
      name: id,
      targetKeyArn: target.startsWith("arn:") ? target : arn(context, "kms", `key/${target}`),
    };
  },
  needs: [
    {
      property: "targetKeyId",
      to: "aws:kms/key:Key",
      words: (value) => `NotFoundException: Key '${value}' does not exist`,
    },
  ],
  forceNew: ["name", "namePrefix", "region"],
  otherwise: "update",
  source: "AWS KMS API Reference: CreateAlias, UpdateAlias",
};

/** Keys and their names. */
export const kms: readonly TwinType[] = [key, alias];
