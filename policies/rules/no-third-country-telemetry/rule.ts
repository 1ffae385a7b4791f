import type { LogDestinationArgs } from "@pulumi/aws/cloudwatch/logDestination.js";
import type { FirehoseDeliveryStreamArgs } from "@pulumi/aws/kinesis/firehoseDeliveryStream.js";
import type { TopicSubscriptionArgs } from "@pulumi/aws/sns/topicSubscription.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { ProjectSinkArgs } from "@pulumi/gcp/logging/projectSink.js";
import type { SubscriptionArgs } from "@pulumi/gcp/pubsub/subscription.js";
import { convert } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { ALLOWED_REGIONS } from "../../core/settings.ts";
import { every, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { GCP_SINKS } from "../../models/log-sink.ts";
import type { Pointer } from "../../models/reference.ts";
import { arnRegion, inRegion, registered, resident, TELEMETRY_ENDPOINTS } from "./places.ts";

const LOG_DESTINATION = "aws:cloudwatch/logDestination:LogDestination";
const FIREHOSE = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const SNS = "aws:sns/topicSubscription:TopicSubscription";
const PUBSUB = "gcp:pubsub/subscription:Subscription";
const SETTING = "azure-native:monitor:DiagnosticSetting";

const AWS_TARGETS = ["aws:kinesis/stream:Stream", FIREHOSE, "aws:sqs/queue:Queue", "aws:lambda/function:Function"];
const GCP_STORES = ["gcp:storage/bucket:Bucket", "gcp:bigquery/dataset:Dataset", "gcp:pubsub/topic:Topic"];
const GCP_SERVICES = [
  "gcp:cloudfunctionsv2/function:Function",
  "gcp:cloudfunctions/function:Function",
  "gcp:cloudrunv2/service:Service",
  "gcp:cloudrun/service:Service",
];
const GOOGLE = /^https:\/\/[\w.-]+\.(run\.app|cloudfunctions\.net)(?:[/?]|$)/i;
const AZURE_TARGETS = {
  workspaceId: ["azure-native:operationalinsights:Workspace"],
  eventHubAuthorizationRuleId: ["azure-native:eventhub:Namespace"],
  storageAccountId: ["azure-native:storage:StorageAccount"],
} as const;
const ELSEWHERE = "is not in this stack, and does not say where it lies";

const destination = (it: Resource<LogDestinationArgs>, run: GraphRun): Verdict =>
  atArn({ from: it as Resource, key: "targetArn", value: it.text("targetArn") }, run);

/** An ARN says where it lies; while it is unknown, what it was computed from does. */
function atArn(pointer: Pointer, run: GraphRun): Verdict {
  return pointer.value.state === "known"
    ? arnRegion(pointer.value, run.config)
    : resident(pointer, AWS_TARGETS, run, () => PASS);
}

function firehose(stream: Resource<FirehoseDeliveryStreamArgs>, { config }: GraphRun): readonly Verdict[] {
  const urls = (["httpEndpointConfiguration.url", "splunkConfiguration.hecEndpoint"] as const).map((path) =>
    stream.text(path),
  );
  const set = urls.filter(({ state }) => state !== "absent");
  return set.length === 0 ? [notApplicable("delivers within AWS")] : every(set.map((url) => registered(url, config)));
}

function sns(subscription: Resource<TopicSubscriptionArgs>, run: GraphRun): Verdict {
  const protocol = subscription.text("protocol");
  if (protocol.state !== "known") {
    return protocol.state === "unknown" ? undetermined(protocol) : notCovered(protocol.path, "is not set");
  }
  const value = subscription.text("endpoint");
  const word = protocol.value.toLowerCase();
  if (["http", "https"].includes(word)) return registered(value, run.config);
  if (!["sqs", "lambda", "firehose"].includes(word)) return notApplicable("reaches people, not a service");
  return atArn({ from: subscription as Resource, key: "endpoint", value }, run);
}

/** A bucket of logs says where it lies in its path; other stores have a name alone. */
function sink(sink: Resource<ProjectSinkArgs>, run: GraphRun): Verdict {
  const value = sink.text("destination");
  const location = convert(value, "a destination", (text) => /\/locations\/([^/]+)\/buckets\//.exec(text)?.[1]);
  if (location.state === "known") return inRegion(location, run.config);
  const buckets = (sink.edges["destination"] ?? []).flatMap((urn) => run.graph.get(urn) ?? []);
  const logs = buckets.find(({ type }) => type === "gcp:logging/projectBucketConfig:ProjectBucketConfig");
  if (logs !== undefined) return inRegion(logs.text("location"), run.config);
  return resident({ from: sink as Resource, key: "destination", value }, GCP_STORES, run, () =>
    notCovered(value.path, ELSEWHERE),
  );
}

function push(subscription: Resource<SubscriptionArgs>, run: GraphRun): Verdict {
  const value = subscription.text("pushConfig.pushEndpoint");
  if (value.state === "absent") return notApplicable("is pulled");
  const pointer = { from: subscription as Resource, key: "pushConfig", value };
  // who calls may be computed from this stack, and whom not
  if (value.state === "known" && !GOOGLE.test(value.value)) return registered(value, run.config);
  return resident(pointer, GCP_SERVICES, run, () => registered(value, run.config));
}

function diagnostics(setting: Resource<DiagnosticSettingArgs>, run: GraphRun): readonly Verdict[] {
  const service = convert(
    setting.text("marketplacePartnerId"),
    "the id of a partner's service",
    (id) => /\/providers\/([\w.]+)\//i.exec(id)?.[1],
  );
  const places = Object.entries(AZURE_TARGETS).flatMap(([key, types]) => {
    const value = setting.text(key as keyof typeof AZURE_TARGETS);
    if (value.state === "absent") return [];
    const from = setting as Resource;
    return [resident({ from, key, value }, types, run, () => notCovered(value.path, ELSEWHERE))];
  });
  return every([registered(service, run.config), ...places]);
}

export const noThirdCountryTelemetry: Rule = {
  id: "no-third-country-telemetry",
  packs: ["gdpr"],
  title: "Logs and metrics go to registered endpoints in allowed regions",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "Logs hold addresses, names and identifiers: sent abroad they are a transfer, whatever the data itself does.",
  fixText: ({ path }) =>
    /url$|hecEndpoint$|endpoint$|pushEndpoint$|PartnerId$/i.test(path)
      ? `Set \`${path}\` to an endpoint of the register, or add its host to \`telemetryEndpoints\` once it is in the register.`
      : `Set \`${path}\` to something in an allowed region.`,
  settings: [ALLOWED_REGIONS, TELEMETRY_ENDPOINTS],
  checks: {
    [LOG_DESTINATION]: destination,
    [FIREHOSE]: firehose,
    [SNS]: sns,
    ...each(GCP_SINKS, sink),
    [PUBSUB]: push,
    [SETTING]: diagnostics,
  },
};
