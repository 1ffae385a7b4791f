import type { StageArgs as RestStageArgs } from "@pulumi/aws/apigateway/stage.js";
import type { StageArgs } from "@pulumi/aws/apigatewayv2/stage.js";
import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution.js";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { BackendServiceArgs } from "@pulumi/gcp/compute/backendService.js";
import { mustHave } from "../../core/attached.ts";
import { listed, mustBe } from "../../core/expected.ts";
import type { Join } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphCheck, type Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, onlyIf, type Truth } from "../../core/truth.ts";
import { decide, fail, notApplicable, PASS, type Severity, undetermined } from "../../core/verdict.ts";
import { isLogSink } from "../../models/log-sink.ts";
import { ofStore } from "../../models/versioning.ts";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const S3 = "aws:s3/bucket:Bucket";
const STAGES = ["aws:apigatewayv2/stage:Stage", "aws:apigateway/stage:Stage"];
const BACKENDS = ["gcp:compute/backendService:BackendService", "gcp:compute/regionBackendService:RegionBackendService"];
const PASSED_ON = new Set(["TCP", "SSL", "UDP", "UNSPECIFIED"]);
const GCS = "gcp:storage/bucket:Bucket";
/** What tells who came, by a diagnostic setting; who reads a store's data is asked less often. */
const DIAGNOSED: Readonly<Record<string, Severity>> = {
  "azure-native:keyvault:Vault": "medium",
  "azure-native:network:ApplicationGateway": "medium",
  "azure-native:apimanagement:ApiManagementService": "medium",
  "azure-native:storage:StorageAccount": "low",
};

const balancer: GraphCheck = (balancer: Resource<LoadBalancerArgs>) => {
  const gateway = holds(balancer.text("loadBalancerType"), (type) => type === "gateway");
  return onlyIf(not(gateway), "passes packets on and has no access log", () =>
    mustBe(balancer.flag("accessLogs.enabled"), true, false),
  );
};

const SOURCES: Join = { type: "aws:cloudwatch/logDeliverySource:LogDeliverySource", key: "resourceArn", name: "arn" };
const DELIVERIES: Join = { type: "aws:cloudwatch/logDelivery:LogDelivery", key: "deliverySourceName", name: "name" };

const distribution: GraphCheck = (distribution: Resource<DistributionArgs>, { graph }) => {
  const inline = isSet(distribution.read("loggingConfig.bucket"));
  // the current way: a delivery of CloudWatch Logs, from a source that somebody takes from
  const delivered = ofStore(distribution as Resource, graph, SOURCES, (source) =>
    ofStore(source, graph, DELIVERIES, () => true),
  );
  return faultIf(not(anyOf([inline, delivered])), "loggingConfig", "is not set; default is no access log");
};

const bucket: GraphCheck = (bucket, { graph }) => {
  const sink = isLogSink(bucket, graph);
  if (sink === true) return notApplicable("takes logs itself");
  const inline = anyOf((["logging", "loggings"] as const).map((key) => isSet(bucket.read(key))));
  if (inline !== false) return inline === true ? PASS : undetermined(inline);
  const join = { type: "aws:s3/bucketLogging:BucketLogging", key: "bucket", name: "bucket" };
  const missing = sink === false ? fail("", "has no BucketLogging", "low") : undetermined(sink);
  return mustHave(graph, bucket, join, () => missing);
};

const AUDITED = new Set(["allServices", "storage.googleapis.com"]);
const recordsReads = (config: Resource): Truth =>
  anyOf(listed(config, "auditLogConfigs", "logType").map((read) => holds(read, (type) => type === "DATA_READ")));

/** Reads and writes are in the audit log of the project, where that is switched on. */
const gcsBucket: GraphCheck = (bucket, { graph }) => {
  const sink = isLogSink(bucket, graph);
  if (sink === true) return notApplicable("takes logs itself");
  const audited = graph
    .ofType("gcp:projects/iAMAuditConfig:IAMAuditConfig")
    .map((config) => allOf([holds(config.text("service"), (name) => AUDITED.has(name)), recordsReads(config)]));
  const logged = anyOf([isSet(bucket.read("logging.logBucket")), ...audited]);
  if (typeof logged !== "boolean") return undetermined(logged);
  if (logged || sink === false) return logged ? PASS : fail("logging", "is not set; default is no access log", "low");
  return undetermined(sink);
};

const backend: GraphCheck = (service: Resource<BackendServiceArgs>) => {
  const passes = holds(service.text("protocol"), (protocol) => PASSED_ON.has(protocol));
  return onlyIf(not(passes), "passes connections on and sees no requests", () =>
    mustBe(service.flag("logConfig.enable"), true, false),
  );
};

const diagnosed: GraphCheck = (resource, { graph }) => {
  const join = { type: "azure-native:monitor:DiagnosticSetting", key: "resourceUri", name: "id" };
  return mustHave(graph, resource, join, () => fail("", "has no DiagnosticSetting", DIAGNOSED[resource.type]));
};

export const edgeAccessLogs: Rule = {
  id: "edge-access-logs",
  packs: ["zero-trust"],
  title: "Entries and stores log who came",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Without an access log nobody can say who came in, what they asked for, or what they took.",
  equivalents: [
    "CKV_AWS_91",
    "CKV_AWS_76",
    "CKV_AWS_86",
    "CKV_AWS_18",
    "CKV_GCP_62",
    "AWS-0001",
    "AWS-0010",
    "AWS-0089",
  ],
  fixText: ({ type }) => {
    if (type === BALANCER) return "Set `accessLogs` with a `bucket` and `enabled: true`.";
    if (type === DISTRIBUTION) return "Set `loggingConfig.bucket`, or add a LogDeliverySource with its ARN.";
    if (STAGES.includes(type)) return "Set `accessLogSettings` with a log group as `destinationArn` and a `format`.";
    if (type === S3) return "Add a BucketLogging with a `targetBucket`.";
    if (type === GCS) return "Add an IAMAuditConfig for storage.googleapis.com, or set `logging.logBucket`.";
    if (BACKENDS.includes(type)) return "Set `logConfig.enable: true`.";
    return "Add a DiagnosticSetting whose `resourceUri` is this resource (for a store, its service below).";
  },
  inPlace: [BALANCER, DISTRIBUTION, ...STAGES, ...BACKENDS],
  checks: {
    [BALANCER]: balancer,
    [DISTRIBUTION]: distribution,
    ...each(STAGES, ((stage: Resource<StageArgs & RestStageArgs>) =>
      decide(stage.read("accessLogSettings.destinationArn"), {
        known: () => undefined,
        absent: fail("accessLogSettings", "is not set; default is no access log"),
      })) as GraphCheck),
    [S3]: bucket,
    [GCS]: gcsBucket,
    ...each(BACKENDS, backend),
    ...each(Object.keys(DIAGNOSED), diagnosed),
  },
};
