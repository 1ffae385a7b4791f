import { isObject, mapObject, type Properties, type Value } from "../../wire/value.ts";
import { partsOf } from "../life/token.ts";
import { type Context, text } from "../type.ts";
import { isGrant, parentPath } from "./iam.ts";
import { computeLink } from "./links.ts";
import { projectOf, regionOf } from "./site.ts";

type Path = (context: Context, name: string) => string;

/** What a bare name stands for, by the property that holds it. */
const NAMED: { readonly [property: string]: Path } = {
  network: (context, name) => `projects/${projectOf(context)}/global/networks/${name}`,
  subnetwork: (context, name) => `projects/${projectOf(context)}/regions/${regionOf(context)}/subnetworks/${name}`,
};
/** Properties that hold the path of another object of the same API. */
const LINKS = new Set([...Object.keys(NAMED), "backendService", "defaultService", "healthChecks", "target", "urlMap"]);

/** References as the APIs give them back: links in Compute Engine, full paths in grants and clusters. */
export function finish(outputs: Properties, context: Context): Properties {
  const { module } = partsOf(context.type);
  if (isGrant(context.type)) return { ...outputs, ...parentPath(context) };
  if (module !== "compute" && module !== "container") return outputs;
  const next: Record<string, Value> = { ...outputs };
  for (const key of LINKS) {
    const given = text(outputs, key);
    if (given === undefined || context.schema?.inputs[key] === undefined) continue;
    const path = given.includes("/") ? given : NAMED[key]?.(context, given);
    if (path !== undefined) next[key] = module === "compute" && path.startsWith("projects/") ? computeLink(path) : path;
  }
  return module === "compute" ? (mapObject(next, (value) => linked(value, context)) as Properties) : next;
}

/** Networks are named inside of other objects too: in the interfaces of a machine. */
function linked(value: Value, context: Context): Value {
  if (!isObject(value)) return value;
  const found = Object.entries(NAMED).flatMap(([key, path]) => {
    const given = text(value, key);
    if (given === undefined || given.startsWith("https://")) return [];
    return [[key, computeLink(given.includes("/") ? given : path(context, given))] as const];
  });
  return found.length === 0 ? value : { ...value, ...Object.fromEntries(found) };
}
