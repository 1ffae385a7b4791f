import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const stack = "pulumi:pulumi:Stack";
const aws = "aws:budgets/budget:Budget";
const gcp = "gcp:billing/budget:Budget";
const azures = ["azure-native:consumption:Budget", "azure-native:costmanagement:Budget"];
const subscription = "aws:costexplorer/anomalySubscription:AnomalySubscription";
const monitor = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";

const people = ["money@example.org"];
const note = (threshold: unknown, more: object = { subscriberEmailAddresses: people }) => ({
  notifications: [
    { comparisonOperator: "GREATER_THAN", notificationType: "ACTUAL", threshold, thresholdType: "PERCENTAGE", ...more },
  ],
});
const limit = { budgetType: "COST", timeUnit: "MONTHLY", limitAmount: "100" };
const units = { amount: { specifiedAmount: { units: "100" } } };
const rules = (...parts: readonly unknown[]) => ({
  thresholdRules: parts.map((thresholdPercent) => ({ thresholdPercent })),
});
const notice = (threshold: unknown, more: object = { contactEmails: people }) => ({
  notifications: { early: { enabled: true, operator: "GreaterThan", threshold, ...more } },
});
const told = {
  frequency: "DAILY",
  subscribers: [{ type: "EMAIL", address: people[0] }],
  thresholdExpression: { dimension: {} },
};
const subscriptionOf = (more: Partial<Sample> = {}): Sample => ({
  type: subscription,
  name: "told",
  props: { ...told, monitorArnLists: [UNKNOWN] },
  ...more,
});
const config = { role: "landing-zone" };
const zone = (...beside: readonly Sample[]): Example => ({ type: stack, props: {}, config, beside });
const bucket: Sample = { type: "aws:s3/bucket:Bucket", name: "b", props: {} };
const budget = (props: object): Sample => ({ type: aws, name: "budget", props: { ...limit, ...props } });

export const examples: Examples = {
  pass: [
    zone(bucket, budget(note(80))),
    zone(),
    { type: aws, props: { ...limit, ...note(80) } },
    {
      type: aws,
      props: { ...limit, ...note("100", { subscriberSnsTopicArns: ["arn:aws:sns:eu-central-1:1:money"] }) },
    },
    { type: aws, props: { autoAdjustData: { autoAdjustType: "HISTORICAL" }, ...note(90) } },
    {
      type: aws,
      props: { ...limit, ...note(500, { thresholdType: "ABSOLUTE_VALUE", subscriberEmailAddresses: people }) },
    },
    { type: gcp, props: { ...units, ...rules(0.5, 1, 1.2) } },
    { type: gcp, props: { amount: { lastPeriodAmount: true }, ...rules("0.9") } },
    ...azures.flatMap((type): readonly Example[] => [
      { type, props: { amount: 100, ...notice(80) } },
      { type, props: { amount: "100", ...notice(100, { contactRoles: ["Owner"] }) } },
    ]),
    { type: subscription, props: told },
    { type: monitor, props: {}, beside: [subscriptionOf({ edges: { monitorArnLists: "it" } })] },
    // what runs in a cluster is paid for with its nodes
    zone({ type: "kubernetes:core/v1:Namespace", name: "shop", props: {} }),
    {
      type: aws,
      props: { plannedLimits: [{ amount: "100", startTime: "2026-01-01_00:00", unit: "USD" }], ...note(90) },
    },
    { type: gcp, props: { amount: { specifiedAmount: { units: "0", nanos: 500_000_000 } }, ...rules(1) } },
    { type: azures[0] ?? "", props: { amount: 100, ...notice(80, { contactGroups: ["/groups/money"] }) } },
  ],
  fail: [
    zone(bucket),
    zone(bucket, budget({})),
    zone(budget(note(80)), { type: "gcp:storage/bucket:Bucket", name: "g", props: {} }),
    { type: aws, props: { ...limit } },
    { type: aws, props: { ...note(80) } },
    { type: aws, props: { ...limit, limitAmount: "0", ...note(80) } },
    { type: aws, props: { ...limit, ...note(120) } },
    { type: aws, props: { ...limit, ...note(80, {}) } },
    { type: gcp, props: { ...units } },
    { type: gcp, props: { ...units, ...rules(1.5) } },
    { type: gcp, props: { amount: {}, ...rules(0.5) } },
    ...azures.flatMap((type): readonly Example[] => [
      { type, props: { amount: 100 } },
      { type, props: { ...notice(80) } },
      { type, props: { amount: 100, ...notice(80, {}) } },
      { type, props: { amount: 100, ...notice(80, { enabled: false, contactEmails: people }) } },
      { type, props: { amount: 100, ...notice(150) } },
    ]),
    { type: subscription, props: { ...told, subscribers: [] } },
    { type: subscription, props: { ...told, frequency: "WEEKLY" } },
    { type: subscription, props: { ...told, thresholdExpression: undefined } },
    { type: monitor, props: { monitorType: "DIMENSIONAL" } },
    { type: monitor, props: {}, beside: [subscriptionOf({ edges: { monitorArnLists: `${monitor}::other` } })] },
    zone({ type: "gcp:storage/bucket:Bucket", name: "g", props: {} }),
    zone({ type: "azure-native:storage:StorageAccount", name: "a", props: {} }),
    { type: aws, props: { ...limit, ...note(120, { thresholdType: undefined, subscriberEmailAddresses: people }) } },
    { type: aws, props: { ...limit, ...note(80, { subscriberEmailAddresses: [""] }) } },
    { type: subscription, props: { ...told, subscribers: undefined } },
  ],
  undetermined: [
    zone(bucket, budget({ notifications: UNKNOWN })),
    { type: aws, props: { ...limit, notifications: UNKNOWN } },
    { type: aws, props: { ...limit, limitAmount: UNKNOWN, ...note(80) } },
    { type: gcp, props: { amount: UNKNOWN, ...rules(0.5) } },
    ...azures.flatMap((type): readonly Example[] => [
      { type, props: { amount: 100, notifications: UNKNOWN } },
      { type, props: { amount: UNKNOWN, ...notice(80) } },
    ]),
    { type: subscription, props: { ...told, subscribers: UNKNOWN } },
    { type: monitor, props: {}, beside: [subscriptionOf()] },
    { ...zone(bucket), config: { role: UNKNOWN } },
    {
      type: monitor,
      props: {},
      beside: [
        subscriptionOf({ edges: { monitorArnLists: `${monitor}::other` } }),
        subscriptionOf({ name: "literal", props: { ...told, monitorArnLists: ["arn:aws:ce::1:anomalymonitor/1"] } }),
      ],
    },
  ],
  notApplicable: [
    { type: stack, props: {}, beside: [bucket] },
    { type: stack, props: {}, beside: [bucket], config: { role: "service" } },
  ],
};
