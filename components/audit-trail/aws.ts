import { Trail } from "@pulumi/aws/cloudtrail/trail.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import { allow, type Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { Key } from "../key/index.ts";
import { type AuditTrailRight, type AuditTrailSpec, TRAIL } from "./args.ts";
import { awsAlarm } from "./aws/alarm.ts";
import type { AuditTrailChildren } from "./native.ts";

const COMPLETE = { isMultiRegionTrail: true, includeGlobalServiceEvents: true, enableLogFileValidation: true };

export function awsAuditTrail(scope: Scope<"aws", AuditTrailChildren["aws"]>, spec: AuditTrailSpec) {
  const { site, opts } = scope;
  const { bucket, tags } = spec;
  const called = physicalName(site, TRAIL, { max: 64 });
  const trailArn = `arn:aws:cloudtrail:${site.region}:${site.accountId}:trail/${called}`;
  const { keyArn, made } = keyOf(scope, spec);
  const logs = new LogGroup(
    ...scope.child("logs", {
      name: `/aws/cloudtrail/${called}`,
      retentionInDays: site.logRetentionDays,
      logGroupClass: "STANDARD",
      kmsKeyId: keyArn,
      tags,
    }),
  );
  const role = new Role(
    ...scope.child("role", { name: called, assumeRolePolicy: JSON.stringify(trust(trailArn)), tags }),
  );
  const streams = interpolate`${logs.arn}:log-stream:${site.accountId}_CloudTrail_*`;
  const delivery = new RolePolicy(
    ...scope.child("delivery", {
      role: role.name,
      policy: jsonStringify(allow(["logs:CreateLogStream", "logs:PutLogEvents"], streams)),
    }),
  );
  const ready = bucket.nodes.aws?.policy;
  const trail = new Trail(
    ...scope.child(
      "trail",
      {
        name: called,
        s3BucketName: bucket.name,
        kmsKeyId: keyArn,
        cloudWatchLogsGroupArn: interpolate`${logs.arn}:*`,
        cloudWatchLogsRoleArn: role.arn,
        enableLogging: true,
        ...COMPLETE,
        advancedEventSelectors: selectors(spec),
        tags,
      },
      {
        // CloudTrail tries bucket and log group when it is made
        dependsOn: ready === undefined ? [delivery] : [delivery, ready],
        lasting: true,
        invariants: ["enableLogging", ...Object.keys(COMPLETE)],
      },
    ),
  );
  const heard = awsAlarm(scope, spec, { logGroupName: logs.name, keyArn });
  const grant: Granter<"aws", AuditTrailRight> = (_, identity, grantName) => [
    ...bucket.grantRead(identity).resources,
    new RolePolicy(grantName, { role: identity.roleName, policy: jsonStringify(allow(["kms:Decrypt"], keyArn)) }, opts),
  ];
  return {
    outputs: { id: trail.arn, receivers: heard.topic.arn },
    nodes: { ...made, logs, role, delivery, trail, ...heard },
    grant,
  };
}

function keyOf({ name, site, opts }: Scope<"aws", AuditTrailChildren["aws"]>, { native }: AuditTrailSpec) {
  if (native.aws?.key !== undefined) return { keyArn: native.aws.key.arn };
  const services = ["cloudtrail", "logs", "alarms"] as const;
  const key = new Key(`${name}-key`, { site, purpose: "audit-log", native: { aws: { services } } }, opts);
  return { keyArn: key.id, made: { key } };
}

const trust = (trailArn: string) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceArn": trailArn } },
    },
  ],
});

const is = (field: string, ...equals: readonly string[]) => ({ field, equals: [...equals] });

/** Everything that is done to the account, and what is done to the objects of some buckets. */
function selectors({ objectsOf }: AuditTrailSpec) {
  const management = { name: "management", fieldSelectors: [is("eventCategory", "Management")] };
  const objects = {
    name: "objects",
    fieldSelectors: [
      is("eventCategory", "Data"),
      is("resources.type", "AWS::S3::Object"),
      { field: "resources.ARN", startsWiths: objectsOf.map(({ id }) => interpolate`${id}/`) },
    ],
  };
  return objectsOf.length === 0 ? [management] : [management, objects];
}
