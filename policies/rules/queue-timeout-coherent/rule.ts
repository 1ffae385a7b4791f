import type { EventSourceMappingArgs } from "@pulumi/aws/lambda/eventSourceMapping.js";
import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { QueueArgs as BusQueueArgs } from "@pulumi/azure-native/servicebus/queue.js";
import type { SubscriptionArgs } from "@pulumi/gcp/pubsub/subscription.js";
import { convert } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyItem, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { decide, every, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { readsDeadLetters } from "../../models/dead-letter.ts";
import { type Pointer, pointsTo, typeOf } from "../../models/reference.ts";

const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";
const FUNCTION = "aws:lambda/function:Function";
const QUEUE = "aws:sqs/queue:Queue";
const PULL = "gcp:pubsub/subscription:Subscription";
const BUS = "azure-native:servicebus:Queue";
// AWS asks for six times the function's timeout, so that throttled batches do not come twice
const TIMES = 6;
const VISIBILITY_SECONDS = 30;
const TIMEOUT_SECONDS = 3;
// less than this, and a slow answer is a second delivery
const MIN_LOCK_SECONDS = 30;

const pointer = (from: Resource, key: string): Pointer => ({ from, key, value: from.text(key) });

/** A queue and the functions that read it: a message must stay hidden until the last try has ended. */
function queue(queue: Resource<QueueArgs>, { graph }: GraphRun): readonly Verdict[] {
  const it = queue as Resource;
  const readers = graph.ofType(MAPPING).flatMap((mapping) => {
    const reads = pointsTo(pointer(mapping, "eventSourceArn"), it, it.text("name"));
    return graph.ofType(FUNCTION).flatMap((lambda) => {
      const runs = pointsTo(pointer(mapping, "functionName"), lambda, lambda.text("name"));
      const both = allOf([reads, runs]);
      return both === false ? [] : [{ lambda, both }];
    });
  });
  if (readers.length === 0) return [notApplicable("is read by no function of this stack")];
  return readers.map(({ lambda, both }) => {
    const visible = queue.number("visibilityTimeoutSeconds");
    const timeout = lambda.number("timeout");
    if (visible.state === "unknown") return undetermined(visible);
    if (timeout.state === "unknown") return undetermined(timeout);
    const seconds = visible.state === "known" ? visible.value : VISIBILITY_SECONDS;
    const least = TIMES * (timeout.state === "known" ? timeout.value : TIMEOUT_SECONDS);
    const is = visible.state === "known" ? `is ${seconds}` : `is not set; default is ${seconds}`;
    const what = `${is}, less than ${least}, six times the timeout of ${lambda.name}`;
    return faultIf(allOf([seconds < least, both]), "visibilityTimeoutSeconds", what);
  });
}

function isQueue(mapping: Resource<EventSourceMappingArgs>): Truth {
  const arn = mapping.text("eventSourceArn");
  if (arn.state !== "unknown") return holds(arn, (text) => /^arn:[^:]*:sqs:/.test(text));
  const types = (mapping.edges["eventSourceArn"] ?? []).map(typeOf);
  if (types.includes(QUEUE)) return true;
  return types.length > 0 ? false : arn;
}

/** One bad message must not bring its whole batch again, nor hold up a shard for ever. */
function mapping(mapping: Resource<EventSourceMappingArgs>): Verdict {
  const queued = isQueue(mapping);
  const single = holds(mapping.number("batchSize"), (size) => size === 1);
  const partial = anyItem(mapping.list("functionResponseTypes"), (type) => type === "ReportBatchItemFailures");
  const batch = faultIf(
    allOf([not(single), not(partial)]),
    "functionResponseTypes",
    "does not name ReportBatchItemFailures: one failure repeats its batch",
  );
  const forEver = holds(mapping.number("maximumRetryAttempts"), (count) => count < 0, true);
  const tries = faultIf(forEver, "maximumRetryAttempts", "is not set or -1: one bad record is tried until it expires");
  if (typeof queued === "boolean") return queued ? batch : tries;
  return batch.word === "pass" && tries.word === "pass" ? PASS : undetermined(queued);
}

function pull(subscription: Resource<SubscriptionArgs>, { graph }: GraphRun): readonly Verdict[] {
  const dead = readsDeadLetters(subscription as Resource, graph);
  if (dead === true) return [notApplicable("reads a dead-letter topic, which people look through")];
  const waits = isSet(subscription.read("retryPolicy"));
  const pushed = isSet(subscription.read("pushConfig"));
  // zero stands for the default
  const short = holds(subscription.number("ackDeadlineSeconds"), (seconds) => seconds <= 10, true);
  return every([
    faultIf(allOf([not(waits), not(dead)]), "retryPolicy", "is not set: what fails is tried again at once"),
    faultIf(
      allOf([short, pushed, not(dead)]),
      "ackDeadlineSeconds",
      "is 10 seconds, the default: a slow answer is a second delivery",
    ),
  ]);
}

/** A duration of minutes and seconds, as Service Bus takes it for locks. */
function lock(queue: Resource<BusQueueArgs>): Verdict {
  const seconds = convert(queue.text("lockDuration"), "a duration", (text) => {
    const [, minutes, rest] = /^PT(?:(\d+)M)?(?:(\d+)S)?$/i.exec(text) ?? [];
    return minutes === undefined && rest === undefined ? undefined : 60 * Number(minutes ?? 0) + Number(rest ?? 0);
  });
  return decide(seconds, {
    known: (value) =>
      value < MIN_LOCK_SECONDS ? `is ${value} seconds: a slow answer is a second delivery` : undefined,
  });
}

const FIX: Readonly<Record<string, string>> = {
  visibilityTimeoutSeconds: "Set `visibilityTimeoutSeconds` to six times the function's `timeout`.",
  functionResponseTypes: "Set `functionResponseTypes: [ReportBatchItemFailures]`, and report failures in the handler.",
  maximumRetryAttempts: "Set `maximumRetryAttempts`.",
  retryPolicy: "Set `retryPolicy.minimumBackoff` and `retryPolicy.maximumBackoff`.",
  ackDeadlineSeconds: "Set `ackDeadlineSeconds` to what the slowest answer takes.",
  lockDuration: "Set `lockDuration` to what the slowest message takes, five minutes at most.",
};

export const queueTimeoutCoherent: Rule = {
  id: "queue-timeout-coherent",
  packs: ["reliability"],
  title: "A message is not delivered again while it is being processed",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Timeouts that do not fit make a busy system process everything twice, just when it is slow.",
  fixText: ({ path }) => FIX[path] ?? "",
  inPlace: [QUEUE, MAPPING, PULL, BUS],
  checks: { [QUEUE]: queue, [MAPPING]: mapping, [PULL]: pull, [BUS]: lock },
};
