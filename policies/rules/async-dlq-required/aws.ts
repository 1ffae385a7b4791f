import type { EventTargetArgs } from "@pulumi/aws/cloudwatch/eventTarget.js";
import type { EventSourceMappingArgs } from "@pulumi/aws/lambda/eventSourceMapping.js";
import type { TopicSubscriptionArgs } from "@pulumi/aws/sns/topicSubscription.js";
import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { decide, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { isDeadLetter, redriveTarget } from "../../models/dead-letter.ts";
import { pointsTo, typeOf } from "../../models/reference.ts";

const REDRIVE = "aws:sqs/redrivePolicy:RedrivePolicy";
const PERMISSION = "aws:lambda/permission:Permission";
const INVOKE = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
// these hand over an event and do not wait for the answer
const ASYNC_CALLERS = /^(s3|sns|events|logs|ses|iot|config|codecommit)\.amazonaws\.com$/;
// a person, not a program, is at the other end
const TO_PEOPLE = new Set(["email", "email-json", "sms", "application"]);

const present = (read: Read<string>): Truth => holds(read, (text) => text !== "");

export function queue(queue: Resource, { graph }: GraphRun): Verdict {
  const name = queue.text("name");
  const policies = graph.ofType(REDRIVE).map((from) => {
    const mine = pointsTo({ from, key: "queueUrl", value: from.text("queueUrl") }, queue, name);
    return allOf([mine, present(redriveTarget(from))]);
  });
  const target = anyOf([present(redriveTarget(queue)), ...policies]);
  if (target === true) return PASS;
  const exempt = isDeadLetter(queue, graph);
  if (exempt === true) return notApplicable("is a dead-letter queue itself");
  return faultIf(allOf([not(target), not(exempt)]), "redrivePolicy", "names no dead-letter queue");
}

export const redrivePolicy = (policy: Resource): Verdict =>
  decide(redriveTarget(policy), { known: () => undefined, absent: "is not set" });

export function subscription(subscription: Resource<TopicSubscriptionArgs>): Verdict {
  const people = holds(subscription.text("protocol"), (protocol) => TO_PEOPLE.has(protocol.toLowerCase()));
  if (people === true) return notApplicable("reaches people, who answer no message");
  const missing = not(present(redriveTarget(subscription as Resource)));
  return faultIf(allOf([missing, not(people)]), "redrivePolicy", "names no dead-letter queue");
}

export const eventTarget = (target: Resource<EventTargetArgs>): Verdict =>
  faultIf(
    not(present(target.text("deadLetterConfig.arn"))),
    "deadLetterConfig.arn",
    "is not set: events are dropped after a day of retries",
  );

/** Only what is called without waiting for the answer needs a place for what failed. */
export function lambda(lambda: Resource, { graph }: GraphRun): Verdict {
  const called = calledAsync(lambda, graph);
  if (called === false) return notApplicable("nothing here calls it asynchronously");
  const kept = anyOf([
    present(lambda.text("deadLetterConfig.targetArn")),
    ...pointers(graph.ofType(INVOKE), "functionName", lambda).map(([config, mine]) =>
      allOf([mine, present(config.text("destinationConfig.onFailure.destination"))]),
    ),
  ]);
  return faultIf(allOf([called, not(kept)]), "deadLetterConfig.targetArn", "is not set: events that fail are dropped");
}

function calledAsync(lambda: Resource, graph: Graph): Truth {
  const permissions = pointers(graph.ofType(PERMISSION), "function", lambda).map(([permission, mine]) =>
    allOf([mine, holds(permission.text("principal"), (principal) => ASYNC_CALLERS.test(principal))]),
  );
  const configs = pointers(graph.ofType(INVOKE), "functionName", lambda).map(([, mine]) => mine);
  const said = isSet(lambda.read("deadLetterConfig"));
  return anyOf([said, ...permissions, ...configs]);
}

function pointers(candidates: readonly Resource[], key: string, target: Resource) {
  return candidates.map((from) => [from, names(from, key, target)] as const);
}

const names = (from: Resource, key: string, target: Resource): Truth =>
  pointsTo({ from, key, value: from.text(key) }, target, target.text("name"));

/** The configuration of asynchronous calls itself; without a destination it only counts tries. */
export function invokeConfig(config: Resource, { graph }: GraphRun): Verdict {
  const own = present(config.text("destinationConfig.onFailure.destination"));
  const functions = graph
    .ofType("aws:lambda/function:Function")
    .map((lambda) =>
      allOf([names(config, "functionName", lambda), present(lambda.text("deadLetterConfig.targetArn"))]),
    );
  const path = "destinationConfig.onFailure.destination";
  return faultIf(not(anyOf([own, ...functions])), path, "is not set: events that fail are dropped");
}

/** Streams wait for nobody: a batch that fails is skipped or blocks its shard. Queues have a redrive policy. */
export function sourceMapping(mapping: Resource<EventSourceMappingArgs>): Verdict {
  const stream = isStream(mapping);
  if (stream === false) return notApplicable("reads a queue, whose own redrive policy counts");
  const missing = not(present(mapping.text("destinationConfig.onFailure.destinationArn")));
  if (missing === false) return PASS;
  if (typeof stream !== "boolean") return undetermined(stream);
  return faultIf(missing, "destinationConfig.onFailure.destinationArn", "is not set: batches that fail are lost");
}

function isStream(mapping: Resource<EventSourceMappingArgs>): Truth {
  const arn = mapping.text("eventSourceArn");
  if (arn.state === "known") return /^arn:[^:]*:(kinesis|dynamodb|kafka):/.test(arn.value);
  if (arn.state === "absent") return isSet(mapping.read("selfManagedEventSource"));
  const types = (mapping.edges["eventSourceArn"] ?? []).map(typeOf);
  if (types.includes("aws:sqs/queue:Queue")) return false;
  if (types.some((type) => /^aws:(kinesis\/stream|dynamodb\/table|msk\/cluster):/.test(type))) return true;
  return arn;
}
