import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";
import { DATA_STORES } from "../../core/stores.ts";

const SQL = "gcp:sql/databaseInstance:DatabaseInstance";
const queue = "aws:sqs/queue:Queue";

const config = { tagNames: {} };
const full = {
  class: "personal",
  purpose: "order-fulfilment",
  basis: "contract",
  "retention-days": "30",
  owner: "sales",
};
const tagged = (type: string, tags: unknown, more: Partial<Example> = {}): Example => ({
  type,
  props: type === SQL ? { settings: { userLabels: tags } } : { [type.startsWith("gcp:") ? "labels" : "tags"]: tags },
  config,
  ...more,
});

export const examples: Examples = {
  pass: [
    ...DATA_STORES.map((type) => tagged(type, full)),
    tagged(queue, { ...full, class: "special", "retention-days": 30 }),
    tagged(
      queue,
      { class: "personal", "retention-days": "30", basis: "contract" },
      { provider: { defaultTags: JSON.stringify({ tags: { owner: "sales", purpose: "orders" } }) } },
    ),
    tagged(queue, { ...full, owner: undefined, team: "sales" }, { config: { tagNames: { owner: "team" } } }),
  ],
  fail: [
    ...DATA_STORES.map((type) => tagged(type, { class: "personal", owner: "sales" })),
    ...["purpose", "basis", "retention-days", "owner"].map((word) => tagged(queue, { ...full, [word]: undefined })),
    ...["a while", "30 days", "P30"].map((days) => tagged(queue, { ...full, "retention-days": days })),
    tagged(queue, { ...full, purpose: " " }),
  ],
  undetermined: [
    ...DATA_STORES.map((type) => tagged(type, { ...full, basis: UNKNOWN })),
    tagged(queue, { class: UNKNOWN }),
  ],
  notApplicable: [
    { type: queue, props: { tags: { class: "personal" } } },
    tagged(queue, { class: "internal" }),
    tagged(queue, {}),
  ],
};
