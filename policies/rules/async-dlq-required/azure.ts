import type { EventSubscriptionArgs } from "@pulumi/azure-native/eventgrid/eventSubscription.js";
import type { QueueArgs } from "@pulumi/azure-native/servicebus/queue.js";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { effectiveTag, tagName } from "../../core/tags.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { every, type Verdict } from "../../core/verdict.ts";
import { pointsTo } from "../../models/reference.ts";

const NAMESPACE = "azure-native:servicebus:Namespace";
// more tries than this, and a message that cannot be processed blocks its queue for good
const MAX_TRIES = 1000;
// TimeSpan.MaxValue, the default, in whatever precision it is written
const FOR_EVER = /^P1067519[89]D/;
const ORDINARY = new Set(["low", "standard", "medium", "normal"]);

/** Service Bus always has a dead-letter queue: it is a matter of what reaches it. */
export function busEntity(entity: Resource<QueueArgs>, run: GraphRun): readonly Verdict[] {
  const tries = holds(entity.number("maxDeliveryCount"), (count) => count > MAX_TRIES);
  const ends = holds(entity.text("defaultMessageTimeToLive"), (time) => !FOR_EVER.test(time));
  const kept = holds(entity.flag("deadLetteringOnMessageExpiration"), (on) => on);
  const path = "deadLetteringOnMessageExpiration";
  return every([
    faultIf(tries, "maxDeliveryCount", `is more than ${MAX_TRIES}: what fails is tried for ever`),
    faultIf(
      allOf([ends, not(kept), not(mayLose(entity, run))]),
      path,
      "is not true: a message that nobody read in time is gone without a trace",
      "medium",
    ),
  ]);
}

/** What is said to be ordinary may lose what nobody reads in time, as queues of other clouds do. */
function mayLose(entity: Resource, { graph, config }: GraphRun): Truth {
  const value = entity.text("namespaceName");
  const tag = tagName(config, "criticality");
  return anyOf(
    graph.ofType(NAMESPACE).map((namespace) => {
      const mine = pointsTo({ from: entity, key: "namespaceName", value }, namespace, namespace.text("namespaceName"));
      return allOf([mine, holds(effectiveTag(namespace, tag), (word) => ORDINARY.has(word))]);
    }),
  );
}

export function eventSubscription(subscription: Resource<EventSubscriptionArgs>): Verdict {
  const targets = ["deadLetterDestination", "deadLetterWithResourceIdentity"] as const;
  const kept = anyOf(targets.map((target) => isSet(subscription.read(target))));
  return faultIf(not(kept), targets[0], "is not set: events that cannot be delivered are dropped after a day");
}
