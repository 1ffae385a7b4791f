import { lowerFirst, partsOf } from "../life/token.ts";
import type { ResourceSchema, Schemas } from "../schema/types.ts";

/** The inputs that make up a resource's path. */
export interface PathParameters {
  /** All of them: where it is, then its parents outermost first, then its own name. */
  readonly all: readonly string[];
  /** Another resource's whole path, for resources that hang on anything. */
  readonly scope: string | undefined;
  readonly parents: readonly string[];
  /** The parameter that is the resource's own name. */
  readonly own: string | undefined;
}

const GROUP = "resourceGroupName";
const SCOPES = ["scope", "resourceUri"];
const cache = new WeakMap<ResourceSchema, PathParameters>();

/** Read off the lookup function of the same resource: what it needs is the path. */
export function pathParameters(schema: ResourceSchema, schemas: Schemas): PathParameters {
  const known = cache.get(schema);
  if (known) return known;
  const { module, name } = partsOf(schema.token);
  const lookup = schemas.function(`azure-native:${module}:get${name}`);
  const found = lookup
    ? Object.keys(lookup.args).filter((arg) => lookup.args[arg]?.required && schema.inputs[arg])
    : Object.keys(schema.inputs).filter((key) => isPathLike(key, schema));
  const made = arrange(found, schema, schemas);
  cache.set(schema, made);
  return made;
}

function arrange(found: readonly string[], schema: ResourceSchema, schemas: Schemas): PathParameters {
  const { module, name } = partsOf(schema.token);
  if (found.length === 1 && found[0] === GROUP && name === "ResourceGroup")
    return { all: found, scope: undefined, parents: [], own: GROUP };
  const scope = found.find((key) => SCOPES.includes(key));
  const rest = found.filter((key) => key !== GROUP && key !== scope);
  const optional = rest.filter((key) => schema.inputs[key]?.required !== true);
  const own =
    optional.length === 1 ? optional[0] : optional.find((key) => key === `${lowerFirst(name)}Name` || key === "name");
  const depth = (parameter: string): number => depthOf(module, parameter, schema, schemas);
  const parents = rest.filter((key) => key !== own).sort((a, b) => depth(a) - depth(b));
  const where = found.filter((key) => key === GROUP || key === scope);
  return { all: [...where, ...parents, ...(own === undefined ? [] : [own])], scope, parents, own };
}

/** How deep the resource lies that a parameter names: `topicName` is as deep as a Topic. */
function depthOf(module: string, parameter: string, from: ResourceSchema, schemas: Schemas): number {
  const kind = parameter.replace(/Name$/, "");
  const token = `azure-native:${module}:${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const schema = token === from.token ? undefined : schemas.resource(token);
  return schema
    ? Object.keys(schema.inputs).filter((key) => schema.inputs[key]?.required && key.endsWith("Name")).length
    : 0;
}

/** Without a lookup function: the group, what is required and called a name, and the own name. */
const isPathLike = (key: string, { inputs, token }: ResourceSchema): boolean =>
  key === GROUP ||
  (inputs[key]?.required === true && (key.endsWith("Name") || key === "name")) ||
  key === `${lowerFirst(partsOf(token).name)}Name`;
