import type { AwsSite } from "../core/site.ts";
import type { AwsKeyUser } from "./native.ts";

// all that changes a key and nothing that uses it: written out, because `kms:*` would hold both
const ADMINISTER = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];
const USE = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/** Who may do what with a KMS key; `*` as the resource of its policy means the key itself. */
export function keyPolicy(site: AwsSite, services: readonly AwsKeyUser[]) {
  const account = { AWS: `arn:aws:iam::${site.accountId}:root` };
  return {
    Version: "2012-10-17",
    Statement: [
      statement("Administer", account, ADMINISTER),
      // the account stands for its IAM policies: they say which of its identities, and a grant writes them
      statement("UseAsIamSays", account, USE),
      statement("GrantToServicesAsIamSays", account, ["kms:CreateGrant"], FOR_AWS),
      ...services.flatMap((service) => SERVICES[service](site)),
    ],
  };
}

const FOR_AWS = { Bool: { "kms:GrantIsForAWSResource": "true" } };
const SERVICES: { readonly [S in AwsKeyUser]: (site: AwsSite) => readonly object[] } = {
  logs: ({ accountId, region }) => [
    statement("Logs", { Service: `logs.${region}.amazonaws.com` }, USE, {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:*` },
    }),
  ],
  // what it publishes to an encrypted topic (its user guide, alert receiver)
  aps: ({ accountId, region }) => [
    statement("Alerts", { Service: "aps.amazonaws.com" }, ["kms:Decrypt", "kms:GenerateDataKey"], {
      ArnLike: { "aws:SourceArn": `arn:aws:aps:${region}:${accountId}:workspace/*` },
    }),
  ],
  autoscaling: ({ accountId }) => {
    const role = `arn:aws:iam::${accountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
    return [
      statement("AutoScaling", { AWS: role }, USE),
      statement("AutoScalingDisks", { AWS: role }, ["kms:CreateGrant"], FOR_AWS),
    ];
  },
  cloudtrail: ({ accountId }) => {
    const trails = `arn:aws:cloudtrail:*:${accountId}:trail/*`;
    const service = { Service: "cloudtrail.amazonaws.com" };
    const source = { "aws:SourceArn": trails };
    return [
      statement("Trail", service, ["kms:GenerateDataKey"], {
        ArnLike: { ...source, "kms:EncryptionContext:aws:cloudtrail:arn": trails },
      }),
      statement("TrailLooks", service, ["kms:DescribeKey"], { ArnLike: source }),
    ];
  },
  alarms: ({ accountId, region }) => [
    // a topic that is encrypted with AWS's own key takes nothing from CloudWatch; SNS names the topic, not the alarm
    statement("Alarms", { Service: "cloudwatch.amazonaws.com" }, ["kms:Decrypt", "kms:GenerateDataKey"], {
      ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:${region}:${accountId}:*` },
    }),
  ],
};

function statement(sid: string, principal: object, actions: readonly string[], condition?: object) {
  const statement = { Sid: sid, Effect: "Allow", Principal: principal, Action: actions, Resource: "*" };
  return condition === undefined ? statement : { ...statement, Condition: condition };
}
