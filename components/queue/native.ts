import type { QueueArgs as SqsQueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { QueuePolicyArgs } from "@pulumi/aws/sqs/queuePolicy.js";
import type { RedriveAllowPolicyArgs } from "@pulumi/aws/sqs/redriveAllowPolicy.js";
import type { ManagementLockByScopeArgs } from "@pulumi/azure-native/authorization/managementLockByScope.js";
import type { NamespaceArgs } from "@pulumi/azure-native/servicebus/namespace.js";
import type { QueueArgs as ServiceBusQueueArgs } from "@pulumi/azure-native/servicebus/queue.js";
import type { ServiceIdentityArgs } from "@pulumi/gcp/projects/serviceIdentity.js";
import type { SubscriptionArgs } from "@pulumi/gcp/pubsub/subscription.js";
import type { SubscriptionIAMMemberArgs } from "@pulumi/gcp/pubsub/subscriptionIAMMember.js";
import type { TopicArgs } from "@pulumi/gcp/pubsub/topic.js";
import type { TopicIAMMemberArgs } from "@pulumi/gcp/pubsub/topicIAMMember.js";

/** What only one cloud's queue can do. */
export interface QueueNative {
  readonly aws?: {
    /** How long a new message stays hidden, 0 to 900 (SQS). @default 0 */
    readonly delaySeconds?: number;
  };
  readonly gcp?: {
    /** The shortest pause before a failed message comes again, 0 to 600 (Pub/Sub). @default 10 */
    readonly minBackoffSeconds?: number;
    /** The longest pause before a failed message comes again, 0 to 600 (Pub/Sub). @default 600 */
    readonly maxBackoffSeconds?: number;
  };
  readonly azure?: {
    /** Premium has its own machines and private endpoints, and a price to match (Service Bus). @default "Standard" */
    readonly tier?: "Standard" | "Premium";
  };
}

/** The children that `transform` can reach. */
export type QueueChildren = {
  readonly aws: {
    readonly queue: SqsQueueArgs;
    readonly deadLetter: SqsQueueArgs;
    readonly redriveAllow: RedriveAllowPolicyArgs;
    readonly policy: QueuePolicyArgs;
    readonly deadLetterPolicy: QueuePolicyArgs;
  };
  readonly gcp: {
    readonly topic: TopicArgs;
    readonly deadLetterTopic: TopicArgs;
    readonly deadLetterSubscription: SubscriptionArgs;
    readonly agent: ServiceIdentityArgs;
    readonly agentPublishes: TopicIAMMemberArgs;
    readonly subscription: SubscriptionArgs;
    readonly agentSubscribes: SubscriptionIAMMemberArgs;
  };
  readonly azure: {
    readonly namespace: NamespaceArgs;
    readonly queue: ServiceBusQueueArgs;
    readonly lock: ManagementLockByScopeArgs;
  };
};

/** All of a Pub/Sub subscription but where it delivers. */
export type SubscriptionTerms = Omit<SubscriptionArgs, "pushConfig">;
