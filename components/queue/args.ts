import type { Output } from "@pulumi/pulumi";
import { type Data, dataLimits, dataTags } from "../core/data.ts";
import { daysInSeconds } from "../core/duration.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { notWhole, validate } from "../core/validate.ts";
import type { QueueChildren, QueueNative, SubscriptionTerms } from "./native.ts";

export interface QueueArgs {
  readonly site: Site;
  /** What the messages carry. */
  readonly data: Data;
  /** Deliver the messages of one key in order; a change replaces the queue. @default "none" */
  readonly ordering?: "none" | "perKey";
  /** How long one message may be worked on; how long it stays hidden is derived from it. @default 60 */
  readonly processingTimeoutSeconds?: number;
  /** How long an unread message is kept. @default 345600 (4 days), or the data's retention where that is shorter */
  readonly retentionSeconds?: number;
  /** Deliveries before a message is set aside. @default 5 */
  readonly maxReceives?: number;
  /** How long a message that was set aside is kept; Azure keeps it until it is read. @default each cloud's own */
  readonly deadLetterRetentionSeconds?: number;
  /** Who fetches: the cloud pushes to the function that listens, or consumers pull. @default "push" */
  readonly delivery?: "push" | "pull";
  /** How much depends on it. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What only one cloud can do. @default {} */
  readonly native?: QueueNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<QueueChildren>;
  /** Settings that a cloud may leave out instead of refusing. @default [] */
  readonly allowDegraded?: readonly "deadLetterRetention"[];
}

/** `QueueArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface QueueSpec {
  readonly ordered: boolean;
  readonly processingTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly maxReceives: number;
  readonly deadLetterRetentionSeconds: number | undefined;
  readonly delivery: "push" | "pull";
  readonly tags: Tags;
  readonly native: QueueNative;
}

/** What an identity can be allowed to do with a queue. */
export type QueueRight = "send" | "receive";

/** What a listener must respect on every cloud. */
export type QueueTerms = Pick<QueueSpec, "processingTimeoutSeconds" | "ordered" | "delivery">;
/** What a listener needs of a queue. */
export type QueueSource = QueueTerms &
  (
    | { readonly cloud: "aws"; readonly arn: Output<string> }
    | { readonly cloud: "gcp"; readonly terms: SubscriptionTerms; readonly agent: Output<string> }
    | { readonly cloud: "azure"; readonly host: Output<string>; readonly queueName: Output<string> }
  );

export function termsOf({ processingTimeoutSeconds, ordered, delivery }: QueueSpec): QueueTerms {
  return { processingTimeoutSeconds, ordered, delivery };
}

export function resolveQueue(args: QueueArgs): QueueSpec {
  const { site, data, ordering = "none", processingTimeoutSeconds = 60, maxReceives = 5, delivery = "push" } = args;
  const { native = {}, allowDegraded = [], deadLetterRetentionSeconds } = args;
  const { retentionSeconds = Math.min(daysInSeconds(4), daysInSeconds(data.retentionDays)) } = args;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  const degraded = site.cloud === "azure" && allowDegraded.includes("deadLetterRetention");
  const backoff = native.gcp ?? {};
  // the intersection of SQS, Pub/Sub and Service Bus
  validate("invalid queue", [
    ...dataLimits(data),
    range("processingTimeoutSeconds", processingTimeoutSeconds, 10, 300),
    range("retentionSeconds", retentionSeconds, 600, 1_209_600),
    [
      "retentionSeconds",
      retentionSeconds > daysInSeconds(data.retentionDays),
      `must not exceed data.retentionDays (${data.retentionDays} days), got ${retentionSeconds}`,
    ],
    range("maxReceives", maxReceives, 5, 100),
    range("deadLetterRetentionSeconds", deadLetterRetentionSeconds ?? 600, 600, 1_209_600),
    [
      "deadLetterRetentionSeconds",
      deadLetterRetentionSeconds !== undefined && site.cloud === "azure" && !degraded,
      "is not honoured by Service Bus; leave it out, or list it in allowDegraded",
    ],
    range("native.aws.delaySeconds", native.aws?.delaySeconds ?? 0, 0, 900),
    range("native.gcp.minBackoffSeconds", backoff.minBackoffSeconds ?? 10, 0, 600),
    range("native.gcp.maxBackoffSeconds", backoff.maxBackoffSeconds ?? 600, 0, 600),
  ]);
  return {
    ordered: ordering === "perKey",
    processingTimeoutSeconds,
    retentionSeconds,
    maxReceives,
    deadLetterRetentionSeconds,
    delivery,
    tags: { ...site.tags, ...dataTags(data), criticality },
    native,
  };
}

function range(path: string, value: number, min: number, max: number) {
  return [path, notWhole(value, min, max), `must be ${min} to ${max}, got ${value}`] as const;
}
