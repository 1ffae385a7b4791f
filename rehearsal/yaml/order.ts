import { isProviderType, packageOf } from "../wire/urn.ts";
import { type Expression, referencesOf, referenceTo } from "./expression.ts";
import { formatPath } from "./interpolation.ts";
import type { Notes } from "./notes.ts";
import type { Declaration, Template, Variable } from "./template.ts";

export type Step = { readonly make: "variable"; readonly of: Variable } | { readonly make: "resource"; readonly of: Declaration };

/** What every program finds there without declaring it. */
export const SURROUNDINGS = ["cwd", "organization", "project", "rootDirectory", "stack"] as const;

/** The template with its default providers where a resource or a variable's function names none. */
export function withDefaultProviders(template: Template): Template {
  const defaults = new Map(
    template.resources
      .filter(({ isDefaultProvider }) => isDefaultProvider)
      .map((provider) => [packageOf(provider.type), provider] as const),
  );
  const options = <T extends { readonly [name: string]: Expression }>(type: string, given: T): T => {
    const provider = defaults.get(packageOf(type));
    if (!provider || given["provider"] || isProviderType(type)) return given;
    const { version } = provider.options;
    return { ...given, provider: referenceTo(provider.name, provider.at), ...(version && { version }) };
  };
  return {
    ...template,
    resources: template.resources.map((one) => ({ ...one, options: options(one.type, one.options) })),
    variables: template.variables.map((one) =>
      one.value.kind === "invoke" ? { ...one, value: { ...one.value, options: options(one.value.token, one.value.options) } } : one,
    ),
  };
}

/** The order in which everything can be made; references that lead nowhere and cycles are noted. */
export function orderOf(template: Template, configured: readonly string[], notes: Notes): readonly Step[] {
  const steps: readonly Step[] = [
    ...template.resources.map((of) => ({ make: "resource", of }) as const),
    ...template.variables.map((of) => ({ make: "variable", of }) as const),
  ];
  const byName = new Map(steps.map((step) => [step.of.name, step]));
  const settings = new Set([...template.settings.map(({ name }) => name), ...configured]);
  noteNames(template, notes);
  for (const { of } of [...steps, ...template.outputs.map((of) => ({ of }))])
    for (const expression of expressionsOf(of)) noteReferences(expression, byName, settings, notes);

  const ordered: Step[] = [];
  const done = new Set<string>();
  const visit = (step: Step, trail: readonly string[]): void => {
    const { name, at } = step.of;
    if (done.has(name)) return;
    if (trail.includes(name)) {
      notes.refuse(at, `circular references: ${[...trail.slice(trail.indexOf(name)), name].join(" -> ")}`);
      return;
    }
    for (const expression of expressionsOf(step.of)) {
      for (const { path } of referencesOf(expression)) {
        const next = byName.get(path.root);
        if (next) visit(next, [...trail, name]);
      }
    }
    if (done.has(name)) return;
    done.add(name);
    ordered.push(step);
  };
  for (const step of steps) visit(step, []);
  return ordered;
}

/** Every value that something is made of. */
export function expressionsOf(of: Variable | Declaration): readonly Expression[] {
  if ("value" in of) return [of.value];
  return [of.properties, of.id, ...Object.values(of.options)].filter((one) => one !== undefined);
}

function noteNames({ settings, resources, variables }: Template, notes: Notes): void {
  const taken = new Set<string>(["pulumi"]);
  for (const { name, at } of [...settings, ...resources, ...variables]) {
    if (taken.has(name)) notes.refuse(at, name === "pulumi" ? "the name 'pulumi' is reserved" : `the name '${name}' is taken already`);
    taken.add(name);
  }
}

function noteReferences(expression: Expression, byName: ReadonlyMap<string, Step>, settings: ReadonlySet<string>, notes: Notes): void {
  for (const { path, at, inText } of referencesOf(expression)) {
    const [first] = path.tail;
    const step = byName.get(path.root);
    const written = formatPath(path);
    if (path.root === "pulumi") {
      if (!SURROUNDINGS.some((name) => name === first)) notes.refuse(at, `\${${written}}: pulumi has ${SURROUNDINGS.join(", ")}`);
    } else if (!step && !settings.has(path.root)) {
      notes.refuse(at, `\${${written}}: there is no resource, variable or configuration '${path.root}'`);
    } else if (step?.make === "resource") {
      const { known, type } = step.of;
      if (first === undefined && inText) notes.refuse(at, `\${${written}} is a whole resource: a text takes one of its properties`);
      if (first !== undefined && known && !known.has(String(first))) notes.refuse(at, `\${${written}}: ${type} has no property '${first}'`);
    }
  }
}
