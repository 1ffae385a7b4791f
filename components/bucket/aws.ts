import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Bucket as S3Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import { BucketLogging } from "@pulumi/aws/s3/bucketLogging.js";
import { BucketObjectLockConfiguration } from "@pulumi/aws/s3/bucketObjectLockConfiguration.js";
import { BucketOwnershipControls } from "@pulumi/aws/s3/bucketOwnershipControls.js";
import { BucketPolicy } from "@pulumi/aws/s3/bucketPolicy.js";
import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning.js";
import { interpolate, jsonStringify, type Output } from "@pulumi/pulumi";
import { allow, denyPlaintext, type Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { BucketRight, BucketSpec } from "./args.ts";
import { lifecycleRules } from "./aws-lifecycle.ts";
import type { BucketChildren } from "./native.ts";

const CLOSED = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

export function awsBucket(scope: Scope<"aws", BucketChildren["aws"]>, spec: BucketSpec) {
  const { name, site, opts } = scope;
  const { lockDays, tags } = spec;
  const physical = physicalName(site, name, { max: 63, unique: true });
  const bucket = new S3Bucket(
    ...scope.child(
      "bucket",
      { bucket: physical, forceDestroy: false, objectLockEnabled: lockDays !== undefined, tags },
      { lasting: true },
    ),
  );
  const target = { bucket: bucket.bucket };
  const publicAccess = new BucketPublicAccessBlock(
    ...scope.child("publicAccess", { ...target, ...CLOSED }, { invariants: Object.keys(CLOSED) }),
  );
  const ownership = new BucketOwnershipControls(
    ...scope.child("ownership", { ...target, rule: { objectOwnership: "BucketOwnerEnforced" } }),
  );
  const encryption = new BucketServerSideEncryptionConfiguration(
    ...scope.child(
      "encryption",
      { ...target, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      { invariants: ["rules"] },
    ),
  );
  // Object Lock works on versions only
  const versioned = spec.oldVersionDays > 0 || lockDays !== undefined;
  const versioning = new BucketVersioning(
    ...scope.child("versioning", {
      ...target,
      versioningConfiguration: { status: versioned ? "Enabled" : "Disabled" },
    }),
  );
  const lifecycle = new BucketLifecycleConfiguration(
    ...scope.child("lifecycle", { ...target, rules: lifecycleRules(spec) }, { dependsOn: [versioning] }),
  );
  const policy = new BucketPolicy(
    ...scope.child(
      "policy",
      { ...target, policy: jsonStringify(bucketPolicy(bucket, spec, site.accountId)) },
      // a policy written while the block is still being set can collide with it
      { dependsOn: [publicAccess] },
    ),
  );
  const lock = lockDays !== undefined && {
    lock: new BucketObjectLockConfiguration(
      ...scope.child(
        "lock",
        { ...target, rule: { defaultRetention: { mode: "GOVERNANCE", days: lockDays } } },
        { dependsOn: [versioning] },
      ),
    ),
  };
  const logging = site.accessLogBucket !== undefined && {
    logging: new BucketLogging(
      ...scope.child("logging", { ...target, targetBucket: site.accessLogBucket, targetPrefix: `${physical}/` }),
    ),
  };
  const grant: Granter<"aws", BucketRight> = (right, identity, grantName) => [
    new RolePolicy(grantName, { role: identity.roleName, policy: jsonStringify(rights[right](bucket.arn)) }, opts),
  ];
  return {
    outputs: { id: bucket.arn, name: bucket.bucket, endpoint: interpolate`https://${bucket.bucketRegionalDomainName}` },
    nodes: {
      bucket,
      publicAccess,
      ownership,
      encryption,
      versioning,
      lifecycle,
      policy,
      ...lock,
      ...logging,
    },
    grant,
  };
}

const rights: { readonly [R in BucketRight]: (arn: Output<string>) => object } = {
  read: (arn) => allow(["s3:GetObject", "s3:ListBucket"], [arn, interpolate`${arn}/*`]),
  write: (arn) => allow(["s3:PutObject", "s3:AbortMultipartUpload"], interpolate`${arn}/*`),
};

function bucketPolicy({ arn }: S3Bucket, { native, receivesAuditLogs }: BucketSpec, accountId: string) {
  const everything = [arn, interpolate`${arn}/*`];
  const oldTls = {
    ...denyPlaintext("s3:*", everything),
    Sid: "DenyOldTls",
    Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
  };
  const logDelivery = {
    Sid: "AllowAccessLogs",
    Effect: "Allow",
    Principal: { Service: "logging.s3.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: interpolate`${arn}/*`,
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
  const balancerLogs = {
    Sid: "AllowBalancerLogs",
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: interpolate`${arn}/*`,
    // ELB names the balancer, not the account (Elastic Load Balancing documentation, "Enable access logs")
    Condition: { ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:*:${accountId}:loadbalancer/*` } },
  };
  return {
    Version: "2012-10-17",
    Statement: [
      denyPlaintext("s3:*", everything),
      oldTls,
      ...(native.aws?.receivesAccessLogs === true ? [logDelivery, balancerLogs] : []),
      ...(receivesAuditLogs ? auditLogs(arn, accountId) : []),
    ],
  };
}

// trails of this account and no other (AWS CloudTrail user guide, "Amazon S3 bucket policy for CloudTrail")
function auditLogs(arn: Output<string>, accountId: string) {
  const trail = { ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:*:${accountId}:trail/*` } };
  const cloudTrail = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" } };
  return [
    { Sid: "AllowTrailToLook", ...cloudTrail, Action: "s3:GetBucketAcl", Resource: arn, Condition: trail },
    {
      Sid: "AllowTrail",
      ...cloudTrail,
      Action: "s3:PutObject",
      Resource: interpolate`${arn}/AWSLogs/${accountId}/*`,
      Condition: { ...trail, StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}
