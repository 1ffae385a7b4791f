import { existsSync } from "node:fs";
import { z } from "zod";
import { type FaultSpec, parseFault } from "../../twin/fault/index.ts";
import { parsePath } from "../../wire/path.ts";
import { UserError } from "../failure.ts";
import { readYaml, show } from "../project/pulumi-yaml.ts";
import { isVerb, SCRIPT_VERBS, type ScriptVerb, type Wish } from "./script.ts";

const fault = z.string().transform((text, context): FaultSpec => {
  const parsed = parseFault(text);
  if (!("mistake" in parsed)) return parsed;
  context.addIssue({ code: "custom", message: parsed.mistake });
  return z.NEVER;
});
const faults = z.array(fault).default([]);
const flag = z.boolean().optional();
const targets = z.array(z.string()).optional();
const set = z.record(z.string(), z.json()).superRefine((changes, context) => {
  for (const path of Object.keys(changes)) {
    if (!parsePath(path))
      context.addIssue({ code: "custom", path: [path], message: "is no property path, such as tags.team" });
  }
});
const target = { urn: z.string().optional(), name: z.string().optional(), type: z.string().optional() };
const hasTarget = (options: { urn?: unknown; name?: unknown; type?: unknown }): boolean =>
  options.urn !== undefined || options.name !== undefined || options.type !== undefined;
const NO_TARGET = { message: "names no object: give urn, name or type", when: () => true };

const edit = z
  .strictObject({ name: target.name, type: target.type, set })
  .refine(hasTarget, { message: "names no resource: give name or type", when: () => true });
const edits = z.array(edit).min(1).optional();

/** What a verb can be told. */
const SHAPES = {
  preview: z.strictObject({ refresh: flag, targets, edit: edits, faults }),
  up: z.strictObject({ refresh: flag, continueOnError: flag, targets, edit: edits, faults }),
  refresh: z.strictObject({ runProgram: flag, clearPendingCreates: flag, targets, faults }),
  destroy: z.strictObject({ runProgram: flag, continueOnError: flag, targets, faults }),
  decommission: z.strictObject({ faults }),
  recover: z.strictObject({ runProgram: flag }),
  drift: z.strictObject({ ...target, set }).refine(hasTarget, NO_TARGET),
  vanish: z.strictObject(target).refine(hasTarget, NO_TARGET),
} satisfies { readonly [verb in ScriptVerb]: z.ZodType };
type Mistake = readonly [path: string, message: string];

/** Whether `--script` names a file. */
export const isScriptFile = (script: readonly string[]): boolean =>
  script.length === 1 && /\.(ya?ml|json)$/.test(script[0] ?? "");

/** Reads a script; everything wrong with it is told at once. */
export function readScript(file: string): Wish[] {
  if (!existsSync(file)) throw new UserError(`--script: ${show(file)} does not exist`);
  const steps = readYaml(file);
  if (!Array.isArray(steps) || steps.length === 0) {
    throw new UserError(`${show(file)}: a script is a list of steps, such as [up, {drift: {…}}, refresh]`);
  }
  const mistakes: Mistake[] = [];
  const wishes: Wish[] = [];
  let waiting: readonly FaultSpec[] = [];
  for (const [i, step] of steps.entries()) {
    const read = readStep(step, `[${i}]`, mistakes);
    if (Array.isArray(read)) waiting = [...waiting, ...(read as FaultSpec[])];
    else if (read) {
      const wish = read as Wish;
      if (waiting.length > 0 && !("faults" in SHAPES[wish.verb].shape)) {
        mistakes.push([`[${i}]`, `no fault can strike ${wish.verb}: a fault stands before the step that it strikes`]);
      }
      wishes.push({ ...wish, faults: [...waiting, ...wish.faults] });
      waiting = [];
    }
  }
  if (waiting.length > 0) mistakes.push([`[${steps.length - 1}]`, "no step follows that the fault could strike"]);
  if (mistakes.length > 0) {
    const list = mistakes.map(([where, what]) => `${where}: ${what}`).join("; ");
    throw new UserError(`${show(file)}: ${list}`);
  }
  return wishes;
}

function readStep(step: unknown, at: string, mistakes: Mistake[]): Wish | FaultSpec[] | undefined {
  const keys = step !== null && typeof step === "object" ? Object.keys(step) : [];
  const verb = typeof step === "string" ? step : keys[0];
  if (verb === undefined || keys.length > 1) {
    mistakes.push([at, "a step is a verb, or one verb with its options"]);
    return undefined;
  }
  const given = typeof step === "string" ? {} : ((step as { readonly [key: string]: unknown })[verb] ?? {});
  if (verb === "fault") return checked(faults, [given].flat(), `${at}.fault`, mistakes);
  if (!isVerb(verb)) {
    mistakes.push([at, `'${verb}' is no verb of a script: there are ${[...SCRIPT_VERBS, "fault"].join(", ")}`]);
    return undefined;
  }
  const options = checked(SHAPES[verb] as z.ZodType<Options>, given, `${at}.${verb}`, mistakes);
  if (!options) return undefined;
  const { urn, name, type, set, edit: changed, faults: struck, ...flags } = options;
  const about = {
    ...(urn !== undefined && { urn }),
    ...(name !== undefined && { name }),
    ...(type !== undefined && { type }),
  };
  return {
    verb,
    flags,
    faults: struck ?? [],
    ...(hasTarget(about) && { target: about }),
    ...(set && { set }),
    ...(changed && { edits: changed }),
  };
}

type Options = Wish["target"] &
  Wish["flags"] & {
    readonly set?: Wish["set"];
    readonly edit?: Wish["edits"];
    readonly faults?: FaultSpec[];
  };

function checked<Result>(
  shape: z.ZodType<Result>,
  given: unknown,
  at: string,
  mistakes: Mistake[],
): Result | undefined {
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const { path: where, message } of parsed.error.issues) {
    mistakes.push([
      at + where.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join(""),
      message,
    ]);
  }
  return undefined;
}
