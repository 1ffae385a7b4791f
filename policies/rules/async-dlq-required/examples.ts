import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";
import { azure } from "./examples-azure.ts";

const queue = "aws:sqs/queue:Queue";
const redrive = "aws:sqs/redrivePolicy:RedrivePolicy";
const news = "aws:sns/topicSubscription:TopicSubscription";
const target = "aws:cloudwatch/eventTarget:EventTarget";
const lambda = "aws:lambda/function:Function";
const invoke = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
const mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
const pull = "gcp:pubsub/subscription:Subscription";

const dead = "arn:aws:sqs:eu-central-1:222222222222:orders-dead";
const policy = JSON.stringify({ deadLetterTargetArn: dead, maxReceiveCount: 5 });
const onFailure = { onFailure: { destination: dead } };
const kinesis = "arn:aws:kinesis:eu-central-1:222222222222:stream/clicks";
const permission = (principal: unknown, more: Partial<Sample> = {}): Sample => ({
  type: "aws:lambda/permission:Permission",
  name: "call",
  props: { function: "resize", principal },
  ...more,
});
const async = (type: string, props: Example["props"], ...others: readonly Sample[]): Example => ({
  type,
  props: { name: "resize", ...props },
  beside: [permission("s3.amazonaws.com"), ...others],
});
const invokeOf = (destinationConfig?: unknown): Sample => ({
  type: invoke,
  name: "invoke",
  props: { functionName: "resize", ...(destinationConfig !== undefined && { destinationConfig }) },
});

export const examples: Examples = {
  pass: [
    { type: queue, props: { name: "orders", redrivePolicy: policy } },
    { type: queue, props: { name: "orders", redrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: "5" } } },
    {
      type: queue,
      props: { name: "orders" },
      beside: [
        {
          type: redrive,
          name: "redrive",
          props: { queueUrl: UNKNOWN, redrivePolicy: policy },
          edges: { queueUrl: "it" },
        },
      ],
    },
    {
      type: queue,
      props: { name: "orders" },
      beside: [
        {
          type: redrive,
          name: "redrive",
          props: { queueUrl: "https://sqs.eu-central-1.amazonaws.com/222222222222/orders", redrivePolicy: policy },
        },
      ],
    },
    { type: redrive, props: { queueUrl: "orders", redrivePolicy: policy } },
    { type: news, props: { protocol: "sqs", redrivePolicy: policy } },
    { type: news, props: { protocol: "lambda", redrivePolicy: { deadLetterTargetArn: dead } } },
    { type: target, props: { deadLetterConfig: { arn: dead } } },
    async(lambda, { deadLetterConfig: { targetArn: dead } }),
    async(lambda, {}, invokeOf(onFailure)),
    { type: invoke, props: { functionName: "resize", destinationConfig: onFailure } },
    {
      type: invoke,
      props: { functionName: "resize", maximumRetryAttempts: 0 },
      beside: [{ type: lambda, name: "resize", props: { name: "resize", deadLetterConfig: { targetArn: dead } } }],
    },
    {
      type: mapping,
      props: { eventSourceArn: kinesis, destinationConfig: { onFailure: { destinationArn: dead } } },
    },
    { type: pull, props: { topic: "orders", deadLetterPolicy: { deadLetterTopic: "orders-dead" } } },
    // a place for dead letters that has one itself
    {
      type: queue,
      props: { name: "orders-dead", redrivePolicy: policy },
      beside: [{ type: target, name: "t", props: { deadLetterConfig: { arn: dead } } }],
    },
    {
      type: pull,
      props: { topic: "orders-dead", deadLetterPolicy: { deadLetterTopic: "dead-dead" } },
      beside: [{ type: pull, name: "orders", props: { deadLetterPolicy: { deadLetterTopic: "orders-dead" } } }],
    },
    { type: mapping, props: { eventSourceArn: UNKNOWN, destinationConfig: { onFailure: { destinationArn: dead } } } },
    ...azure.pass,
  ],
  fail: [
    { type: queue, props: {} },
    { type: queue, props: { name: "orders", fifoQueue: true } },
    { type: queue, props: { name: "orders", redrivePolicy: "{}" } },
    { type: queue, props: { name: "orders", redrivePolicy: JSON.stringify({ deadLetterTargetArn: "" }) } },
    // the dead letters of another queue do not help this one
    {
      type: queue,
      props: { name: "orders" },
      beside: [{ type: queue, name: "bills", props: { name: "bills", redrivePolicy: policy } }],
    },
    {
      type: queue,
      props: { name: "orders" },
      beside: [{ type: redrive, name: "r", props: { queueUrl: "https://sqs/1/orders-eu", redrivePolicy: policy } }],
    },
    // what succeeds is sent there, not what fails
    {
      type: queue,
      props: { name: "results" },
      beside: [
        {
          type: invoke,
          name: "invoke",
          props: {
            functionName: "resize",
            destinationConfig: { onSuccess: { destination: "arn:aws:sqs:eu-central-1:1:results" }, ...onFailure },
          },
          edges: { destinationConfig: "it" },
        },
      ],
    },
    { type: redrive, props: { queueUrl: "orders", redrivePolicy: JSON.stringify({ maxReceiveCount: 5 }) } },
    { type: news, props: { protocol: "sqs" } },
    { type: news, props: { protocol: "https", rawMessageDelivery: true } },
    { type: target, props: { rule: "nightly" } },
    { type: target, props: { deadLetterConfig: { arn: "" } } },
    async(lambda, {}),
    async(lambda, {}, invokeOf({ onSuccess: { destination: dead } })),
    async(lambda, { deadLetterConfig: { targetArn: "" } }),
    {
      type: lambda,
      props: { name: UNKNOWN },
      beside: [
        permission("events.amazonaws.com", {
          edges: { function: "it" },
          props: { function: UNKNOWN, principal: "events.amazonaws.com" },
        }),
      ],
    },
    { type: invoke, props: { functionName: "resize", maximumRetryAttempts: 0 } },
    { type: mapping, props: { eventSourceArn: kinesis } },
    { type: mapping, props: { selfManagedEventSource: { endpoints: { KAFKA_BOOTSTRAP_SERVERS: "a:9092" } } } },
    {
      type: mapping,
      props: { eventSourceArn: UNKNOWN },
      edges: { eventSourceArn: "aws:dynamodb/table:Table::orders" },
    },
    { type: pull, props: { topic: "orders" } },
    {
      type: pull,
      props: { topic: "orders", name: "orders" },
      beside: [
        { type: pull, name: "bills", props: { topic: "bills", deadLetterPolicy: { deadLetterTopic: "bills-dead" } } },
      ],
    },
    { type: lambda, props: { name: "resize" }, beside: [invokeOf()] },
    { type: lambda, props: { name: "resize", deadLetterConfig: { targetArn: "" } } },
    {
      type: invoke,
      props: { functionName: "resize" },
      beside: [{ type: lambda, name: "other", props: { name: "other", deadLetterConfig: { targetArn: dead } } }],
    },
    { type: pull, props: { topic: "orders", deadLetterPolicy: { deadLetterTopic: "" } } },
    // what another cloud sends its failures to is not known, and is no queue of this one
    {
      type: queue,
      props: {},
      beside: [
        {
          type: "gcp:pubsub/subscription:Subscription",
          name: "orders",
          props: { topic: "orders", deadLetterPolicy: { deadLetterTopic: UNKNOWN } },
        },
      ],
    },
    ...azure.fail,
  ],
  undetermined: [
    { type: queue, props: { name: "orders", redrivePolicy: UNKNOWN } },
    { type: queue, props: { name: "orders", redrivePolicy: "not json" } },
    { type: queue, props: { name: "orders", redrivePolicy: { deadLetterTargetArn: UNKNOWN, maxReceiveCount: 5 } } },
    // somebody's dead letters go to a place that is not known yet: it may be this queue
    {
      type: queue,
      props: { name: "orders" },
      beside: [{ type: queue, name: "other", props: { name: "other", redrivePolicy: UNKNOWN } }],
    },
    { type: redrive, props: { queueUrl: "orders", redrivePolicy: UNKNOWN } },
    { type: news, props: { protocol: UNKNOWN } },
    { type: news, props: { protocol: "sqs", redrivePolicy: UNKNOWN } },
    { type: target, props: { deadLetterConfig: UNKNOWN } },
    { type: lambda, props: { name: "resize" }, beside: [permission(UNKNOWN)] },
    async(lambda, {}, invokeOf(UNKNOWN)),
    { type: invoke, props: { functionName: "resize", destinationConfig: UNKNOWN } },
    { type: mapping, props: { eventSourceArn: UNKNOWN } },
    { type: mapping, props: { eventSourceArn: kinesis, destinationConfig: UNKNOWN } },
    { type: pull, props: { topic: "orders", deadLetterPolicy: UNKNOWN } },
    ...azure.undetermined,
  ],
  notApplicable: [
    {
      type: queue,
      props: { name: "orders-dead", redriveAllowPolicy: JSON.stringify({ redrivePermission: "allowAll" }) },
    },
    {
      type: queue,
      props: { name: "orders-dead" },
      beside: [{ type: queue, name: "orders", props: { name: "orders", redrivePolicy: policy } }],
    },
    {
      type: queue,
      props: { name: UNKNOWN },
      beside: [{ type: news, name: "n", props: { redrivePolicy: UNKNOWN }, edges: { redrivePolicy: "it" } }].map(
        (sample) => ({ ...sample, props: { redrivePolicy: { deadLetterTargetArn: UNKNOWN } } }),
      ),
    },
    {
      type: queue,
      props: { name: "orders-dead" },
      beside: [{ type: target, name: "t", props: { deadLetterConfig: { arn: dead } } }],
    },
    {
      type: queue,
      props: { name: "orders-dead" },
      beside: [
        {
          type: "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
          name: "allow",
          props: { queueUrl: UNKNOWN },
          edges: { queueUrl: "it" },
        },
      ],
    },
    { type: news, props: { protocol: "email" } },
    { type: lambda, props: { name: "resize" } },
    { type: lambda, props: { name: "resize" }, beside: [permission("apigateway.amazonaws.com")] },
    {
      type: lambda,
      props: { name: "other" },
      beside: [permission("s3.amazonaws.com")],
    },
    { type: mapping, props: { eventSourceArn: "arn:aws:sqs:eu-central-1:222222222222:orders" } },
    { type: mapping, props: { eventSourceArn: UNKNOWN }, edges: { eventSourceArn: "aws:sqs/queue:Queue::orders" } },
    {
      type: pull,
      props: { topic: "projects/acme/topics/orders-dead" },
      beside: [
        {
          type: pull,
          name: "orders",
          props: { topic: "orders", deadLetterPolicy: { deadLetterTopic: "orders-dead" } },
        },
      ],
    },
    {
      type: pull,
      props: { topic: UNKNOWN },
      edges: { topic: "gcp:pubsub/topic:Topic::dead" },
      beside: [
        {
          type: pull,
          name: "orders",
          props: { topic: "orders", deadLetterPolicy: { deadLetterTopic: UNKNOWN } },
          edges: { deadLetterPolicy: "gcp:pubsub/topic:Topic::dead" },
        },
      ],
    },
    ...["email-json", "sms", "application"].map((protocol) => ({ type: news, props: { protocol } })),
    { type: lambda, props: { name: "resize" }, beside: [permission("delivery.logs.amazonaws.com")] },
  ],
};
