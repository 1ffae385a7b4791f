import type { Flags, Verb } from "../../engine/operations/request.ts";
import type { FaultSpec } from "../../twin/fault/index.ts";
import type { Json } from "../../wire/json.ts";
import { UserError } from "../failure.ts";
import type { Edit } from "./edit.ts";

/** Which objects a step is about; every part that is said must fit. `*` stands for any text. */
export interface Target {
  readonly urn?: string;
  readonly name?: string;
  readonly type?: string;
}

/** What a script can ask for. */
export type ScriptVerb = Exclude<Verb, "import"> | "decommission" | "recover" | "drift" | "vanish";
/** What it asks for in one line. */
export interface Wish {
  readonly verb: ScriptVerb;
  readonly flags: Flags;
  readonly faults: readonly FaultSpec[];
  readonly target?: Target;
  /** What the program is made to ask for in this step only. */
  readonly edits?: readonly Edit[];
  /** By property path; null takes a property away. */
  readonly set?: { readonly [path: string]: Json };
}
/** One line of a rehearsal's script, and what it must show. */
export interface ScriptStep extends Wish {
  readonly title: string;
  /** Nothing may have changed since the up before it. */
  readonly expectQuiet: boolean;
}

const TITLES: { readonly [verb in ScriptVerb]: string } = {
  preview: "Preview",
  up: "Deploy",
  refresh: "Refresh",
  destroy: "Destroy",
  decommission: "Decommission",
  recover: "Recover",
  drift: "Drift behind the engine's back",
  vanish: "Vanish behind the engine's back",
};
/** What a verb means for whether the estate is as the program wants it; absent: it only looks. */
const LEAVES: { readonly [verb in ScriptVerb]?: "deployed" | "changed" } = {
  up: "deployed",
  recover: "deployed",
  destroy: "changed",
  decommission: "changed",
  drift: "changed",
  vanish: "changed",
};
/** Verbs that need to be told what they are about, which only a file can. */
const NEED_TARGETS: ReadonlySet<string> = new Set<ScriptVerb>(["drift", "vanish"]);
export const DEFAULT_SCRIPT = ["up", "refresh", "preview", "decommission"] as const;
export const SCRIPT_VERBS = Object.keys(TITLES) as readonly ScriptVerb[];

export const isVerb = (text: string): text is ScriptVerb => Object.hasOwn(TITLES, text);
const PLAIN_VERBS = SCRIPT_VERBS.filter((verb) => !NEED_TARGETS.has(verb));

/** Reads the verbs of a command line. */
export function parseVerbs(verbs: readonly string[]): Wish[] {
  return verbs.map((verb) => {
    if (!isVerb(verb)) {
      throw new UserError(`--script: '${verb}' is no verb of a script; there are ${PLAIN_VERBS.join(", ")}`);
    }
    if (NEED_TARGETS.has(verb))
      throw new UserError(`--script: ${verb} needs a target, which only a script file can name`);
    return { verb, flags: {}, faults: [] };
  });
}

/** A refresh or preview that follows an up without anything in between must find nothing to do. */
export function plan(wishes: readonly Wish[]): ScriptStep[] {
  let deployed = false;
  return wishes.map((wish) => {
    const leaves = LEAVES[wish.verb];
    const asWritten = wish.faults.length === 0 && wish.edits === undefined;
    const expectQuiet = deployed && leaves === undefined && asWritten;
    if (leaves) deployed = leaves === "deployed" && asWritten;
    const quiet = wish.verb === "refresh" ? "no drift" : "no change";
    const title = TITLES[wish.verb] + (expectQuiet ? ` (must find ${quiet})` : "");
    const broken = wish.faults.length > 0 ? ", with something broken" : "";
    return { ...wish, title: `${title}${wish.edits ? ", edited" : ""}${broken}`, expectQuiet };
  });
}
