import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { SubscriptionArgs } from "@pulumi/gcp/pubsub/subscription.js";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { allOf, faultIf, holds, not } from "../../core/truth.ts";
import { notApplicable, PASS, type Verdict } from "../../core/verdict.ts";
import { readsDeadLetters } from "../../models/dead-letter.ts";
import { eventTarget, invokeConfig, lambda, queue, redrivePolicy, sourceMapping, subscription } from "./aws.ts";
import { busEntity, eventSubscription } from "./azure.ts";

const SUBSCRIPTION = "gcp:pubsub/subscription:Subscription";
const TOPIC_PATH = "deadLetterPolicy.deadLetterTopic";
const FIX: Readonly<Record<string, string>> = {
  "aws:sqs/queue:Queue": "Set `redrivePolicy` to JSON with `deadLetterTargetArn` and `maxReceiveCount`.",
  "aws:sqs/redrivePolicy:RedrivePolicy": "Name a queue in `deadLetterTargetArn` of `redrivePolicy`.",
  "aws:sns/topicSubscription:TopicSubscription": "Set `redrivePolicy` to JSON with `deadLetterTargetArn`.",
  "aws:lambda/function:Function":
    "Set `deadLetterConfig.targetArn`, or add a FunctionEventInvokeConfig with `destinationConfig.onFailure.destination`.",
  "azure-native:eventgrid:EventSubscription": "Set `deadLetterDestination` to a container of blobs.",
  [SUBSCRIPTION]: `Set \`${TOPIC_PATH}\` to a topic that has a subscription, and \`maxDeliveryAttempts\`.`,
};

/** The subscription that keeps the dead letters has none of its own. */
function pubsub(subscription: Resource<SubscriptionArgs>, { graph }: GraphRun): Verdict {
  const kept = holds(subscription.text(TOPIC_PATH), (topic) => topic !== "");
  if (kept === true) return PASS;
  const exempt = readsDeadLetters(subscription as Resource, graph);
  if (exempt === true) return notApplicable("reads a dead-letter topic");
  return faultIf(allOf([not(kept), not(exempt)]), TOPIC_PATH, "is not set: what fails is tried until it expires");
}

export const asyncDlqRequired: Rule = {
  id: "async-dlq-required",
  packs: ["reliability"],
  title: "What cannot be processed is kept, not lost",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "A message that fails again and again is dropped, or blocks those behind it, and nobody learns what it said.",
  equivalents: ["CKV_AWS_116"],
  fixText: ({ type, path }) =>
    path === "maxDeliveryCount"
      ? "Set `maxDeliveryCount` to 10 or so."
      : path === "deadLetteringOnMessageExpiration"
        ? "Set `deadLetteringOnMessageExpiration: true`."
        : (FIX[type] ?? `Set \`${path}\` to a queue.`),
  checks: {
    "aws:sqs/queue:Queue": (it: Resource<QueueArgs>, run) => queue(it as Resource, run),
    "aws:sqs/redrivePolicy:RedrivePolicy": redrivePolicy,
    "aws:sns/topicSubscription:TopicSubscription": subscription,
    "aws:cloudwatch/eventTarget:EventTarget": eventTarget,
    "aws:lambda/function:Function": lambda,
    "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": invokeConfig,
    "aws:lambda/eventSourceMapping:EventSourceMapping": sourceMapping,
    [SUBSCRIPTION]: pubsub,
    ...each(["azure-native:servicebus:Queue", "azure-native:servicebus:Subscription"], busEntity),
    "azure-native:eventgrid:EventSubscription": eventSubscription,
  },
};
