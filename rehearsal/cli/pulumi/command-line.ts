import type { Flags, Verb } from "../../engine/operations/request.ts";

const SWITCHES: { readonly [flag in keyof Flags]?: string } = {
  refresh: "--refresh",
  runProgram: "--run-program",
  continueOnError: "--continue-on-error",
  ignoreProtect: "--ignore-protect",
  excludeProtected: "--exclude-protected",
  targetDependents: "--target-dependents",
  excludeDependents: "--exclude-dependents",
  expectNoChanges: "--expect-no-changes",
  clearPendingCreates: "--clear-pending-creates",
};
const LISTS: { readonly [flag in keyof Flags]?: string } = {
  targets: "--target",
  replace: "--replace",
  excludes: "--exclude",
};

/** What the CLI is told for one operation, apart from stack, configuration and policies. */
export function argumentsOf(verb: Verb, flags: Flags, parallel: number): string[] {
  const given = Object.entries(flags) as [keyof Flags, unknown][];
  return [
    verb,
    "--json",
    "--parallel",
    String(parallel),
    ...(verb === "preview" ? [] : ["--yes", "--skip-preview"]),
    ...given.flatMap(([flag, value]) => (value === true && SWITCHES[flag] ? [SWITCHES[flag]] : [])),
    ...given.flatMap(([flag, value]) =>
      LISTS[flag] && Array.isArray(value) ? (value as string[]).flatMap((one) => [LISTS[flag] as string, one]) : [],
    ),
  ];
}
