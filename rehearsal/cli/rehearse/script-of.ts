import { type FaultSpec, parseFault } from "../../twin/fault/index.ts";
import { UserError } from "../failure.ts";
import type { RehearseOptions } from "./options.ts";
import { DEFAULT_SCRIPT, parseVerbs, plan, type ScriptStep, type Wish } from "./script.ts";
import { isScriptFile, readScript } from "./script-file.ts";

/** What a first up with faults is followed by where nobody says it. */
const BROKEN_SCRIPT = ["up", "recover", "refresh", "preview", "decommission"];

/** The script that a command line asks for. */
export function scriptOf({ script, fault }: Pick<RehearseOptions, "script" | "fault">): ScriptStep[] {
  const fallback = fault.length > 0 ? BROKEN_SCRIPT : DEFAULT_SCRIPT;
  const wishes = isScriptFile(script)
    ? readScript(script[0] as string)
    : parseVerbs(script.length > 0 ? script : fallback);
  return plan(withFaults(wishes, fault.map(faultOf)));
}

function faultOf(text: string): FaultSpec {
  const parsed = parseFault(text);
  if ("mistake" in parsed) throw new UserError(`--fault ${text}: ${parsed.mistake}`);
  return parsed;
}

function withFaults(wishes: readonly Wish[], faults: readonly FaultSpec[]): readonly Wish[] {
  const first = wishes.findIndex(({ verb }) => verb === "up");
  if (faults.length > 0 && first < 0) throw new UserError("--fault strikes the first up, and the script has none");
  return wishes.map((wish, i) => (i === first ? { ...wish, faults: [...faults, ...wish.faults] } : wish));
}
