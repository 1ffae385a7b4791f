import type { Targets } from "../plan/targets.ts";
import { diagnose, type Run } from "../run.ts";

/** Whether every target named in full is a resource of the stack, old or new. Reports those that are not. */
export function checkTargets(run: Run, targets: Targets, news: ReadonlySet<string> = new Set()): boolean {
  const unknown = targets.literals().filter((urn) => !run.base.has(urn) && !news.has(urn));
  for (const urn of unknown) {
    const hint = urn.includes("$") ? "" : " Did you forget to escape $ in your shell?";
    diagnose(run, "error", "", `Target '${urn}' could not be found in the stack.${hint}`);
  }
  return unknown.length === 0;
}
