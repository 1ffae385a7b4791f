import { lowerFirst } from "../life/token.ts";
import type { ResourceSchema, Schemas } from "../schema/types.ts";

/** The inputs that make up a resource's path, outermost first. */
export interface PathParameters {
  readonly all: readonly string[];
  /** The parameter that is the resource's own name. */
  readonly own: string | undefined;
}

const cache = new WeakMap<ResourceSchema, PathParameters>();

/** Read off the lookup function of the same resource: what it needs is the path. */
export function pathParameters(schema: ResourceSchema, schemas: Schemas): PathParameters {
  const known = cache.get(schema);
  if (known) return known;
  const [pkg, module, name] = schema.token.split(":") as [string, string, string];
  const lookup = schemas.function(`${pkg}:${module}:get${name}`);
  const args = Object.keys(lookup?.args ?? {}).filter((arg) => lookup?.args[arg]?.required && schema.inputs[arg]);
  const all = lookup ? inOrder(args) : inOrder(Object.keys(schema.inputs).filter((key) => isPathLike(key, schema)));
  const optional = all.filter((key) => !schema.inputs[key]?.required && key !== "resourceGroupName");
  const plainName = `${lowerFirst(name)}Name`;
  const own = optional.length === 1 ? optional[0] : optional.find((key) => key === plainName || key === "name");
  const made = { all, own };
  cache.set(schema, made);
  return made;
}

/** Without a lookup function: the group, what is required and called a name, and the own name. */
const isPathLike = (key: string, { inputs, token }: ResourceSchema): boolean =>
  key === "resourceGroupName" ||
  (inputs[key]?.required === true && (key.endsWith("Name") || key === "name")) ||
  key === `${lowerFirst(token.split(":")[2] ?? "")}Name`;

const inOrder = (args: readonly string[]): readonly string[] => {
  const first: readonly string[] = args.filter((arg) => arg === "scope" || arg === "resourceGroupName");
  return [...first, ...args.filter((arg) => !first.includes(arg))];
};
