import { type FailingByType, held, limit, refused } from "../failing.ts";

const POLICY = { policy: "not JSON" };
const OBJECT = { type: "aws:s3/bucketObject:BucketObject", inputs: (bucket: string) => ({ bucket, key: "left" }) };

/** A failing program for every constraint of AWS types. */
export const failing: FailingByType = {
  "aws:acmpca/certificate:Certificate": [
    limit("templateArn", { templateArn: "arn:aws:acm:::template/RootCACertificate/V1" }),
    limit("templateArn", { templateArn: "arn:aws:acm-pca:eu-west-1::template/RootCACertificate/V1" }),
    limit("templateArn", { templateArn: "arn:aws:acm-pca::123456789012:template/RootCACertificate/V1" }),
    limit("templateArn", { templateArn: "arn:aws:acm-pca:::RootCACertificate/V1" }),
  ],
  "aws:acmpca/certificateAuthority:CertificateAuthority": [
    limit("permanentDeletionTimeInDays", { permanentDeletionTimeInDays: 6 }),
  ],
  "aws:cloudtrail/trail:Trail": [
    limit("name", { name: "of-this-account-" }),
    limit("advancedEventSelectors", {
      advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] }],
      eventSelectors: [{ readWriteType: "All" }],
    }),
  ],
  "aws:cloudwatch/eventRule:EventRule": [
    limit("name", { name: "with space" }),
    refused("eventPattern", { scheduleExpression: "" }),
    refused("scheduleExpression", { eventBusName: "orders" }),
    held(
      "forceDestroy",
      { forceDestroy: false },
      {
        type: "aws:cloudwatch/eventTarget:EventTarget",
        inputs: (rule) => ({ rule, arn: "arn:aws:sqs:eu-west-1:123456789012:orders" }),
      },
    ),
  ],
  "aws:cloudwatch/logGroup:LogGroup": [limit("retentionInDays", { retentionInDays: 2 })],
  "aws:dynamodb/table:Table": [held("deletionProtectionEnabled", { deletionProtectionEnabled: true })],
  "aws:ec2/instance:Instance": [
    refused("ami", { ami: "" }),
    refused("instanceType", { instanceType: "" }),
    held("disableApiTermination", { disableApiTermination: true }),
  ],
  "aws:ec2/subnet:Subnet": [
    held("subnetId", {}, { type: "aws:ec2/natGateway:NatGateway", inputs: (subnetId) => ({ subnetId }) }),
  ],
  "aws:ec2/vpc:Vpc": [
    held(
      "vpcId",
      { cidrBlock: "10.0.0.0/16" },
      { type: "aws:ec2/subnet:Subnet", inputs: (vpcId) => ({ vpcId, cidrBlock: "10.0.0.0/24" }) },
    ),
  ],
  "aws:iam/groupPolicy:GroupPolicy": [limit("policy", POLICY)],
  "aws:iam/policy:Policy": [limit("policy", POLICY)],
  "aws:iam/role:Role": [
    limit("assumeRolePolicy", { assumeRolePolicy: "not JSON" }),
    held(
      "forceDetachPolicies",
      { forceDetachPolicies: false },
      {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        inputs: (role) => ({ role, policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
      },
    ),
  ],
  "aws:iam/rolePolicy:RolePolicy": [limit("policy", POLICY)],
  "aws:iam/userPolicy:UserPolicy": [limit("policy", POLICY)],
  "aws:kms/alias:Alias": [limit("name", { name: "no-prefix" })],
  "aws:kms/key:Key": [limit("deletionWindowInDays", { deletionWindowInDays: 3 })],
  "aws:lambda/eventSourceMapping:EventSourceMapping": [
    limit("scalingConfig.maximumConcurrency", { scalingConfig: { maximumConcurrency: 1 } }),
  ],
  "aws:lambda/function:Function": [
    limit("memorySize", { memorySize: 64 }),
    limit("timeout", { timeout: 1000 }),
    limit("handler", { handler: "", runtime: "nodejs22.x" }),
    limit("runtime", { handler: "index.handler", runtime: "" }),
  ],
  ...Object.fromEntries(
    ["alb", "lb"].map((module) => [
      `aws:${module}/loadBalancer:LoadBalancer`,
      [
        refused("subnets", { subnets: ["subnet-a", "subnet-a"] }),
        limit("name", { name: "a-name-that-is-longer-than-32-letters" }),
        held("enableDeletionProtection", { enableDeletionProtection: true }),
      ],
    ]),
  ),
  "aws:rds/instance:Instance": [
    held("deletionProtection", { deletionProtection: true }),
    held("skipFinalSnapshot", { skipFinalSnapshot: false }),
  ],
  "aws:eks/cluster:Cluster": [refused("vpcConfig.subnetIds", { vpcConfig: { subnetIds: ["subnet-a", "subnet-a"] } })],
  "aws:rds/subnetGroup:SubnetGroup": [
    limit("name", { name: "Capital" }),
    refused("subnetIds", { subnetIds: ["subnet-a", "subnet-a"] }),
    held(
      "dbSubnetGroupName",
      { name: "databases" },
      {
        type: "aws:rds/instance:Instance",
        inputs: (dbSubnetGroupName) => ({ dbSubnetGroupName, instanceClass: "db.t3.micro", skipFinalSnapshot: true }),
      },
    ),
  ],
  ...Object.fromEntries(
    ["bucket:Bucket", "bucketV2:BucketV2"].map((kind) => [
      `aws:s3/${kind}`,
      [refused("bucket", { bucket: "No_Capitals" }), held("forceDestroy", { forceDestroy: false }, OBJECT)],
    ]),
  ),
  "aws:sqs/queue:Queue": [
    limit("messageRetentionSeconds", { messageRetentionSeconds: 10 }),
    limit("visibilityTimeoutSeconds", { visibilityTimeoutSeconds: 50_000 }),
    limit("delaySeconds", { delaySeconds: 1000 }),
    limit("receiveWaitTimeSeconds", { receiveWaitTimeSeconds: 30 }),
    limit("maxMessageSize", { maxMessageSize: 1 }),
    limit("name", { fifoQueue: true, name: "orders" }),
    limit("contentBasedDeduplication", { contentBasedDeduplication: true }),
    {
      ...refused("redrivePolicy", {
        redrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:dead","maxReceiveCount":3}',
      }),
      gone: { type: "aws:sqs/queue:Queue", inputs: () => ({ name: "dead" }) },
    },
  ],
};
