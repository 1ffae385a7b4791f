import { expect } from "vitest";

/** A @pulumi/pulumi of an earlier time, as an alias in our own modules. */
export type OldSdk = "pulumi-3-113" | "pulumi-3-150" | "pulumi-3-228";

/** What must come of a program in somebody else's style. */
export interface Foreign {
  /** Its folder in `programs`. */
  readonly folder: string;
  /** Run with these SDKs instead of ours. */
  readonly sdks?: readonly OldSdk[];
  readonly args?: readonly string[];
  /** Types that must be in the state after the up, with the ids of one of each. */
  readonly ids: { readonly [type: string]: RegExp };
  /** Outputs of the stack, as the state has them. */
  readonly outputs: { readonly [name: string]: unknown };
  /** What the first step must warn of. */
  readonly warns?: RegExp;
}

const text = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const SECRET: unknown = expect.objectContaining({
  "4dabf18193072939515e22adb298388d": text(/^1b47061264138c4ac30d75fd1eb44270$/),
});
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ANY = /./;
const NONE = /^$/;
const OLD = ["pulumi-3-113", "pulumi-3-150", "pulumi-3-228"] as const;

export const programs: readonly Foreign[] = [
  {
    folder: "commonjs-website",
    ids: {
      "aws:s3/bucket:Bucket": /^site-[0-9a-f]{7}$/,
      "aws:s3/bucketObject:BucketObject": /index\.html$|site\.css$/,
      "aws:s3/bucketPolicy:BucketPolicy": /^site-/,
    },
    outputs: { bucket: text(/^site-/), url: text(/^http:\/\/site-.+\.s3-website/) },
  },
  {
    folder: "typescript-network",
    ids: {
      "night:net:Network": NONE,
      "aws:ec2/vpc:Vpc": /^vpc-[0-9a-f]{17}$/,
      "aws:ec2/instance:Instance": /^i-[0-9a-f]{17}$/,
      "aws:iam/instanceProfile:InstanceProfile": /^web-/,
      "pulumi:providers:aws": UUID,
    },
    outputs: {
      account: text(/^\d{12}$/),
      region: "eu-west-1",
      addresses: [text(/^10\.8\.0\./), text(/^10\.8\.1\./)],
      copiesIn: "us-west-2",
      vpcId: text(/^vpc-/),
    },
  },
  {
    folder: "typescript-checked",
    ids: { "aws:sqs/queue:Queue": /^https:\/\/sqs\./, "random:index/randomPet:RandomPet": /^[a-z]+-[a-z]+$/ },
    outputs: { queues: [text(/-/), text(/-/)], longest: expect.any(Number) },
  },
  {
    folder: "esm-javascript",
    ids: {
      "gcp:serviceaccount/account:Account": /^projects\/night-shop\/serviceAccounts\/night-runner@/,
      "gcp:cloudfunctionsv2/function:Function": /^projects\/night-shop\/locations\/europe-west1\/functions\/hello-/,
      "gcp:container/cluster:Cluster": /^projects\/night-shop\/locations\/europe-west1\/clusters\/small-/,
    },
    outputs: { number: text(/^\d+$/), url: text(/^https:\/\//), endpoint: SECRET },
  },
  {
    folder: "esm-typescript",
    ids: {
      "night:index:Store": NONE,
      "azure-native:storage:StorageAccount": /\/storageAccounts\/store[0-9a-f]{8}$/,
      "azure-native:authorization:RoleAssignment": /\/roleAssignments\//,
    },
    outputs: { tenant: text(UUID), connection: SECRET, vaultIdentity: text(UUID), replicas: 2 },
  },
  {
    folder: "typescript-modules",
    ids: { "random:index/randomPet:RandomPet": /^(cat|dog)-/ },
    outputs: { names: [text(/^cat-/), text(/^dog-/)] },
  },
  {
    folder: "compiled-main",
    ids: {
      "kubernetes:apps/v1:Deployment": /^night-[0-9a-f]{8}\/frontend-[0-9a-f]{8}$/,
      "kubernetes:core/v1:Service": ANY,
      "kubernetes:cert-manager.io/v1:Certificate": ANY,
      "night:k8s:Workload": NONE,
    },
    outputs: { frontend: text(/^frontend-/), address: text(/^\d+\.\d+\.\d+\.\d+$/) },
  },
  {
    folder: "main-folder",
    ids: {
      "kubernetes:yaml:ConfigGroup": NONE,
      "kubernetes:apps/v1:StatefulSet": /queue$/,
      "kubernetes:batch/v1:CronJob": ANY,
    },
    outputs: { sweep: text(/^sweep-/), root: "main-folder", queue: "night" },
  },
  {
    folder: "async-entry",
    ids: { "aws:ssm/parameter:Parameter": /^(first|second|hidden|late)-/ },
    outputs: {
      list: [text(/^[a-z0-9]{8}$/), "later"],
      read: text(/^[a-z0-9]{8}$/),
      same: true,
      hidden: SECRET,
      shown: "open-sesame".length,
      late: text(/^late-/),
      found: SECRET,
      format: { at: text(/^\/[a-z0-9]{8}\/1$/) },
      zero: 0,
    },
  },
  {
    folder: "components",
    ids: {
      "night:mail:Post": NONE,
      "night:mail:Inbox": NONE,
      "aws:sqs/queue:Queue": ANY,
      "aws:sns/topicSubscription:TopicSubscription": ANY,
    },
    outputs: {
      north: "from the stack",
      south: text(/^arn:aws:sns:ap-southeast-2:\d{12}:south-/),
      url: text(/^https:\/\/sqs\.ap-southeast-2\./),
    },
  },
  {
    folder: "options",
    ids: {
      "aws:s3/bucket:Bucket": /^made-by-hand$/,
      "aws:iam/role:Role": /^deploy-role$/,
      "aws:dynamodb/table:Table": /^orders-/,
      "aws:rds/instance:Instance": /^db-/,
    },
    outputs: { adopted: "arn:aws:s3:::made-by-hand", trusted: text(/:role\/deploy-role$/), endpoint: SECRET },
  },
  {
    folder: "assets",
    ids: { "aws:s3/bucketObject:BucketObject": ANY, "aws:lambda/function:Function": /^(folder|mixed)-/ },
    outputs: { folder: text(/^arn:aws:lambda:.+:function:folder-/), mixed: text(/:function:mixed-/) },
  },
  {
    folder: "closures",
    ids: {
      "aws:lambda/function:Function": ANY,
      "aws:lambda/eventSourceMapping:EventSourceMapping": ANY,
      "aws:s3/bucketNotification:BucketNotification": ANY,
      "aws:cloudwatch/eventRule:EventRule": ANY,
    },
    outputs: { worker: text(/^arn:aws:lambda:/), table: text(/^table counts-/) },
  },
  {
    folder: "dynamic-provider",
    warns: /dynamic/,
    ids: {
      "pulumi-nodejs:dynamic:Resource": ANY,
      "random:index/randomUuid:RandomUuid": UUID,
      "tls:index/selfSignedCert:SelfSignedCert": ANY,
    },
    outputs: {
      text: text(/^[a-z]+-[a-z]+$/),
      hex: text(/^n-[0-9a-f]{8}$/),
      shuffled: [text(/^[abc]$/), text(/^[abc]$/)],
      chosen: expect.any(Number),
      certificate: text(/^-----BEGIN CERTIFICATE/),
      uuidText: text(UUID),
      secretLength: SECRET,
    },
  },
  {
    folder: "many-clouds",
    args: ["--stack-outputs", "organization/base/dev=base.json"],
    ids: {
      "aws:ec2/vpc:Vpc": /^vpc-0a1b2c3d4e5f67890$/,
      "aws:sns/topic:Topic": /^arn:aws:sns:eu-central-1:/,
      "gcp:pubsub/topic:Topic": /^projects\/night-shop\/topics\/events-/,
      "azure-native:servicebus:Queue": /\/namespaces\/events.+\/queues\/events$/,
      "kubernetes:core/v1:ConfigMap": /events-/,
      "pulumi:pulumi:StackReference": ANY,
    },
    outputs: {
      project: SECRET,
      zones: ["a", "b"],
      absent: true,
      config: text(/^events-/),
      bus: text(/^\/subscriptions\//),
    },
  },
  {
    folder: "old-javascript",
    sdks: OLD,
    warns: /old but sound/,
    ids: { "night:index:Zoo": NONE, "random:index/randomPet:RandomPet": /^[a-z]+_[a-z]+_[a-z]+$/ },
    outputs: { pet: text(/_/), password: SECRET, both: text(/_[a-z]+ 20$/) },
  },
  {
    folder: "old-typescript",
    sdks: ["pulumi-3-113", "pulumi-3-150"],
    ids: { "random:index/randomId:RandomId": ANY, "pulumi:providers:random": UUID },
    outputs: { names: [text(/^[a-z]+$/), text(/^[a-z]+-[a-z]+-[a-z]+$/)], hex: text(/^[0-9a-f]{16}$/) },
  },
  {
    folder: "old-modules",
    sdks: ["pulumi-3-113", "pulumi-3-228"],
    ids: { "random:index/randomPet:RandomPet": ANY },
    outputs: { id: text(UUID), greeting: text(/^hello [a-z]+-[a-z]+$/) },
  },
];
