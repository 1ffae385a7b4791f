import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Queue as SqsQueue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import { RedriveAllowPolicy } from "@pulumi/aws/sqs/redriveAllowPolicy.js";
import { jsonStringify } from "@pulumi/pulumi";
import { allow, denyPlaintext, type Granter } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { type QueueRight, type QueueSource, type QueueSpec, termsOf } from "./args.ts";
import type { QueueChildren } from "./native.ts";

// SQS's own maximum
const DEAD_LETTER_RETENTION_SECONDS = 1_209_600;
// the provider's default; the API's is 1 MiB, which no other cloud takes
const MAX_MESSAGE_BYTES = 262_144;
const ENCRYPTED = { lasting: true, invariants: ["sqsManagedSseEnabled"] };
const ACTIONS: { readonly [R in QueueRight]: readonly string[] } = {
  send: ["sqs:SendMessage"],
  receive: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
};

export function awsQueue(scope: Scope<"aws", QueueChildren["aws"]>, spec: QueueSpec) {
  const { name, site, opts } = scope;
  const { ordered, processingTimeoutSeconds, deadLetterRetentionSeconds = DEAD_LETTER_RETENTION_SECONDS, tags } = spec;
  const suffix = ordered ? ".fifo" : "";
  // without content-based deduplication two equal bodies stay two messages, as on the other clouds
  const fifo = {
    fifoQueue: true,
    contentBasedDeduplication: false,
    deduplicationScope: "messageGroup",
    fifoThroughputLimit: "perMessageGroupId",
  };
  // six times the work: what Lambda asks of a queue it polls
  const visibilityTimeoutSeconds = 6 * processingTimeoutSeconds;
  const common = {
    ...(ordered && fifo),
    visibilityTimeoutSeconds,
    maxMessageSize: MAX_MESSAGE_BYTES,
    receiveWaitTimeSeconds: 20,
    sqsManagedSseEnabled: true,
    tags,
  };
  const deadLetter = new SqsQueue(
    ...scope.child(
      "deadLetter",
      {
        ...common,
        name: physicalName(site, `${name}-dead`, { max: 80, suffix }),
        delaySeconds: 0,
        messageRetentionSeconds: deadLetterRetentionSeconds,
      },
      ENCRYPTED,
    ),
  );
  const queue = new SqsQueue(
    ...scope.child(
      "queue",
      {
        ...common,
        name: physicalName(site, name, { max: 80, suffix }),
        delaySeconds: spec.native.aws?.delaySeconds ?? 0,
        messageRetentionSeconds: spec.retentionSeconds,
        redrivePolicy: jsonStringify({ deadLetterTargetArn: deadLetter.arn, maxReceiveCount: spec.maxReceives }),
      },
      ENCRYPTED,
    ),
  );
  const redriveAllow = new RedriveAllowPolicy(
    ...scope.child("redriveAllow", {
      queueUrl: deadLetter.url,
      redriveAllowPolicy: jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [queue.arn] }),
    }),
  );
  const tlsOnly = (target: SqsQueue) => ({
    queueUrl: target.url,
    policy: jsonStringify({ Version: "2012-10-17", Statement: [denyPlaintext("sqs:*", target.arn)] }),
  });
  const policy = new QueuePolicy(...scope.child("policy", tlsOnly(queue)));
  const deadLetterPolicy = new QueuePolicy(...scope.child("deadLetterPolicy", tlsOnly(deadLetter)));
  const grant: Granter<"aws", QueueRight> = (right, identity, grantName) => [
    new RolePolicy(
      grantName,
      { role: identity.roleName, policy: jsonStringify(allow(ACTIONS[right], queue.arn)) },
      opts,
    ),
  ];
  const source: QueueSource = { cloud: "aws", arn: queue.arn, ...termsOf(spec) };
  return {
    outputs: { id: queue.arn, name: queue.name, endpoint: queue.url, deadLetter: deadLetter.arn },
    nodes: { queue, deadLetter, redriveAllow, policy, deadLetterPolicy },
    source,
    grant,
  };
}
