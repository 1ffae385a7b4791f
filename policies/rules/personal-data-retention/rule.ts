import type { TableArgs } from "@pulumi/aws/dynamodb/table.js";
import type { StreamArgs } from "@pulumi/aws/kinesis/stream.js";
import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { TopicArgs } from "@pulumi/gcp/pubsub/topic.js";
import { ifPersonal } from "../../core/classification.ts";
import { lifecycleOf, will } from "../../core/lifecycle.ts";
import { convert, type Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule, type Run } from "../../core/rule.ts";
import { MAX_RETENTION_DAYS, PERSONAL_CLASSES } from "../../core/settings.ts";
import { effectiveTag, tagName } from "../../core/tags.ts";
import { allOf, faultIf, not } from "../../core/truth.ts";
import { decide, undetermined, type Verdict } from "../../core/verdict.ts";
import { secondsOf } from "../../models/duration.ts";

type Within = (maxDays: number) => Verdict;

/** The store's own word on how long it keeps, else the pack's; without either any end will do. */
function maximum(store: Resource, { config }: Run): Read<number> {
  const tag = effectiveTag(store, tagName(config, "retention-days"));
  const own = convert(tag, "a number of days", (text) => (/^\d+$/.test(text) ? Number(text) : undefined));
  return own.state === "absent" ? config.number(MAX_RETENTION_DAYS.name) : own;
}

function kept(store: Resource, run: Run, within: Within) {
  return ifPersonal(store, run, () => {
    const max = maximum(store, run);
    if (max.state !== "unknown") return [within(max.state === "known" ? max.value : Number.POSITIVE_INFINITY)];
    // what has no end at all fails whatever the maximum
    const verdict = within(Number.POSITIVE_INFINITY);
    return [verdict.word === "pass" ? undetermined(max) : verdict];
  });
}

function bucket(store: Resource, run: GraphRun) {
  return kept(store, run, (maxDays) => {
    const ends = will(lifecycleOf(store, run.graph), ["expire"], (days, { whole }) => allOf([days <= maxDays, whole]));
    const when = Number.isFinite(maxDays) ? ` after ${maxDays} days at the latest` : "";
    return faultIf(not(ends), "", `has no lifecycle rule that deletes all objects${when}`);
  });
}

/** Something that keeps for a time, in parts of a day. */
function timed(read: Read<number>, perDay: number, byDefault: number): Within {
  return (maxDays) => {
    const judge = (value: number) =>
      value / perDay > maxDays ? `keeps ${value / perDay} days, more than ${maxDays}` : undefined;
    return decide(read, { known: judge, absent: judge(byDefault) });
  };
}

export const personalDataRetention: Rule = {
  id: "personal-data-retention",
  packs: ["gdpr"],
  title: "Personal data ends by itself",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.1.0",
  why: "Personal data may be kept no longer than its purpose needs, and nobody deletes by hand for years.",
  equivalents: ["CKV2_AWS_61"],
  fixText: ({ type, path }) => {
    if (type === "aws:s3/bucket:Bucket") return "Add a lifecycle rule with `expiration.days` and no filter.";
    if (type === "gcp:storage/bucket:Bucket") return "Add a lifecycle rule with action Delete and `condition.age`.";
    if (type === "azure-native:storage:StorageAccount") {
      return "Add a ManagementPolicy with `baseBlob.delete.daysAfterModificationGreaterThan`.";
    }
    return path.startsWith("ttl") ? "Enable `ttl` on an attribute that holds the end." : `Lower \`${path}\`.`;
  },
  settings: [MAX_RETENTION_DAYS, PERSONAL_CLASSES],
  checks: {
    ...each(["aws:s3/bucket:Bucket", "gcp:storage/bucket:Bucket", "azure-native:storage:StorageAccount"], bucket),
    "aws:sqs/queue:Queue": (queue: Resource<QueueArgs>, run) =>
      kept(queue, run, timed(queue.number("messageRetentionSeconds"), 86_400, 345_600)),
    "aws:kinesis/stream:Stream": (stream: Resource<StreamArgs>, run) =>
      kept(stream, run, timed(stream.number("retentionPeriod"), 24, 24)),
    "aws:dynamodb/table:Table": (table: Resource<TableArgs>, run) =>
      kept(table, run, () =>
        decide(table.flag("ttl.enabled"), { known: (on) => (on ? undefined : "is false"), absent: "is not set" }),
      ),
    "gcp:pubsub/topic:Topic": (topic: Resource<TopicArgs>, run) =>
      kept(topic, run, timed(secondsOf(topic.text("messageRetentionDuration")), 86_400, 0)),
  },
};
