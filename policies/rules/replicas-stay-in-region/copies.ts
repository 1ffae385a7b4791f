import { forAll, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import type { Copies, Copy } from "../../models/copy.ts";
import type { Allowed } from "./allowed.ts";

/** All that is copied goes to an allowed region; what is switched off is not copied. */
export function stays(copies: Copies, allowed: Allowed): readonly Verdict[] {
  return forAll(copies, ({ off, region, among }: Copy) => {
    if (off === true) return PASS;
    const verdict = settled(among, allowed) ? PASS : allowed(region);
    return off === false || verdict.word === "pass" ? verdict : undetermined(off);
  });
}

const settled = (among: Copy["among"], allowed: Allowed): boolean =>
  among.length > 0 && among.every((region) => allowed(region).word === "pass");
