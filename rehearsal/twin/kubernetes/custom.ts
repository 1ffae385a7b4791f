import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { isList, isObject, type Properties, unwrapSecrets, type Value } from "../../wire/value.ts";
import { type Context, type Limit, text } from "../type.ts";
import type { Thing } from "../world/thing.ts";
import { mayKnow } from "./fresh.ts";
import { kindOf } from "./kind.ts";
import { objectAt } from "./metadata.ts";
import { closed } from "./structural.ts";

const CRD = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";

/** What an API server refuses of a custom object, once its definition is there. */
export function customLimits(context: Context): readonly Limit[] {
  if (context.schema !== undefined) return [];
  const found = definitionOf(context);
  if (found === undefined) return [["kind", !mayKnow(context), unknownKind(context)]];
  const { kind } = kindOf(context.type);
  const { apiVersion: _, kind: __, metadata: ___, ...rest } = context.inputs;
  const validate = validatorOf(found);
  if (validate(rest)) return [];
  return (validate.errors ?? []).slice(0, 1).map((error) => {
    const path = pathOf(error);
    return [path, true, `${kind} in version "${found.version}" is invalid: ${path}: ${wordsOf(error)}`];
  });
}

interface Definition {
  readonly thing: Thing;
  readonly version: string;
}

/** The definition of a custom kind on the same cluster. */
function definitionOf({ type, world, site }: Context): Definition | undefined {
  const { apiVersion, kind } = kindOf(type);
  const [group = "", version = ""] = apiVersion.split("/");
  const thing = world.list("kubernetes", CRD, site.account).find(({ outputs }) => {
    const spec = objectAt(outputs, "spec");
    return text(spec, "group") === group && text(objectAt(spec, "names"), "kind") === kind;
  });
  return thing && { thing, version };
}

function unknownKind({ type }: Context): string {
  const { apiVersion, kind } = kindOf(type);
  return `no matches for kind "${kind}" in version "${apiVersion}"`;
}

const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false, logger: false });
const compiled = new WeakMap<Properties, Map<string, ValidateFunction>>();

/** Compiled once a definition and version: the object of the ledger stays the same until it is changed. */
function validatorOf({ thing, version }: Definition): ValidateFunction {
  const known = compiled.get(thing.outputs) ?? new Map<string, ValidateFunction>();
  compiled.set(thing.outputs, known);
  const validate = known.get(version) ?? ajv.compile(schemaOf(thing, version));
  known.set(version, validate);
  return validate;
}

function schemaOf({ outputs }: Thing, version: string): object {
  const versions = unwrapSecrets(objectAt(outputs, "spec")["versions"] ?? []);
  const own = (isList(versions) ? versions : []).find(
    (one): one is Properties => isObject(one) && one["name"] === version,
  );
  const schema = own && objectAt(objectAt(own, "schema"), "openAPIV3Schema");
  if (schema === undefined || Object.keys(schema).length === 0) return {};
  const { apiVersion: _, kind: __, metadata: ___, ...properties } = objectAt(schema, "properties");
  const required = schema["required"];
  const needed = isList(required) && required.filter((key) => key === "spec");
  return closed({ ...schema, properties, ...(needed && { required: needed }) });
}

function pathOf({ instancePath, params }: ErrorObject): string {
  const more = params as { additionalProperty?: string; missingProperty?: string };
  const path = instancePath
    .replaceAll(/\/(\d+)/g, "[$1]")
    .replaceAll("/", ".")
    .replace(/^\./, "");
  const last = more.additionalProperty ?? more.missingProperty;
  return last === undefined ? path : path === "" ? last : `${path}.${last}`;
}

function wordsOf({ keyword, message = "is invalid", params }: ErrorObject): string {
  if (keyword === "additionalProperties") return "field not declared in schema";
  if (keyword === "required") return "Required value";
  const allowed = (params as { allowedValues?: readonly Value[] }).allowedValues;
  return allowed
    ? `Unsupported value: supported values: ${allowed.map((one) => JSON.stringify(one)).join(", ")}`
    : message;
}
