import type { DiffResult } from "../../wire/provider.ts";
import { equal, type Properties } from "../../wire/value.ts";
import type { Goal, ResourceState } from "../resource.ts";
import { Bail, diagnose, type Run } from "../run.ts";
import type { Registration, Step } from "../steps/step.ts";
import { type Checker, redacted } from "./check.ts";
import { cascadeReplacements, dependentReplacements } from "./dependents.ts";
import type { PlanLedger } from "./ledger.ts";

export interface Replacement {
  readonly goal: Goal;
  readonly old: ResourceState;
  readonly new: ResourceState;
  readonly diff: DiffResult;
  readonly registration: Registration;
  /** The inputs before and after policies changed them; absent where they did not. */
  readonly judged: { readonly before: Properties; readonly after: Properties } | undefined;
  /** Checks the program's own inputs anew, without the old ones; absent where that was done already. */
  readonly recheck: Checker | undefined;
}

/** The steps of a replacement, in the order that the provider and the program ask for. */
export async function planReplacement(run: Run, ledger: PlanLedger, replacement: Replacement): Promise<Step[]> {
  const { goal, old, new: state, diff, registration } = replacement;
  refuseProtected(run, replacement);
  refuseImport(run, replacement);
  ledger.replaces.add(state.urn);
  if (replacement.recheck) {
    state.inputs = await replacement.recheck(undefined, goal.properties);
    warnLost(run, replacement);
  }
  const { urn } = state;
  const shared = { urn, old, new: state, keys: diff.replaces, diff };
  if (!(goal.deleteBeforeReplace ?? diff.deleteBeforeReplace)) {
    return [
      { op: "create-replacement", ...shared, registration, pendingDelete: true },
      { op: "replace", ...shared, pendingDelete: true },
    ];
  }
  const steps = await deleteFirst(run, ledger, urn, old);
  return [...steps, { op: "replace", ...shared }, { op: "create-replacement", ...shared, registration }];
}

async function deleteFirst(run: Run, ledger: PlanLedger, urn: string, old: ResourceState): Promise<Step[]> {
  const steps: Step[] = [];
  // what was imported a moment ago in a preview is in no graph
  const dependents =
    run.base.graph.has(old) || !run.options.preview ? await dependentReplacements(run, ledger, old) : [];
  for (const { state, keys } of [...dependents, ...cascadeReplacements(run, ledger, urn)].reverse()) {
    if (ledger.condemned.has(state)) continue;
    ledger.dependentKeys.set(state.urn, keys);
    if (!state.delete && state.protect && !run.options.ignoreProtect) refuseDependent(run, urn, state.urn);
    steps.push({ op: "delete-replaced", urn: state.urn, old: state, pendingReplacement: !state.delete });
    ledger.deletes.add(state.urn);
    ledger.condemned.add(state);
  }
  await run.providers.ensureFor(old);
  if (!old.pendingReplacement) {
    ledger.deletes.add(old.urn);
    steps.push({ op: "delete-replaced", urn: old.urn, old, pendingReplacement: true });
  }
  return steps;
}

/** The engine imitated here creates the new object from the program's own inputs: the next update mends that. */
function warnLost(run: Run, { new: state, judged }: Replacement): void {
  if (!judged) return;
  const lost = Object.keys(judged.after)
    .filter((key) => !equal(judged.before[key], judged.after[key]) && !equal(state.inputs[key], judged.after[key]))
    .concat(Object.keys(judged.before).filter((key) => !(key in judged.after) && key in state.inputs));
  if (lost.length === 0) return;
  diagnose(
    run,
    "warning",
    state.urn,
    `remediated inputs were lost on replacement of ${state.urn}: ${lost.sort().join(", ")}. The new object is created from ` +
      "the program's own inputs, and the next update remediates it: set them in the program",
  );
}

function refuseProtected(run: Run, { old, new: state }: Replacement): void {
  if (!state.protect || !old.protect || run.options.ignoreProtect) return;
  diagnose(
    run,
    "error",
    state.urn,
    `unable to replace resource "${state.urn}"\nas it is currently marked for protection. To unprotect the resource, ` +
      "remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`",
  );
  run.outcome.sawError = true;
  if (!run.options.preview) throw new Bail("protected");
}

function refuseImport(run: Run, { goal, old, new: state, diff }: Replacement): void {
  if (goal.importId === "") return;
  const changes = diff.replaces.map((key) => `${key}: ${redacted(old.inputs[key])} => ${redacted(state.inputs[key])}`);
  const message = [
    "previously-imported resources that still specify an ID may not be replaced; " +
      "please remove the `import` declaration from your program;",
    ...changes,
  ].join("\n");
  if (!run.options.preview) throw new Error(message);
  diagnose(run, "warning", state.urn, message);
}

function refuseDependent(run: Run, urn: string, dependent: string): never {
  diagnose(
    run,
    "error",
    urn,
    `unable to replace resource "${dependent}" as part of replacing "${urn}" as it is currently marked for ` +
      "protection. To unprotect the resource, remove the `protect` flag from the resource in your Pulumi program and " +
      `run \`pulumi up\`, or use the command:\n\`pulumi state unprotect '${dependent}'\``,
  );
  run.outcome.sawError = true;
  throw new Bail("protected dependent");
}
