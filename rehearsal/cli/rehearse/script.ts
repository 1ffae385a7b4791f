import type { Flags, Verb } from "../../engine/operations/request.ts";
import { UserError } from "../failure.ts";

/** One line of a rehearsal's script, and what it must show. */
export interface ScriptStep {
  readonly verb: Verb | "decommission";
  readonly title: string;
  readonly flags: Flags;
  /** Nothing may have changed since the up before it. */
  readonly expectQuiet: boolean;
}

type Verbs = { readonly [verb in Exclude<ScriptStep["verb"], "import">]: string };
const TITLES: Verbs = {
  preview: "Preview",
  up: "Deploy",
  refresh: "Refresh",
  destroy: "Destroy",
  decommission: "Decommission",
};
export const DEFAULT_SCRIPT = ["up", "refresh", "preview", "decommission"] as const;

const isVerb = (text: string): text is keyof Verbs => text in TITLES;

/** Reads the verbs; a refresh or preview that follows an up without anything in between must find nothing to do. */
export function parseScript(verbs: readonly string[]): ScriptStep[] {
  let deployed = false;
  return verbs.map((verb) => {
    if (!isVerb(verb)) {
      throw new UserError(`--script: '${verb}' is no verb of a script; there are ${Object.keys(TITLES).join(", ")}`);
    }
    const looks = verb === "refresh" || verb === "preview";
    const expectQuiet = deployed && looks;
    if (verb === "up") deployed = true;
    else if (!looks) deployed = false;
    const title = expectQuiet
      ? `${TITLES[verb]} (must find ${verb === "refresh" ? "no drift" : "no change"})`
      : TITLES[verb];
    return { verb, title, flags: {}, expectQuiet };
  });
}
