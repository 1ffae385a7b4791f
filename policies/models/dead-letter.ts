import type { Graph } from "../core/graph.ts";
import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { anyOf, holds, type Truth } from "../core/truth.ts";
import { pointsTo } from "./reference.ts";

const SUBSCRIPTION = "gcp:pubsub/subscription:Subscription";

interface Holder {
  readonly type: string;
  readonly key: string;
  readonly arn: (holder: Resource) => Read<string>;
  /** What the same property also says: with it, an edge may be about either. */
  readonly shared?: string;
}

const plain = (type: string, path: string, shared?: string): Holder => ({
  type,
  key: path.split(".")[0] ?? path,
  arn: (holder) => holder.text(path),
  ...(shared !== undefined && { shared }),
});
const redrive = (type: string): Holder => ({ type, key: "redrivePolicy", arn: redriveTarget });

// where something says what becomes of messages that failed
const HOLDERS: readonly Holder[] = [
  redrive("aws:sqs/queue:Queue"),
  redrive("aws:sqs/redrivePolicy:RedrivePolicy"),
  redrive("aws:sns/topicSubscription:TopicSubscription"),
  plain("aws:lambda/function:Function", "deadLetterConfig.targetArn"),
  plain(
    "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    "destinationConfig.onFailure.destination",
    "destinationConfig.onSuccess",
  ),
  plain("aws:lambda/eventSourceMapping:EventSourceMapping", "destinationConfig.onFailure.destinationArn"),
  plain("aws:cloudwatch/eventTarget:EventTarget", "deadLetterConfig.arn"),
  plain("aws:scheduler/schedule:Schedule", "target.deadLetterConfig.arn", "target.arn"),
  plain(SUBSCRIPTION, "deadLetterPolicy.deadLetterTopic"),
];

/** The queue that a redrive policy names, which is JSON. */
export function redriveTarget(holder: Resource): Read<string> {
  const target = holder.json("redrivePolicy").text("deadLetterTargetArn");
  return target.state === "known" && target.value === "" ? { state: "absent", path: target.path } : target;
}

/** Whether something in the stack sends to this queue or topic what it could not deliver. */
export function isDeadLetter(target: Resource, graph: Graph): Truth {
  const name = target.text("name");
  const pointed = HOLDERS.flatMap(({ type, key, arn, shared }) =>
    graph.ofType(type).map((from) => {
      const clear = shared === undefined || from.read(shared).state === "absent";
      return pointsTo({ from, key: clear ? key : "", value: arn(from) }, target, name);
    }),
  );
  const invited = graph
    .ofType("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy")
    .map((from) => pointsTo({ from, key: "queueUrl", value: from.text("queueUrl") }, target, name));
  const invites = holds(target.read("redriveAllowPolicy"), (policy) => policy !== "");
  return anyOf([invites, ...pointed, ...invited]);
}

/** Whether a subscription reads a topic to which another one sends what it could not deliver. */
export function readsDeadLetters(subscription: Resource, graph: Graph): Truth {
  const topic = subscription.text("topic");
  const name = topic.state === "known" ? { ...topic, value: topic.value.split("/").at(-1) ?? "" } : topic;
  return anyOf(
    graph.ofType(SUBSCRIPTION).map((from) => {
      const value = from.text("deadLetterPolicy.deadLetterTopic");
      const shared = subscription.edges["topic"]?.some((urn) => from.edges["deadLetterPolicy"]?.includes(urn)) ?? false;
      if (shared && value.state !== "absent") return true;
      return pointsTo({ from, key: "deadLetterPolicy", value }, subscription, name);
    }),
  );
}
