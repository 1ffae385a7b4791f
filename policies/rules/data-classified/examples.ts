import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";
import { DATA_STORES } from "../../core/stores.ts";

const own = { tagNames: {} };
const tagsOf = (type: string, tags: unknown) => {
  if (type.includes("DatabaseInstance")) return { settings: { userLabels: tags } };
  return type.startsWith("gcp:") ? { labels: tags } : { tags };
};
const all = (tags: unknown): readonly Example[] =>
  DATA_STORES.map((type) => ({ type, props: tagsOf(type, tags), config: own }));
const bucket = "aws:s3/bucket:Bucket";

export const examples: Examples = {
  pass: [
    ...all({ class: "personal", owner: "sales" }),
    {
      type: bucket,
      props: { tags: { class: "internal" } },
      provider: { defaultTags: JSON.stringify({ tags: { owner: "platform" } }) },
      config: own,
    },
    {
      type: "gcp:pubsub/topic:Topic",
      props: { labels: { class: "internal" } },
      provider: { defaultLabels: JSON.stringify({ owner: "platform" }) },
      config: own,
    },
    {
      type: bucket,
      props: { tags: { DataClass: "secret", Team: "sales" } },
      config: { tagNames: { class: "DataClass", owner: "Team" }, classes: ["secret"] },
    },
  ],
  fail: [
    ...all({ class: "personal" }),
    { type: bucket, props: {}, config: own },
    { type: bucket, props: { tags: { class: "whatever", owner: "sales" } }, config: own },
  ],
  undetermined: [
    ...all(UNKNOWN),
    {
      type: bucket,
      props: { tags: { class: "internal" } },
      provider: { defaultTags: JSON.stringify({ tags: UNKNOWN }) },
      config: own,
    },
  ],
  notApplicable: [{ type: bucket, props: {} }],
};
