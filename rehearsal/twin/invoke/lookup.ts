import { ProviderError } from "../../wire/provider.ts";
import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import { outputs } from "../life/outputs.ts";
import { account } from "../life/scene.ts";
import { lowerFirst } from "../life/token.ts";
import type { Subject } from "../package.ts";
import { contextOf } from "../shared.ts";
import type { Thing } from "../world/thing.ts";
import { matches } from "./match.ts";
import type { InvokeScene } from "./scene.ts";
import { shaped } from "./shape.ts";

/** Answers `getX` and `getXs` from what exists; one thing that nobody made is assumed or refused, as asked. */
export function lookup(token: string, args: Properties, scene: InvokeScene): Properties | undefined {
  const { shared, package: pkg } = scene;
  const one = subjectOf(token, scene, (name) => name);
  if (one) {
    const found = inWorld(one, args, scene)[0] ?? assume(one, token, args, scene);
    return { ...pick(found.outputs, args), ...shapeOf(found, token, scene) };
  }
  const many = subjectOf(token, scene, singular);
  if (!many) return undefined;
  const found = inWorld(many, args, scene);
  if (found.length === 0) shared.ledger.assumed(token, "nothing else exists");
  const ids = found.map(({ id }) => id);
  return {
    id: shared.seed === "" ? pkg.name : `${pkg.name}-${ids.length}`,
    ids,
    arns: found.map(({ outputs: { arn } }) => arn ?? ""),
    names: found.map(({ outputs: { name }, id }) => name ?? id),
  };
}

/** The resource that a function is named after. */
function subjectOf(
  token: string,
  { shared, package: pkg }: InvokeScene,
  change: (name: string) => string,
): Subject | undefined {
  const [, module = "", name = ""] = token.split(":");
  if (!name.startsWith("get")) return undefined;
  const kind = change(name.slice("get".length));
  const folder = module.split("/", 1)[0] as string;
  const resource = module.includes("/")
    ? `${pkg.name}:${folder}/${lowerFirst(kind)}:${kind}`
    : `${pkg.name}:${module}:${kind}`;
  return shared.schemas.resource(resource) ? shared.subjects.of(resource, pkg) : undefined;
}
const singular = (name: string): string =>
  name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.endsWith("ses") ? name.slice(0, -2) : name.replace(/s$/, "");

function inWorld({ token, package: pkg }: Subject, args: Properties, { shared, site }: InvokeScene): readonly Thing[] {
  const here = (thing: Thing): boolean =>
    thing.account === site.account || thing.account.startsWith(`${site.account}/`);
  return shared.world.list(pkg.name, token).filter((thing) => here(thing) && matches(thing, args));
}

function shapeOf({ id, outputs: made }: Thing, token: string, { shared }: InvokeScene): Properties {
  const schema = shared.schemas.function(token);
  return schema?.result["id"] ? { id: made["id"] ?? id } : {};
}
const pick = (made: Properties, args: Properties): Properties => {
  const given: Record<string, Value> = { ...made };
  for (const key of Object.keys(args)) if (given[key] === undefined) given[key] = args[key] as Value;
  return given;
};

/** An object that is taken for existing, with the asked-for properties; it is there for the next who asks. */
function assume(subject: Subject, token: string, args: Properties, scene: InvokeScene): Thing {
  const { shared, site } = scene;
  const { schema, package: pkg } = subject;
  const told = typeof args["id"] === "string" ? args["id"] : undefined;
  const wanted = Object.fromEntries(
    Object.entries({ ...fromFilters(args), ...args }).filter(([key]) => schema?.inputs[key]),
  );
  const named = JSON.stringify(args);
  const context = contextOf(
    shared,
    site,
    subject,
    { urn: `${token} ${named}`, name: "assumed", type: subject.token },
    wanted,
    0,
  );
  const id = told ?? subject.hand?.id?.(context) ?? pkg.identify(context, subject).id;
  if (shared.existing === "none") throw new ProviderError("notFound", pkg.missing(subject.token, told ?? named));
  const own = told === undefined ? {} : (subject.hand?.fromId?.(told, context) ?? pkg.fromId(told, context, subject));
  const inputs = { ...subject.hand?.assumed, ...own, ...wanted };
  const full = { ...context, inputs };
  const thing: Thing = {
    package: pkg.name,
    account: account({ shared, site, subject }, inputs),
    type: subject.token,
    id,
    urn: "",
    inputs,
    outputs: shaped(outputs(inputs, full, subject, id), {}, undefined),
    origin: "assumed",
    claims: [],
  };
  shared.world.put("assume", thing);
  shared.ledger.assumed(subject.token, `${id} exists (${token})`);
  return thing;
}

/** Filters that name one value say what the object looks like. */
function fromFilters(args: Properties): Properties {
  const filters = args["filters"];
  const given: Record<string, Value> = {};
  for (const filter of isList(filters) ? filters : []) {
    if (!isObject(filter) || typeof filter["name"] !== "string" || !isList(filter["values"])) continue;
    const [value] = filter["values"];
    const tag = filter["name"].startsWith("tag:") ? filter["name"].slice("tag:".length) : undefined;
    if (tag !== undefined && value !== undefined)
      given["tags"] = { ...(given["tags"] as Properties | undefined), [tag]: value };
    else if (value !== undefined)
      given[filter["name"].replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())] = value;
  }
  return given;
}
