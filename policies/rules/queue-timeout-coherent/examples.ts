import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const queue = "aws:sqs/queue:Queue";
const mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
const pull = "gcp:pubsub/subscription:Subscription";
const bus = "azure-native:servicebus:Queue";

const arn = "arn:aws:sqs:eu-central-1:222222222222:orders";
const kinesis = "arn:aws:kinesis:eu-central-1:222222222222:stream/clicks";
const lambda = (timeout?: unknown): Sample => ({
  type: "aws:lambda/function:Function",
  name: "work",
  props: { name: "work", ...(timeout !== undefined && { timeout }) },
});
const reads = (more: Partial<Sample> = {}): Sample => ({
  type: mapping,
  name: "reads",
  props: { eventSourceArn: arn, functionName: "work" },
  ...more,
});
const tied = { edges: { eventSourceArn: "it", functionName: "aws:lambda/function:Function::work" } };
const read = (visibilityTimeoutSeconds: unknown, timeout?: unknown, how: Partial<Sample> = {}): Example => ({
  type: queue,
  props: { name: "orders", ...(visibilityTimeoutSeconds !== undefined && { visibilityTimeoutSeconds }) },
  beside: [lambda(timeout), reads(how)],
});
const partial = { functionResponseTypes: ["ReportBatchItemFailures"] };
const push = { pushConfig: { pushEndpoint: "https://work.example.org" } };
const retry = { retryPolicy: { minimumBackoff: "10s" } };

export const examples: Examples = {
  pass: [
    read(360, 60),
    read("180", "30"),
    read(undefined),
    read(60, 10, { props: { eventSourceArn: UNKNOWN, functionName: UNKNOWN }, ...tied }),
    { type: mapping, props: { eventSourceArn: arn, ...partial } },
    { type: mapping, props: { eventSourceArn: arn, batchSize: 1 } },
    { type: mapping, props: { eventSourceArn: kinesis, maximumRetryAttempts: 3 } },
    { type: pull, props: { topic: "orders", ...retry } },
    { type: pull, props: { topic: "orders", ...retry, ...push, ackDeadlineSeconds: 60 } },
    { type: bus, props: {} },
    { type: bus, props: { lockDuration: "PT5M" } },
    { type: bus, props: { lockDuration: "PT1M30S" } },
    { type: mapping, props: { eventSourceArn: kinesis, maximumRetryAttempts: 0 } },
    // whichever it reads, both are as they should be
    { type: mapping, props: { eventSourceArn: UNKNOWN, maximumRetryAttempts: 3, ...partial } },
    { type: pull, props: { topic: "orders", ...retry, ...push, ackDeadlineSeconds: 11 } },
    { type: bus, props: { lockDuration: "PT30S" } },
  ],
  fail: [
    read(undefined, 30),
    read(60, 60),
    read(0),
    read(60, 11, { props: { eventSourceArn: UNKNOWN, functionName: UNKNOWN }, ...tied }),
    { type: mapping, props: { eventSourceArn: arn } },
    { type: mapping, props: { eventSourceArn: arn, batchSize: 10, functionResponseTypes: [] } },
    { type: mapping, props: { eventSourceArn: UNKNOWN }, edges: { eventSourceArn: `${queue}::orders` } },
    { type: mapping, props: { eventSourceArn: kinesis, ...partial } },
    { type: mapping, props: { eventSourceArn: kinesis, maximumRetryAttempts: -1 } },
    { type: pull, props: { topic: "orders" } },
    { type: pull, props: { topic: "orders", ...retry, ...push } },
    { type: pull, props: { topic: "orders", ...retry, ...push, ackDeadlineSeconds: 0 } },
    { type: bus, props: { lockDuration: "PT5S" } },
    { type: mapping, props: { eventSourceArn: arn, functionResponseTypes: ["ReportItemFailures"] } },
    {
      type: mapping,
      props: { eventSourceArn: UNKNOWN, ...partial },
      edges: { eventSourceArn: "aws:kinesis/stream:Stream::clicks" },
    },
    { type: pull, props: { topic: "orders", ...retry, ...push, ackDeadlineSeconds: 10 } },
  ],
  undetermined: [
    read(UNKNOWN, 60),
    read(60, UNKNOWN),
    read(60, 60, { props: { eventSourceArn: UNKNOWN, functionName: "work" } }),
    { type: mapping, props: { eventSourceArn: UNKNOWN } },
    { type: mapping, props: { eventSourceArn: arn, functionResponseTypes: UNKNOWN } },
    { type: pull, props: { topic: "orders", retryPolicy: UNKNOWN } },
    { type: bus, props: { lockDuration: UNKNOWN } },
    { type: bus, props: { lockDuration: "a minute" } },
    { type: mapping, props: { eventSourceArn: UNKNOWN, ...partial } },
    { type: mapping, props: { eventSourceArn: UNKNOWN, maximumRetryAttempts: 3 } },
    { type: bus, props: { lockDuration: "PT1M30.5S" } },
  ],
  notApplicable: [
    { type: queue, props: { name: "orders" } },
    { type: queue, props: { name: "bills" }, beside: [lambda(), reads()] },
    {
      type: pull,
      props: { topic: "orders-dead" },
      beside: [
        { type: pull, name: "o", props: { topic: "orders", deadLetterPolicy: { deadLetterTopic: "orders-dead" } } },
      ],
    },
  ],
};
