import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const destination = "aws:cloudwatch/logDestination:LogDestination";
const firehose = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const sns = "aws:sns/topicSubscription:TopicSubscription";
const sink = "gcp:logging/projectSink:ProjectSink";
const sinks = [sink, "gcp:logging/folderSink:FolderSink", "gcp:logging/organizationSink:OrganizationSink"];
const pubsub = "gcp:pubsub/subscription:Subscription";
const setting = "azure-native:monitor:DiagnosticSetting";

const stream = "aws:kinesis/stream:Stream";
const targets = [firehose, "aws:sqs/queue:Queue", "aws:lambda/function:Function"];
const workspace = "azure-native:operationalinsights:Workspace";
const bucket = "gcp:storage/bucket:Bucket";
const logs = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
const run = "gcp:cloudrunv2/service:Service";
const services = [
  "gcp:cloudrun/service:Service",
  "gcp:cloudfunctions/function:Function",
  "gcp:cloudfunctionsv2/function:Function",
];

const config = {
  allowedRegions: ["eu-central-1", "europe-west3", "westeurope"],
  telemetryEndpoints: ["datadoghq.eu", "logs.example.org", "Microsoft.Elastic"],
};
const it = (
  type: string,
  props: Example["props"],
  beside: readonly Sample[] = [],
  edges?: Sample["edges"],
): Example => ({
  type,
  props,
  beside,
  config,
  ...(edges && { edges }),
});
const at = (type: string, props: object): Sample => ({ type, name: "target", props: { ...props } });
const arn = (region: string) => `arn:aws:kinesis:${region}:222222222222:stream/logs`;
const http = (url: unknown) => ({ destination: "http_endpoint", httpEndpointConfiguration: { url } });
const splunk = (hecEndpoint: unknown) => ({ destination: "splunk", splunkConfiguration: { hecEndpoint } });
const subscribe = (protocol: unknown, endpoint: unknown) => ({ protocol, endpoint, topic: "alarms" });
const logBucket = (location: string) => `logging.googleapis.com/projects/shop/locations/${location}/buckets/all`;
const push = (pushEndpoint: unknown) => ({ topic: "logs", pushConfig: { pushEndpoint } });
const id = (kind: string, name: string) => `/subscriptions/1/resourceGroups/shop/providers/Microsoft.${kind}/${name}`;
const workspaceId = id("OperationalInsights/workspaces", "logs");
const azure = (location: unknown) => at(workspace, { workspaceName: "logs", location });
const rule = id("EventHub/namespaces", "hub/authorizationRules/send");
const hub = (location: unknown) => at("azure-native:eventhub:Namespace", { namespaceName: "hub", location });

export const examples: Examples = {
  pass: [
    it(destination, { targetArn: arn("eu-central-1") }),
    it(destination, { targetArn: UNKNOWN }, [at(stream, { region: "eu-central-1" })], {
      targetArn: `${stream}::target`,
    }),
    ...targets.map((type) =>
      it(destination, { targetArn: UNKNOWN }, [at(type, { region: "eu-central-1" })], { targetArn: `${type}::target` }),
    ),
    it(firehose, http("https://aws-kinesis-http-intake.logs.datadoghq.eu/v1/input")),
    it(firehose, splunk("https://logs.example.org:8088")),
    it(sns, subscribe("https", "https://LOGS.example.org/hook")),
    it(sns, subscribe("sqs", "arn:aws:sqs:eu-central-1:222222222222:logs")),
    ...sinks.map((type) => it(type, { destination: logBucket("europe-west3") })),
    it(sink, { destination: "storage.googleapis.com/logs" }, [at(bucket, { name: "logs", location: "EUROPE-WEST3" })]),
    it(sink, { destination: UNKNOWN }, [at(logs, { location: "europe-west3" })], { destination: `${logs}::target` }),
    // where its messages may rest is asked of the topic
    it(sink, { destination: "pubsub.googleapis.com/projects/shop/topics/logs" }, [
      at("gcp:pubsub/topic:Topic", { name: "logs" }),
    ]),
    it(pubsub, push("https://logs.example.org/push")),
    it(pubsub, push("https://logs-1.europe-west3.run.app"), [at(run, { name: "logs", location: "europe-west3" })], {
      pushConfig: `${run}::target`,
    }),
    it(pubsub, push("https://handler-1.europe-west3.run.app"), [at(run, { location: "europe-west3" })], {
      pushConfig: `${run}::target`,
    }),
    ...services.map((type) =>
      it(pubsub, push("https://europe-west3-shop.cloudfunctions.net/logs"), [at(type, { location: "europe-west3" })], {
        pushConfig: `${type}::target`,
      }),
    ),
    it(setting, { workspaceId }, [azure("West Europe")]),
    it(setting, { workspaceId: UNKNOWN }, [azure("westeurope")], { workspaceId: `${workspace}::target` }),
    it(setting, { eventHubAuthorizationRuleId: rule }, [hub("westeurope")]),
    it(setting, { marketplacePartnerId: id("Elastic/monitors", "logs") }),
  ],
  fail: [
    it(destination, { targetArn: arn("us-east-1") }),
    it(destination, { targetArn: UNKNOWN }, [at(stream, { region: "us-east-1" })], { targetArn: `${stream}::target` }),
    it(destination, { targetArn: arn("us-east-1") }, [at(stream, { name: "logs", region: "eu-central-1" })]),
    it(firehose, http("https://aws-kinesis-http-intake.logs.datadoghq.com/v1/input")),
    it(firehose, http("https://datadoghq.eu.example.com/v1/input")),
    it(firehose, http("https://notdatadoghq.eu/v1/input")),
    it(firehose, splunk("https://http-inputs.splunkcloud.com")),
    it(sns, subscribe("https", "https://events.example.com/hook")),
    it(sns, subscribe("HTTP", "http://203.0.113.7/hook")),
    it(sns, subscribe("Firehose", "arn:aws:firehose:us-east-1:222222222222:deliverystream/logs")),
    it(sns, subscribe("sqs", UNKNOWN), [at("aws:sqs/queue:Queue", { region: "us-east-1" })], {
      endpoint: "aws:sqs/queue:Queue::target",
    }),
    it(sns, subscribe("lambda", "arn:aws:lambda:us-east-1:222222222222:function:logs")),
    ...sinks.map((type) => it(type, { destination: logBucket("us-central1") })),
    it(sink, { destination: logBucket("global") }),
    it(sink, { destination: "storage.googleapis.com/logs" }, [at(bucket, { name: "logs", location: "US" })]),
    it(sink, { destination: UNKNOWN }, [at(logs, { location: "global" })], { destination: `${logs}::target` }),
    // without a location it lies in the US
    it(sink, { destination: UNKNOWN }, [at(bucket, { name: "logs" })], { destination: `${bucket}::target` }),
    it(sink, { destination: UNKNOWN }, [at("gcp:bigquery/dataset:Dataset", { datasetId: "logs", location: "US" })], {
      destination: "gcp:bigquery/dataset:Dataset::target",
    }),
    it(pubsub, push("https://api.example.com/logs")),
    // its audience may be a service of this stack, and the address another's
    it(pubsub, push("https://api.example.com/logs"), [at(run, { location: "us-central1" })], {
      pushConfig: `${run}::target`,
    }),
    it(pubsub, push("https://somebody-1.europe-west3.run.app")),
    it(pubsub, push("https://somebody-1.europe-west3.run.app"), [at(run, { name: "logs", location: "us-central1" })], {
      pushConfig: `${run}::target`,
    }),
    it(pubsub, push("https://logs-1.us-central1.run.app"), [at(run, { name: "logs", location: "us-central1" })], {
      pushConfig: `${run}::target`,
    }),
    it(pubsub, push("https://us.example.run.app.example.com"), [], {
      pushConfig: "gcp:serviceaccount/account:Account::x",
    }),
    it(pubsub, push(UNKNOWN), [at(run, { location: "us-central1" })], { pushConfig: `${run}::target` }),
    it(setting, { workspaceId }, [azure("eastus")]),
    it(setting, { eventHubAuthorizationRuleId: rule }, [hub("East US")]),
    it(setting, { workspaceId, marketplacePartnerId: id("Datadog/monitors", "logs") }, [azure("westeurope")]),
    { ...it(setting, { workspaceId }, [azure("eastus")]), config: { allowedRegions: config.allowedRegions } },
  ],
  undetermined: [
    it(destination, { targetArn: UNKNOWN }),
    it(destination, { targetArn: "arn:aws:s3:::logs" }),
    it(firehose, http(UNKNOWN)),
    it(firehose, http("not an address")),
    it(sns, subscribe("https", UNKNOWN)),
    it(sns, { topic: "alarms", endpoint: "https://logs.example.org" }),
    it(setting, { marketplacePartnerId: "logs" }),
    it(sns, subscribe(UNKNOWN, "https://logs.example.org")),
    ...sinks.map((type) => it(type, { destination: UNKNOWN })),
    it(sink, { destination: "storage.googleapis.com/elsewhere" }, [at(bucket, { name: "logs", location: "US" })]),
    it(pubsub, push(UNKNOWN)),
    it(pubsub, { topic: "logs", pushConfig: UNKNOWN }),
    it(setting, { workspaceId: UNKNOWN }),
    it(setting, { workspaceId: id("OperationalInsights/workspaces", "elsewhere") }, [azure("eastus")]),
    it(setting, { marketplacePartnerId: UNKNOWN }),
  ],
  notApplicable: [
    { type: destination, props: { targetArn: arn("us-east-1") } },
    { type: firehose, props: http("https://events.example.com") },
    it(firehose, { destination: "extended_s3" }),
    it(sns, subscribe("email", "ops@example.org")),
    it(pubsub, { topic: "logs" }),
    { type: setting, props: { workspaceId }, beside: [azure("eastus")] },
  ],
};
