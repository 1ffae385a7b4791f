import { type Examples, UNKNOWN } from "../../core/examples.ts";

const config = { tagNames: {} };
const tags = { "cost-center": "shared", owner: "platform", environment: "prod" };
const { owner: _, ...incomplete } = tags;
const queue = "aws:sqs/queue:Queue";
const topic = "gcp:pubsub/topic:Topic";
const account = "azure-native:storage:StorageAccount";

export const examples: Examples = {
  pass: [
    { type: queue, props: { tags }, config },
    { type: queue, props: {}, provider: { defaultTags: JSON.stringify({ tags }) }, config },
    { type: topic, props: { labels: incomplete }, provider: { defaultLabels: JSON.stringify(tags) }, config },
    { type: account, props: { tags }, config },
  ],
  fail: [
    { type: queue, props: {}, config },
    { type: queue, props: { tags: incomplete }, config },
    { type: topic, props: {}, provider: { defaultLabels: JSON.stringify(incomplete) }, config },
    { type: account, props: { tags: incomplete }, config },
  ],
  undetermined: [
    { type: queue, props: { tags: UNKNOWN }, config },
    { type: topic, props: {}, provider: { defaultLabels: "{" }, config },
    { type: account, props: { tags: { ...tags, "cost-center": [] } }, config },
  ],
  notApplicable: [
    { type: queue, props: {} },
    { type: "aws:sqs/queuePolicy:QueuePolicy", props: {}, config },
  ],
};
