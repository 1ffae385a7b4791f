import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const rule = "aws:cloudwatch/eventRule:EventRule";
const policy = "gcp:monitoring/alertPolicy:AlertPolicy";
const contact = "azure-native:security:SecurityContact";
const topic = "aws:sns/topic:Topic";
const channel = "gcp:monitoring/notificationChannel:NotificationChannel";

const arn = "arn:aws:sns:eu-central-1:222222222222:alarms";
const alarms: Sample = { type: topic, name: "alarms", props: { name: "alarms" } };
const target = (to: unknown = arn, more: Partial<Sample> = {}): Sample => ({
  type: "aws:cloudwatch/eventTarget:EventTarget",
  name: "target",
  props: { rule: "findings", arn: to },
  ...more,
});
const unnamed: Partial<Sample> = {
  props: { rule: UNKNOWN, arn: UNKNOWN },
  edges: { rule: "it", arn: `${topic}::alarms` },
};
const subscription = (protocol: unknown, of: unknown = arn, edges?: Sample["edges"]): Sample => ({
  type: "aws:sns/topicSubscription:TopicSubscription",
  name: "subscription",
  props: { topic: of, protocol, endpoint: "somewhere" },
  ...(edges && { edges }),
});
const chat = (snsTopicArns: unknown, edges?: Sample["edges"]): Sample => ({
  type: "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  name: "chat",
  props: { snsTopicArns },
  ...(edges && { edges }),
});
const pattern = (source: unknown = ["aws.guardduty"]) => ({ source, "detail-type": ["GuardDuty Finding"] });
const aws = (beside: readonly Sample[], props: object = {}): Example => ({
  type: rule,
  props: { name: "findings", eventPattern: JSON.stringify(pattern()), ...props },
  beside,
});
const matched = (filter: unknown) => [{ displayName: "audit", conditionMatchedLog: { filter } }];
const audit = matched('logName:"cloudaudit.googleapis.com%2Factivity" AND protoPayload.methodName="SetIamPolicy"');
const gcp = (props: object, beside: readonly Sample[] = [], edges?: Sample["edges"]): Example => ({
  type: policy,
  props: { combiner: "OR", displayName: "audit", conditions: audit, ...props },
  beside,
  ...(edges && { edges }),
});
const to = (type: unknown, more: object = {}): Sample => ({ type: channel, name: "ops", props: { type, ...more } });
const channels = { notificationChannels: `${channel}::ops` };
const named = { notificationChannels: ["projects/shop/notificationChannels/1"] };
const metric = [{ conditionThreshold: { filter: 'metric.type="logging.googleapis.com/user/audit-config"' } }];
const roles = (state: unknown) => ({ notificationsByRole: { state, roles: ["Owner"] } });

export const examples: Examples = {
  pass: [
    aws([target(), alarms, subscription("email")]),
    aws([target(arn, unnamed), alarms, subscription("https", UNKNOWN, { topic: `${topic}::alarms` })]),
    aws([target(), alarms, subscription("sqs"), { ...subscription("sms"), name: "other" }]),
    aws([target(), alarms, chat([arn])]),
    ...["Email", "email-json", "sms", "http", "https", "application"].map((protocol) =>
      aws([target(), alarms, subscription(protocol)]),
    ),
    aws([
      target(),
      alarms,
      { ...chat([arn]), type: "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration" },
    ]),
    aws([target(), alarms, chat(UNKNOWN, { snsTopicArns: `${topic}::alarms` })]),
    aws([target(), alarms, subscription("email")], { eventPattern: pattern(["aws.securityhub"]), state: "ENABLED" }),
    gcp(named),
    gcp({ notificationChannels: UNKNOWN }, [to("email")], channels),
    // one of them is a machine, and another exists already
    gcp({ notificationChannels: [UNKNOWN, ...named.notificationChannels] }, [to("pubsub")], channels),
    gcp({ ...named, conditions: metric, enabled: true }, [to("pagerduty", { enabled: true })], channels),
    { type: contact, props: { emails: "security@example.org" } },
    { type: contact, props: { emails: "a@example.org;b@example.org", isEnabled: true } },
    { type: "azure-native:security/v20200101preview:SecurityContact", props: roles("On") },
  ],
  fail: [
    aws([]),
    aws([alarms, subscription("email")]),
    aws([target(), alarms]),
    aws([target(), alarms, subscription("sqs")]),
    aws([target(), alarms, subscription("lambda")]),
    // the topic of something else
    aws([target(), alarms, subscription("email", "arn:aws:sns:eu-central-1:222222222222:bills")]),
    aws([target(arn, { props: { rule: "bills", arn } }), alarms, subscription("email")]),
    aws([target("arn:aws:logs:eu-central-1:222222222222:log-group:findings")]),
    aws([target(), alarms, subscription("email")], { state: "DISABLED" }),
    aws([target(), alarms, subscription("email")], { isEnabled: "false" }),
    ...["access-analyzer", "detective", "guardduty", "inspector", "inspector2", "macie", "macie2", "securityhub"].map(
      (detector) => aws([], { eventPattern: { source: ["aws.ec2", `aws.${detector}`] } }),
    ),
    aws([], { eventPattern: { "detail-type": ["GuardDuty Finding"] } }),
    ...["kinesis", "firehose", "sqs"].map((service) =>
      aws([target(`arn:aws:${service}:eu-central-1:222222222222:findings`)]),
    ),
    aws([], { eventPattern: { "detail-type": ["Security Hub Findings - Imported"] } }),
    gcp({}),
    gcp({ notificationChannels: [] }),
    gcp({ conditions: metric }),
    gcp({ conditions: [{ conditionAbsent: { filter: 'metric.type="logging.googleapis.com/user/audit"' } }] }),
    gcp({ conditions: [{ conditionMonitoringQueryLanguage: { query: "fetch logging.googleapis.com/user/audit" } }] }),
    gcp({ conditions: [{ conditionSql: { query: "SELECT protoPayload.methodName FROM log" } }] }),
    // nobody named the channel that people read
    gcp({ notificationChannels: [UNKNOWN] }, [to("pubsub"), { ...to("email"), name: "people" }], channels),
    gcp({ ...named, enabled: false }),
    gcp(named, [to("email", { enabled: false })], channels),
    gcp({ notificationChannels: [UNKNOWN] }, [to("pubsub")], channels),
    { type: contact, props: {} },
    { type: contact, props: { emails: "" } },
    { type: contact, props: { emails: "security@example.org", isEnabled: false } },
    { type: contact, props: roles("Off") },
    { type: contact, props: { notificationsByRole: { state: "On", roles: [] } } },
  ],
  undetermined: [
    aws([target(UNKNOWN)]),
    aws([target(UNKNOWN, { edges: { arn: "aws:lambda/function:Function::tell" } })]),
    aws([target(arn, { props: { rule: UNKNOWN, arn } }), alarms, subscription("email")]),
    aws([target(), alarms, subscription(UNKNOWN)]),
    // another stack's, or a function that may tell somebody
    aws([target()]),
    aws([target("arn:aws:lambda:eu-central-1:222222222222:function:tell")]),
    aws([], { eventPattern: UNKNOWN }),
    aws([], { eventPattern: "not json" }),
    aws([], { eventPattern: { source: [{ prefix: "aws." }] } }),
    aws([target(), alarms, subscription("email")], { state: UNKNOWN }),
    gcp({ notificationChannels: UNKNOWN }),
    // it may be more than what it was made from
    gcp({ notificationChannels: UNKNOWN }, [to("pubsub")], channels),
    gcp({ conditions: UNKNOWN }),
    gcp({ conditions: matched(UNKNOWN) }),
    gcp(named, [to(UNKNOWN)], channels),
    { type: contact, props: { emails: UNKNOWN } },
    { type: contact, props: { emails: "security@example.org", isEnabled: UNKNOWN } },
  ],
  notApplicable: [
    aws([], { eventPattern: { source: ["aws.ec2"], "detail-type": ["EC2 Instance State-change Notification"] } }),
    aws([], { eventPattern: undefined, scheduleExpression: "rate(1 day)" }),
    aws([], { eventPattern: { source: ["acme.aws.guardduty"] } }),
    gcp({ conditions: undefined }),
    gcp({ conditions: [{ conditionThreshold: { filter: 'metric.type="run.googleapis.com/request_latencies"' } }] }),
  ],
};
