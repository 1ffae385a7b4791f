import { mustHave } from "../../core/attached.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { decide, every, fail, undetermined, type Verdict } from "../../core/verdict.ts";
import { ownKey, SSE } from "../../models/store-key.ts";

const DEFAULT = "applyServerSideEncryptionByDefault";
const KEY = `rules.${DEFAULT}.kmsMasterKeyId`;

/** The rules of a bucket's encryption, inline or in a resource of their own. */
export function bucket(bucket: Resource, { graph }: GraphRun): readonly Verdict[] {
  const { sure } = graph.attached(bucket, SSE);
  const lists = [bucket.list("serverSideEncryptionConfiguration.rule"), ...sure.map((config) => config.list("rules"))];
  const set = lists.filter((list) => list.state !== "absent");
  if (set.length > 0) return every(set.flatMap((list) => rules(list)));
  return [mustHave(graph, bucket, SSE, () => fail(KEY, "is not set; default is the cloud's own key"))];
}

function rules(list: Read<readonly Bag[]>): readonly Verdict[] {
  if (list.state === "unknown") return [undetermined(list)];
  const found = list.state === "known" ? list.value : [];
  if (found.length === 0) return [fail(list.path, "is empty; default is the cloud's own key")];
  return found.flatMap((rule) => {
    const algorithm = rule.text(`${DEFAULT}.sseAlgorithm`);
    const verdict = decide(algorithm, {
      known: (name) => (name.startsWith("aws:kms") ? undefined : `is ${name}, with the cloud's own key`),
      absent: "is not set; default is the cloud's own key",
    });
    if (verdict.word !== "pass") return [verdict];
    // without it every object costs a call of the key service
    const cheap = decide(rule.flag("bucketKeyEnabled"), {
      known: (on) =>
        on ? undefined : fail(`${rule.path}.bucketKeyEnabled`, "is false: every object asks the key", "low"),
      absent: fail(`${rule.path}.bucketKeyEnabled`, "is not set; default is false: every object asks the key", "low"),
    });
    return [ownKey(rule.text(`${DEFAULT}.kmsMasterKeyId`)), cheap];
  });
}
