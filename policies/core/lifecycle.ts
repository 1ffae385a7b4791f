import type { Graph, Join } from "./graph.ts";
import type { Bag, Read, Unknown } from "./props.ts";
import type { Resource } from "./resource.ts";
import { allOf, anyItem, anyOf, holds, isSet, not, type Truth } from "./truth.ts";

/** What happens to objects by themselves, and after how many days. */
export interface Step {
  readonly kind: "expire" | "expire old versions" | "expire snapshots" | "tier" | "abort uploads";
  readonly days: Read<number>;
  readonly enabled: Truth;
  /** Whether it is about all objects, not only those of a prefix. */
  readonly whole: Truth;
}
/** The steps of one store, and the first thing that keeps them from being all known. */
export interface Lifecycle {
  readonly steps: readonly Step[];
  readonly open: Unknown | undefined;
}

const S3_RULES: Join = {
  type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  key: "bucket",
  name: "bucket",
};
const S3_TIERING: Join = {
  type: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
  key: "bucket",
  name: "bucket",
};
const AZURE_POLICY: Join = {
  type: "azure-native:storage:ManagementPolicy",
  key: "accountName",
  name: "accountName",
};

/** One lifecycle of a bucket, however many resources it was written in, or what a configuration adds to it. */
export function lifecycleOf(store: Resource, graph: Graph): Lifecycle {
  if (store.cloud === "gcp") return gathered([[store, "lifecycleRules"]], gcsSteps, [autoclass(store)]);
  if (store.cloud === "azure") {
    const { sure, maybe } = graph.attached(store, AZURE_POLICY);
    return gathered(
      sure.map((policy) => [policy, "policy.rules"]),
      azureSteps,
      [],
      maybe,
    );
  }
  if (store.type === S3_RULES.type) return gathered([[store, "rules"]], s3Steps, []);
  const rules = graph.attached(store, S3_RULES);
  const tiering = graph.attached(store, S3_TIERING);
  const places = [store, ...rules.sure].map((place) => [place, place === store ? "lifecycleRules" : "rules"] as const);
  return gathered(places, s3Steps, tiering.sure.map(always), [...rules.maybe, ...tiering.maybe]);
}

/** Whether some step of these kinds will happen, after days that pass the test. */
export function will(
  { steps, open }: Lifecycle,
  kinds: readonly Step["kind"][],
  test: (days: number, step: Step) => Truth = () => true,
): Truth {
  const fits = steps.filter(({ kind }) => kinds.includes(kind));
  const truths = fits.map((step) => {
    const { days, enabled } = step;
    if (days.state === "absent") return false;
    return allOf([enabled, days.state === "unknown" ? days : test(days.value, step)]);
  });
  return anyOf([...truths, open ?? false]);
}

function gathered(
  places: readonly (readonly [Resource, string])[],
  toSteps: (rule: Bag) => readonly Step[],
  extra: readonly Step[],
  maybe: readonly Resource[] = [],
): Lifecycle {
  const lists = places.map(([place, path]) => place.list(path));
  const steps = lists.flatMap((list) => (list.state === "known" ? list.value.flatMap(toSteps) : []));
  const unread = lists.find((list) => list.state === "unknown");
  const stranger = maybe[0] && { state: "unknown" as const, path: `the target of ${maybe[0].name}` };
  return { steps: [...steps, ...extra], open: unread ?? stranger };
}

function s3Steps(rule: Bag): readonly Step[] {
  const status = holds(rule.text("status"), (word) => word.toLowerCase() === "enabled");
  const enabled = anyOf([status, holds(rule.flag("enabled"), (on) => on)]);
  const parts = ["filter.tag", "filter.and", "filter.objectSizeGreaterThan", "filter.objectSizeLessThan", "tags"];
  const narrowed = parts.map((part) => isSet(rule.read(part)));
  const prefixed = ["prefix", "filter.prefix"].map((part) => holds(rule.text(part), (prefix) => prefix !== ""));
  const step = stepper(enabled, not(anyOf([...narrowed, ...prefixed])));
  const tiers = rule.list("transitions");
  return [
    step("expire", rule.number("expiration.days")),
    step("expire old versions", rule.number("noncurrentVersionExpiration.noncurrentDays")),
    step("expire old versions", rule.number("noncurrentVersionExpiration.days")),
    step("abort uploads", rule.number("abortIncompleteMultipartUpload.daysAfterInitiation")),
    step("abort uploads", rule.number("abortIncompleteMultipartUploadDays")),
    ...(tiers.state === "known" ? tiers.value.map((tier) => step("tier", tier.number("days"))) : []),
    ...(tiers.state === "unknown" ? [step("tier", tiers)] : []),
  ];
}

function gcsSteps(rule: Bag): readonly Step[] {
  const prefixes = ["condition.matchesPrefixes", "condition.matchesSuffixes"];
  const narrowed = anyOf(prefixes.map((path) => anyItem(rule.list(path), () => true)));
  const action = rule.text("action.type");
  const age = rule.number("condition.age");
  const about = (type: string) =>
    stepper(
      holds(action, (word) => word === type),
      not(narrowed),
    );
  const old = anyOf([
    holds(rule.text("condition.withState"), (state) => state === "ARCHIVED"),
    // zero is not sent
    holds(rule.number("condition.numNewerVersions"), (count) => count > 0),
    holds(rule.number("condition.daysSinceNoncurrentTime"), (days) => days > 0),
  ]);
  const deletes = about("Delete");
  const live = deletes("expire", age);
  return [
    { ...live, enabled: allOf([live.enabled, not(old)]) },
    { ...deletes("expire old versions", age.state === "absent" ? soon : age), enabled: allOf([live.enabled, old]) },
    about("SetStorageClass")("tier", age.state === "absent" ? soon : age),
    about("AbortIncompleteMultipartUpload")("abort uploads", age),
  ];
}

function azureSteps(rule: Bag): readonly Step[] {
  const enabled = holds(rule.flag("enabled"), (on) => on, true);
  const narrowed = anyItem(rule.list("definition.filters.prefixMatch"), () => true);
  const step = stepper(enabled, not(narrowed));
  const actions = rule.bag("definition.actions");
  const after = (path: string) => ageOf(actions.bag(path));
  return [
    step("expire", after("baseBlob.delete")),
    step("expire old versions", after("version.delete")),
    step("expire snapshots", after("snapshot.delete")),
    ...["tierToCool", "tierToCold", "tierToArchive"].map((tier) => step("tier", after(`baseBlob.${tier}`))),
  ];
}

function ageOf(action: Bag): Read<number> {
  const keys = [
    "daysAfterModificationGreaterThan",
    "daysAfterCreationGreaterThan",
    "daysAfterLastAccessTimeGreaterThan",
  ];
  const reads = keys.map((key) => action.number(key));
  return reads.find((read) => read.state === "known") ?? reads.find((read) => read.state === "unknown") ?? absent;
}

const soon: Read<number> = { state: "known", path: "", value: 0 };
const absent: Read<number> = { state: "absent", path: "" };

function autoclass(store: Resource): Step {
  const enabled = holds(store.flag("autoclass.enabled"), (on) => on);
  return { kind: "tier", days: soon, enabled, whole: true };
}

function always(): Step {
  return { kind: "tier", days: soon, enabled: true, whole: true };
}

function stepper(enabled: Truth, whole: Truth) {
  return (kind: Step["kind"], days: Read<number>): Step => ({ kind, days, enabled, whole });
}
