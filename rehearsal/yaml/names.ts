import { formatPath } from "./interpolation.ts";
import type { Notes } from "./notes.ts";
import { type Reference, referencesOf } from "./references.ts";
import type { Declaration, Template } from "./template.ts";

/** What every program finds under `pulumi` without declaring it. */
export const SURROUNDINGS = ["cwd", "organization", "project", "rootDirectory", "stack"] as const;

/** The names of a key of the configuration: the project's own go without its name, too. */
export const namesOf = (key: string, project: string): readonly string[] =>
  key.startsWith(`${project}:`) ? [key, key.slice(project.length + 1)] : [key];

/** Notes names that are taken twice, and references that lead nowhere. `configured`: names that nobody need declare. */
export function noteNames(template: Template, configured: readonly string[], notes: Notes): void {
  const { settings, resources, variables, outputs } = template;
  const named = [...settings, ...resources, ...variables];
  const taken = new Set(["pulumi"]);
  for (const { name, at } of named) {
    if (taken.has(name)) notes.refuse(at, `the name '${name}' is ${name === "pulumi" ? "reserved" : "taken already"}`);
    taken.add(name);
  }
  for (const name of configured) taken.add(name);
  const declared = new Map(resources.map((one) => [one.name, one]));
  for (const reference of [...resources, ...variables, ...outputs].flatMap(referencesOf)) {
    const problem = problemOf(reference, taken, declared);
    if (problem) notes.refuse(reference.at, `\${${formatPath(reference.path)}}${problem}`);
  }
}

function problemOf(
  { path, inText }: Reference,
  taken: ReadonlySet<string>,
  declared: ReadonlyMap<string, Declaration>,
): string | undefined {
  const [first] = path.tail;
  if (!taken.has(path.root)) return `: there is no resource, variable or configuration '${path.root}'`;
  if (path.root === "pulumi")
    return SURROUNDINGS.some((name) => name === first) ? undefined : `: pulumi has ${SURROUNDINGS.join(", ")}`;
  const resource = declared.get(path.root);
  if (!resource) return undefined;
  if (first === undefined) return inText ? " is a whole resource: a text takes one of its properties" : undefined;
  return resource.known && !resource.known.has(String(first))
    ? `: ${resource.type} has no property '${first}'`
    : undefined;
}
