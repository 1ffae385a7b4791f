import type { PlanArgs } from "@pulumi/aws/backup/plan.js";
import type { Bag } from "../../core/props.ts";
import { effectiveRegion } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import { every, fail, forAll, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { pointsTo } from "../../models/reference.ts";
import type { Allowed } from "./allowed.ts";

const BUCKET = "aws:s3/bucket:Bucket";
const VAULT = "aws:backup/vault:Vault";

/** The name of a bucket says nothing about its region: the bucket has to be in the stack. */
export function replication(path: string) {
  return (from: Resource, { graph }: GraphRun, allowed: Allowed): readonly Verdict[] => {
    const targets = graph.ofType(BUCKET);
    const key = path.split(".")[0] ?? path;
    return forAll(from.list(path), (rule) => {
      const off = holds(rule.text("status"), (word) => word.toLowerCase() === "disabled");
      if (off === true) return PASS;
      const value = rule.text("destination.bucket");
      const found = targets.filter((bucket) => {
        return bucket.urn !== from.urn && pointsTo({ from, key, value }, bucket, bucket.text("bucket")) === true;
      });
      const verdict = worst(found.map((bucket) => regionOf(bucket, value.path, allowed)));
      if (found.length > 0) return typeof off === "boolean" || verdict.word === "pass" ? verdict : undetermined(off);
      if (value.state === "unknown") return undetermined(value);
      return notCovered(value.path, "is a bucket that is not in this stack");
    });
  };
}

/** The ARN of a vault has its region; while it is unknown, the vaults it was computed from have it. */
export function plan(plan: Resource<PlanArgs>, { graph }: GraphRun, allowed: Allowed): readonly Verdict[] {
  const tied = graph.ofType(VAULT).filter(({ urn }) => plan.edges["rules"]?.includes(urn));
  const copy = (action: Bag): Verdict => {
    const arn = action.text("destinationVaultArn");
    if (arn.state === "known") {
      const region = arn.value.split(":")[3] ?? "";
      return region === "" ? notCovered(arn.path, "is no ARN with a region") : allowed({ ...arn, value: region });
    }
    if (arn.state === "absent") return PASS;
    // the plan's own vault is among them
    const verdicts = tied.map((vault) => regionOf(vault, arn.path, allowed));
    return tied.length > 0 && verdicts.every(({ word }) => word === "pass") ? PASS : undetermined(arn);
  };
  return forAll(plan.list("rules"), (rule) => worst(forAll(rule.list("copyActions"), copy)));
}

function regionOf(resource: Resource, path: string, allowed: Allowed): Verdict {
  const region = effectiveRegion(resource);
  if (region.state === "global") return fail(path, "is in no region");
  return allowed({ ...region, path });
}

const worst = (verdicts: readonly Verdict[]): Verdict => every(verdicts)[0] ?? PASS;
