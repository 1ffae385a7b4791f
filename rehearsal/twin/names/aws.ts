import type { Properties } from "../../wire/value.ts";
import type { NameRule } from "./rule.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const named = (max?: number, more: Partial<NameRule> = {}): NameRule => ({
  property: "name",
  ...(max !== undefined && { max }),
  ...more,
});
const at = (property: string, max?: number, more: Partial<NameRule> = {}): NameRule => ({
  ...named(max, more),
  property,
});
const fifo = (flag: string) => ({ suffix: (inputs: Properties) => (inputs[flag] === true ? ".fifo" : "") });
const lexical = { separator: "_", random: 8, alphabet: LETTERS };
const underscore = { separator: "_" };

/** Where the AWS provider's naming differs from a dash and seven hexadecimal digits, at most 255 characters. */
export const AWS_NAMES: { readonly [token: string]: NameRule | "never" } = {
  "aws:s3/bucket:Bucket": at("bucket", 63, { lower: true, unless: "bucketPrefix" }),
  "aws:s3/bucketV2:BucketV2": at("bucket", 63, { lower: true, unless: "bucketPrefix" }),
  "aws:s3/bucketObject:BucketObject": at("key", undefined, { kind: "copy" }),
  "aws:s3/bucketObjectv2:BucketObjectv2": at("key", undefined, { kind: "copy" }),
  "aws:iam/role:Role": named(64, { unless: "namePrefix" }),
  "aws:lambda/function:Function": named(64),
  "aws:lambda/permission:Permission": at("statementId", 100, { unless: "statementIdPrefix" }),
  "aws:sqs/queue:Queue": named(80, { unless: "namePrefix", ...fifo("fifoQueue") }),
  "aws:sns/topic:Topic": named(80, { unless: "namePrefix", ...fifo("fifoTopic") }),
  "aws:rds/instance:Instance": at("identifier", 255, { separator: "", unless: "identifierPrefix" }),
  "aws:eks/nodeGroup:NodeGroup": at("nodeGroupName", 255, { unless: "nodeGroupNamePrefix" }),
  "aws:eks/fargateProfile:FargateProfile": at("fargateProfileName", 255),
  "aws:cloudwatch/eventRule:EventRule": named(64, { unless: "namePrefix" }),
  "aws:cloudwatch/eventTarget:EventTarget": at("targetId", 255),
  "aws:cloudwatch/metricAlarm:MetricAlarm": named(255),
  "aws:kms/alias:Alias": named(238, { prefix: "alias/", unless: "namePrefix" }),
  "aws:ec2/keyPair:KeyPair": at("keyName", 255, { unless: "keyNamePrefix" }),
  "aws:efs/fileSystem:FileSystem": at("creationToken", 255),
  "aws:elasticache/cluster:Cluster": at("clusterId", 50, { lower: true }),
  "aws:elasticache/replicationGroup:ReplicationGroup": at("replicationGroupId", 40, { lower: true }),
  "aws:elasticsearch/domain:Domain": at("domainName", 28, { lower: true }),
  "aws:opensearch/domain:Domain": at("domainName", 255),
  "aws:msk/cluster:Cluster": at("clusterName", 255),
  "aws:msk/serverlessCluster:ServerlessCluster": at("clusterName", 255),
  "aws:mq/broker:Broker": at("brokerName", 55),
  "aws:elasticbeanstalk/environment:Environment": named(40),
  "aws:glue/catalogDatabase:CatalogDatabase": named(undefined, { ...lexical, lower: true }),
  "aws:glue/catalogTable:CatalogTable": named(undefined, { ...lexical, lower: true }),
  "aws:lex/bot:Bot": named(undefined, lexical),
  "aws:lex/botAlias:BotAlias": named(undefined, lexical),
  "aws:lex/intent:Intent": named(undefined, lexical),
  "aws:lex/slotType:SlotType": named(undefined, lexical),
  "aws:athena/database:Database": named(255, underscore),
  "aws:appsync/function:Function": named(255, underscore),
  "aws:appsync/dataSource:DataSource": named(255, underscore),
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": named(255, underscore),
  "aws:codedeploy/deploymentConfig:DeploymentConfig": at("deploymentConfigName", 100, underscore),
  "aws:iot/topicRule:TopicRule": named(undefined, { kind: "copy" }),
  "aws:route53/record:Record": "never",
  "aws:directoryservice/directory:Directory": "never",
};
