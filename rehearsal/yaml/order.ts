import type { Notes } from "./notes.ts";
import { referencesOf } from "./references.ts";
import type { Declaration, Template, Variable } from "./template.ts";

/** One thing to make. */
export type Step =
  | { readonly make: "variable"; readonly of: Variable }
  | { readonly make: "resource"; readonly of: Declaration };

/** The order in which everything can be made; cycles are noted. */
export function orderOf({ resources, variables }: Template, notes: Notes): readonly Step[] {
  const steps: readonly Step[] = [
    ...resources.map((of) => ({ make: "resource", of }) as const),
    ...variables.map((of) => ({ make: "variable", of }) as const),
  ];
  const byName = new Map(steps.map((step) => [step.of.name, step]));
  const ordered = new Set<Step>();
  const visit = (step: Step, trail: readonly string[]): void => {
    const { name, at } = step.of;
    if (ordered.has(step)) return;
    if (trail.includes(name)) {
      notes.refuse(at, `circular references: ${[...trail.slice(trail.indexOf(name)), name].join(" -> ")}`);
      return;
    }
    for (const { path } of referencesOf(step.of)) {
      const next = byName.get(path.root);
      if (next) visit(next, [...trail, name]);
    }
    ordered.add(step);
  };
  for (const step of steps) visit(step, []);
  return [...ordered];
}
