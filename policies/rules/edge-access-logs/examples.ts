import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const balancer = "aws:lb/loadBalancer:LoadBalancer";
const distribution = "aws:cloudfront/distribution:Distribution";
const stages = ["aws:apigatewayv2/stage:Stage", "aws:apigateway/stage:Stage"];
const s3 = "aws:s3/bucket:Bucket";
const gcs = "gcp:storage/bucket:Bucket";
const backend = "gcp:compute/backendService:BackendService";
const regional = "gcp:compute/regionBackendService:RegionBackendService";
const diagnosed = [
  "azure-native:keyvault:Vault",
  "azure-native:network:ApplicationGateway",
  "azure-native:apimanagement:ApiManagementService",
  "azure-native:storage/v20240101:StorageAccount",
];

const beside = (type: string, key: string, edge?: string): readonly Sample[] => [
  { type, name: "log", props: { [key]: UNKNOWN }, ...(edge !== undefined && { edges: { [key]: edge } }) },
];
const LOGGING = "aws:s3/bucketLogging:BucketLogging";
const SETTING = "azure-native:insights:DiagnosticSetting";
const SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const delivered = (from?: string, of = "it"): readonly Sample[] => [
  ...beside(SOURCE, "resourceArn", of === "" ? undefined : of),
  { type: SOURCE, name: "another", props: { name: "another" } },
  {
    type: "aws:cloudwatch/logDelivery:LogDelivery",
    name: "delivery",
    props: { deliverySourceName: UNKNOWN },
    ...(from !== undefined && { edges: { deliverySourceName: from } }),
  },
];
const AUDIT = "gcp:projects/iAMAuditConfig:IAMAuditConfig";
const reads: unknown = [{ logType: "ADMIN_READ" }, { logType: "DATA_READ" }];
const audit = (service: unknown, auditLogConfigs = reads): readonly Sample[] => [
  { type: AUDIT, name: "audit", props: { service, auditLogConfigs } },
];
const SINK = "gcp:logging/projectSink:ProjectSink";

export const examples: Examples = {
  pass: [
    { type: balancer, props: { accessLogs: { bucket: "logs", enabled: true } } },
    { type: balancer, props: { loadBalancerType: "network", accessLogs: { bucket: UNKNOWN, enabled: "true" } } },
    { type: balancer, props: { loadBalancerType: UNKNOWN, accessLogs: { bucket: "logs", enabled: true } } },
    { type: distribution, props: { loggingConfig: { bucket: "logs.s3.amazonaws.com" } } },
    // one way is enough
    {
      type: distribution,
      props: { loggingConfig: { bucket: "logs.s3.amazonaws.com" } },
      beside: delivered(),
    },
    { type: distribution, props: {}, beside: delivered(`${SOURCE}::log`) },
    ...stages.map((type) => ({
      type,
      props: { accessLogSettings: { destinationArn: "arn:aws:logs:eu-central-1:1:g" } },
    })),
    { type: s3, props: {}, beside: beside(LOGGING, "bucket", "it") },
    { type: s3, props: { bucket: "uploads" }, beside: [{ type: LOGGING, name: "log", props: { bucket: "uploads" } }] },
    { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "uploads", loggings: [{ targetBucket: "logs" }] } },
    { type: gcs, props: { logging: { logBucket: "logs" } } },
    { type: gcs, props: {}, beside: audit("allServices") },
    { type: gcs, props: {}, beside: audit("storage.googleapis.com") },
    { type: gcs, props: { logging: { logBucket: "logs" } }, beside: beside(SINK, "destination") },
    { type: backend, props: { logConfig: { enable: true } } },
    { type: regional, props: { logConfig: { enable: true } } },
    { type: backend, props: { protocol: UNKNOWN, logConfig: { enable: true } } },
    ...diagnosed.map((type) => ({ type, props: {}, beside: beside(SETTING, "resourceUri", "it") })),
  ],
  fail: [
    { type: balancer, props: {} },
    // a bucket alone switches nothing on
    { type: balancer, props: { accessLogs: { bucket: "logs" } } },
    { type: balancer, props: { accessLogs: { bucket: "logs", enabled: false } } },
    { type: distribution, props: {} },
    { type: distribution, props: {}, beside: beside(SOURCE, "resourceArn", "it") },
    { type: distribution, props: {}, beside: delivered(`${SOURCE}::another`) },
    ...stages.map((type) => ({ type, props: {} })),
    { type: s3, props: { bucket: "uploads" } },
    { type: s3, props: { bucket: "uploads" }, beside: [{ type: LOGGING, name: "log", props: { bucket: "another" } }] },
    { type: gcs, props: {} },
    { type: gcs, props: {}, beside: audit("pubsub.googleapis.com") },
    // who is only told of changes to settings sees no reader
    { type: gcs, props: {}, beside: audit("allServices", [{ logType: "ADMIN_READ" }]) },
    { type: gcs, props: {}, beside: audit("allServices", []) },
    { type: backend, props: {} },
    { type: regional, props: {} },
    { type: backend, props: { protocol: "HTTPS", logConfig: { enable: "false" } } },
    ...diagnosed.map((type) => ({ type, props: {} })),
  ],
  undetermined: [
    { type: balancer, props: { accessLogs: UNKNOWN } },
    { type: balancer, props: { loadBalancerType: UNKNOWN } },
    { type: distribution, props: { loggingConfig: UNKNOWN } },
    { type: distribution, props: {}, beside: delivered() },
    { type: distribution, props: {}, beside: delivered(`${SOURCE}::log`, "") },
    ...stages.map((type) => ({ type, props: { accessLogSettings: UNKNOWN } })),
    { type: s3, props: {}, beside: beside(LOGGING, "bucket") },
    { type: gcs, props: { logging: UNKNOWN } },
    { type: s3, props: { logging: UNKNOWN } },
    { type: gcs, props: {}, beside: audit(UNKNOWN) },
    { type: gcs, props: {}, beside: audit("allServices", UNKNOWN) },
    { type: gcs, props: {}, beside: beside(SINK, "destination") },
    { type: backend, props: { protocol: UNKNOWN } },
    { type: backend, props: { logConfig: UNKNOWN } },
    { type: regional, props: { logConfig: UNKNOWN } },
    ...diagnosed.map((type) => ({ type, props: {}, beside: beside(SETTING, "resourceUri") })),
  ],
  notApplicable: [
    { type: balancer, props: { loadBalancerType: "gateway" } },
    // the bucket of the logs must not log
    { type: s3, props: {}, beside: beside(LOGGING, "targetBucket", "it") },
    { type: s3, props: {}, beside: beside("aws:cloudtrail/trail:Trail", "s3BucketName", "it") },
    { type: s3, props: { bucket: "logs" }, beside: [{ type: LOGGING, name: "log", props: { targetBucket: "logs" } }] },
    { type: gcs, props: {}, beside: beside(SINK, "destination", "it") },
    ...["TCP", "SSL", "UDP", "UNSPECIFIED"].map((protocol) => ({ type: backend, props: { protocol } })),
    { type: regional, props: { protocol: "TCP" } },
  ],
};
