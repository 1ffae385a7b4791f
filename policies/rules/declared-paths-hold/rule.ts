import type { Step } from "../../core/proved-path.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { fail, notApplicable, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { lastOf, type Proof } from "../../paths/proof.ts";
import { provedIn, shownIn } from "../../paths/proved.ts";
import { PATHS } from "../../paths/settings.ts";

function verdictOf({ name, expect, state, open, missing, absent, steps }: Proof): Verdict {
  if (absent !== undefined) return notApplicable(absent);
  if (state === "missing") return fail(name, `cannot be followed: ${missing ?? ""}`);
  if (typeof open === "object") {
    return undetermined({ ...open, path: [name, open.path].filter(Boolean).join(": ") });
  }
  if (state === expect) return PASS;
  if (expect === "closed") return fail(name, `is open: ${told(steps, "lets it through")}`);
  const refusing = steps.filter(({ passage }) => passage === "refused");
  return fail(name, `is closed: ${told(refusing, "refuses it")}`);
}

function told(steps: readonly Step[], does: string): string {
  return steps
    .map(({ what, by }) => `${what} ${does}${by.length > 0 ? ` (${by.map(lastOf).join(", ")})` : ""}`)
    .join("; ");
}

function stack(_: Resource, run: GraphRun): Verdict | readonly Verdict[] {
  const proofs = provedIn(run);
  if (typeof proofs === "string") return fail(PATHS.name, proofs);
  return proofs.length === 0 ? notApplicable("declares no paths") : proofs.map(verdictOf);
}

export const declaredPathsHold: Rule = {
  id: "declared-paths-hold",
  packs: ["zero-trust"],
  title: "Declared paths are open or closed as they are declared",
  severity: "high",
  scope: "graph",
  since: "0.2.0",
  why: "Policies that are each right may together open a way that nobody wanted, or close one that is needed.",
  fixText: ({ path }) =>
    path === PATHS.name
      ? "Give the stack values of its own in `paths.yaml`."
      : `Change the resource that the chain of "${path}" names, or the path in \`paths.yaml\`.`,
  settings: [PATHS],
  shows: shownIn,
  checks: { "pulumi:pulumi:Stack": stack },
};
