import { parseArgs } from "node:util";
import type { Flags } from "../../engine/operations/request.ts";

/** The flags of a command, as the Pulumi CLI knows them. */
export function parseFlags(args: readonly string[] = []): Flags {
  const { values } = parseArgs({
    args: [...args],
    options: {
      refresh: { type: "boolean" },
      "run-program": { type: "boolean" },
      "continue-on-error": { type: "boolean" },
      "preview-only": { type: "boolean" },
      "expect-no-changes": { type: "boolean" },
      "exclude-protected": { type: "boolean" },
      "ignore-protect": { type: "boolean" },
      "target-dependents": { type: "boolean" },
      "exclude-dependents": { type: "boolean" },
      target: { type: "string", multiple: true, short: "t" },
      replace: { type: "string", multiple: true },
      "target-replace": { type: "string", multiple: true },
      exclude: { type: "string", multiple: true },
    },
  });
  const both = values["target-replace"] ?? [];
  return {
    refresh: values.refresh ?? false,
    runProgram: values["run-program"] ?? false,
    continueOnError: values["continue-on-error"] ?? false,
    expectNoChanges: values["expect-no-changes"] ?? false,
    excludeProtected: values["exclude-protected"] ?? false,
    ignoreProtect: values["ignore-protect"] ?? false,
    targetDependents: values["target-dependents"] ?? false,
    excludeDependents: values["exclude-dependents"] ?? false,
    targets: [...(values.target ?? []), ...both],
    replace: [...(values.replace ?? []), ...both],
    excludes: values.exclude ?? [],
  };
}
