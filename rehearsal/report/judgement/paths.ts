import type { JudgedPath } from "./model.ts";

type Standing = "as declared" | "not as declared" | "undetermined";

/** Whether a declared path is as it should be; a missing end is a fault. */
export function standingOf({ expect, state }: JudgedPath): Standing {
  if (state === expect) return "as declared";
  return state.startsWith("undetermined") ? "undetermined" : "not as declared";
}

/** All paths in one line. */
export function pathsSaid(paths: readonly JudgedPath[]): string {
  const count = (standing: Standing) => paths.filter((path) => standingOf(path) === standing).length;
  return (["as declared", "not as declared", "undetermined"] as const)
    .map((standing) => `${count(standing)} ${standing}`)
    .join(", ");
}

/** What was found, in the words of a sentence. */
export function stateSaid({ expect, state, missing }: JudgedPath): string {
  if (state === "missing") return `expected ${expect}, cannot be followed: ${missing ?? ""}`;
  return state === expect ? `${state}, as declared` : `expected ${expect}, ${state}`;
}
