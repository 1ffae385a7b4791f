import { ServiceIdentity } from "@pulumi/gcp/projects/serviceIdentity.js";
import { Subscription } from "@pulumi/gcp/pubsub/subscription.js";
import { SubscriptionIAMMember } from "@pulumi/gcp/pubsub/subscriptionIAMMember.js";
import { Topic } from "@pulumi/gcp/pubsub/topic.js";
import { TopicIAMMember } from "@pulumi/gcp/pubsub/topicIAMMember.js";
import { protoDuration } from "../core/duration.ts";
import type { Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { type QueueRight, type QueueSource, type QueueSpec, termsOf } from "./args.ts";
import type { QueueChildren, SubscriptionTerms } from "./native.ts";

// the same as on AWS, where it is the maximum
const DEAD_LETTER_RETENTION_SECONDS = 1_209_600;
// Pub/Sub's own
const MAX_ACK_DEADLINE_SECONDS = 600;
// a subscription that nobody reads would be deleted after 31 days
const NEVER_EXPIRES = { ttl: "" };
const IN_REGION = { lasting: true, invariants: ["messageStoragePolicy"] };

export function gcpQueue(scope: Scope<"gcp", QueueChildren["gcp"]>, spec: QueueSpec) {
  const { name, site, opts } = scope;
  const { ordered, processingTimeoutSeconds, deadLetterRetentionSeconds = DEAD_LETTER_RETENTION_SECONDS } = spec;
  const { minBackoffSeconds = 10, maxBackoffSeconds = 600 } = spec.native.gcp ?? {};
  const labels = spec.tags;
  const messageStoragePolicy = { allowedPersistenceRegions: [site.region], enforceInTransit: true };
  const deadName = physicalName(site, `${name}-dead`, { max: 255 });
  const deadLetterTopic = new Topic(
    ...scope.child("deadLetterTopic", { name: deadName, messageStoragePolicy, labels }, IN_REGION),
  );
  // without a subscription of its own the dead-letter topic would drop what it gets
  const deadLetterSubscription = new Subscription(
    ...scope.child(
      "deadLetterSubscription",
      {
        name: deadName,
        topic: deadLetterTopic.id,
        ackDeadlineSeconds: MAX_ACK_DEADLINE_SECONDS,
        messageRetentionDuration: protoDuration(deadLetterRetentionSeconds),
        expirationPolicy: NEVER_EXPIRES,
        enableMessageOrdering: ordered,
        labels,
      },
      { lasting: true },
    ),
  );
  const agent = new ServiceIdentity(
    ...scope.child("agent", { project: site.project, service: "pubsub.googleapis.com" }),
  );
  const agentPublishes = new TopicIAMMember(
    ...scope.child("agentPublishes", {
      topic: deadLetterTopic.id,
      role: "roles/pubsub.publisher",
      member: agent.member,
    }),
  );
  const topicName = physicalName(site, name, { max: 255 });
  const topic = new Topic(...scope.child("topic", { name: topicName, messageStoragePolicy, labels }, IN_REGION));
  const terms: SubscriptionTerms = {
    name: topicName,
    topic: topic.id,
    ackDeadlineSeconds: Math.min(MAX_ACK_DEADLINE_SECONDS, 6 * processingTimeoutSeconds),
    messageRetentionDuration: protoDuration(spec.retentionSeconds),
    retainAckedMessages: false,
    expirationPolicy: NEVER_EXPIRES,
    enableMessageOrdering: ordered,
    enableExactlyOnceDelivery: false,
    retryPolicy: { minimumBackoff: protoDuration(minBackoffSeconds), maximumBackoff: protoDuration(maxBackoffSeconds) },
    deadLetterPolicy: { deadLetterTopic: deadLetterTopic.id, maxDeliveryAttempts: spec.maxReceives },
    labels,
  };
  const pull = spec.delivery === "pull" && pullSubscription(scope, terms, agent);
  const grant: Granter<"gcp", QueueRight> = (right, { member }, grantName) => {
    if (right === "send") {
      return [new TopicIAMMember(grantName, { topic: topic.id, role: "roles/pubsub.publisher", member }, opts)];
    }
    if (!pull) return []; // who is pushed to needs no right
    const subscription = pull.subscription.name;
    return [new SubscriptionIAMMember(grantName, { subscription, role: "roles/pubsub.subscriber", member }, opts)];
  };
  const source: QueueSource = { cloud: "gcp", terms, agent: agent.member, ...termsOf(spec) };
  return {
    outputs: { id: topic.id, name: topic.name, endpoint: topic.id, deadLetter: deadLetterSubscription.id },
    nodes: { topic, deadLetterTopic, deadLetterSubscription, agent, agentPublishes, ...pull },
    source,
    grant,
  };
}

function pullSubscription(scope: Scope<"gcp", QueueChildren["gcp"]>, terms: SubscriptionTerms, agent: ServiceIdentity) {
  const subscription = new Subscription(...scope.child("subscription", terms, { lasting: true }));
  const agentSubscribes = new SubscriptionIAMMember(
    ...scope.child("agentSubscribes", {
      subscription: subscription.name,
      role: "roles/pubsub.subscriber",
      member: agent.member,
    }),
  );
  return { subscription, agentSubscribes };
}
