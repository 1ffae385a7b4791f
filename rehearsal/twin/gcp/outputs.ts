import { isObject, type Properties, type Value } from "../../wire/value.ts";
import { partsOf } from "../life/token.ts";
import type { PropertyType } from "../schema/types.ts";
import { type Context, text } from "../type.ts";
import { selfLink } from "./links.ts";
import { projectOf, regionOf, zoneOf } from "./site.ts";

/** Labels with the provider's own under them. */
export function pulumiLabels({ inputs, site }: Context): Properties {
  const attributed = site.config["addPulumiAttributionLabel"] !== false;
  const defaults = site.config["defaultLabels"];
  const labels = inputs["labels"];
  return {
    ...(attributed && { "goog-pulumi-provisioned": "true" }),
    ...(isObject(defaults) && defaults),
    ...(isObject(labels) && labels),
  };
}

/** Outputs that the provider already knows when it plans. */
export function planned(context: Context): Properties {
  const { outputs = {}, inputs = {} } = context.schema ?? {};
  return {
    ...(outputs["pulumiLabels"] && { pulumiLabels: pulumiLabels(context) }),
    ...(outputs["effectiveLabels"] && { effectiveLabels: pulumiLabels(context) }),
    ...(inputs["project"] && { project: projectOf(context) }),
  };
}

const addressOf: Rule = ({ dice, type }) =>
  partsOf(type).module === "compute" ? `203.0.113.${Number.parseInt(dice.hex("ip", 2), 16)}` : undefined;

type Rule = (context: Context, id: string) => Value | undefined;

const STRINGS: { readonly [name: string]: Rule } = {
  project: projectOf,
  region: regionOf,
  zone: zoneOf,
  location: ({ site }) => site.region,
  selfLink: ({ type }, id) => selfLink(type, id),
  name: (_context, id) => id,
  state: ({ type }) => (partsOf(type).module === "compute" ? "READY" : "ACTIVE"),
  status: ({ type }) => (partsOf(type).module === "compute" ? "READY" : "ACTIVE"),
  address: addressOf,
  ipAddress: addressOf,
  networkTier: () => "PREMIUM",
  uniqueId: ({ dice }) => dice.digits("uniqueId", 21),
  uid: ({ dice }) => dice.uuid("uid"),
  number: ({ site }) => site.places.gcp.projectNumber,
  projectNumber: ({ site }) => site.places.gcp.projectNumber,
  etag: ({ dice }) => Buffer.from(dice.hex("etag", 16), "hex").toString("base64"),
};

/** Compute Engine numbers what it makes. */
const numbered = (name: string, { type, dice, schema }: Context): string | undefined =>
  partsOf(type).module === "compute" && /^(?!source|psc)\w*[a-z]Id$/.test(name) && schema?.inputs[name] === undefined
    ? dice.digits(name, 19)
    : undefined;

/** One computed output by its name. */
export function output(name: string, type: PropertyType, context: Context, id: string): Value | undefined {
  if (name === "pulumiLabels" || name === "effectiveLabels") return pulumiLabels(context);
  const number = numbered(name, context);
  if (number !== undefined && type.kind === "number") return Number(number);
  if (type.kind !== "string") return undefined;
  if (context.schema?.inputs[name] !== undefined && name === "name") return text(context.inputs, "name");
  return STRINGS[name]?.(context, id) ?? number;
}
