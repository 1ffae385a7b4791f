import type { Read, Unknown } from "../../core/props.ts";
import { effectiveRegion, isAllowed, type Region } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { ALLOWED_REGIONS, strings } from "../../core/settings.ts";
import { allOf, anyOf, holds, not, type Truth } from "../../core/truth.ts";
import { fail, notApplicable, PASS, UNCONFIGURED, undetermined, type Verdict } from "../../core/verdict.ts";
import type { Copies, Copy } from "../../models/copy.ts";

/** Asks the region of one copy. */
export type Place = (region: Read<string>) => Truth;
/** Whether a store has a copy in a region that passes the test. */
export type Copied = (store: Resource, run: GraphRun, place: Place) => Truth;

/** Passes with a copy in a second allowed region; one abroad is the matter of `replicas-stay-in-region`. */
export function judgeCopies(copied: Copied, path: string, what: string, home = effectiveRegion) {
  return (store: Resource, run: GraphRun): Verdict => {
    const allowed = strings(run.config, ALLOWED_REGIONS);
    if (allowed === undefined) return UNCONFIGURED;
    const own = home(store);
    const second = copied(store, run, (region) =>
      allOf([holds(region, (name) => isAllowed(name, allowed)), isElsewhere(region, own)]),
    );
    if (second === true) return PASS;
    const abroad = copied(store, run, (region) => holds(region, (name) => !isAllowed(name, allowed)));
    if (abroad === true) return notApplicable("has its copy where none is allowed");
    const open = second || abroad;
    return open === false ? fail(path, what) : undetermined(open);
  };
}

/** A resource of Azure follows its group, where nobody says more. */
export const NOWHERE: Unknown = { state: "unknown", path: "location", reason: "is not set" };

function isElsewhere(region: Read<string>, own: Region): Truth {
  if (own.state === "global" || own.state === "absent") return NOWHERE;
  if (own.state === "unknown") return own;
  return holds(region, (name) => !isAllowed(name, [own.value]));
}

/** Whether one of the copies that are made passes. */
export function anyCopy(copies: Copies, place: Place): Truth {
  if (copies.state !== "known") return copies.state === "unknown" ? copies : false;
  return anyOf(copies.value.map((copy) => allOf([not(copy.off), where(copy, place)])));
}

// the plan's own vault is among the candidates, and does not pass: what does is where the copy goes
function where({ region, among }: Copy, place: Place): Truth {
  return anyOf([region.state === "unknown" && among.some((one) => place(one) === true), place(region)]);
}
