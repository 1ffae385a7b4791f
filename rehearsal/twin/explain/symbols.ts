import type { Properties, Value } from "../../wire/value.ts";
import type { Failing } from "../failing.ts";
import type { Subject } from "../package.ts";
import { type Places, placesFrom } from "../places.ts";
import type { Dice } from "../seed.ts";
import type { Context } from "../type.ts";
import type { WorldView } from "../world/world.ts";

/** Dice that say what they would show. */
const NAMED: Dice = {
  hex: (_label, length) => `<${length} hex>`,
  digits: (_label, length) => `<${length} digits>`,
  letters: (_label, length) => `<${length} letters>`,
  uuid: () => "<uuid>",
};
const PLACES: Places = {
  ...placesFrom({
    aws: { accountId: "{account}", region: "{region}" },
    gcp: { project: "{project}", region: "{region}", zone: "{zone}" },
    azure: { subscriptionId: "{subscription}", location: "{location}" },
  }),
};

/** A context in which every value says what it stands for; what is `beside` is all that exists. */
export function symbolic(
  { token, package: pkg, schema, schemas, name }: Subject,
  inputs?: Properties,
  failing?: Failing,
): Context {
  const own = Object.keys(schema?.inputs ?? {}).filter(
    (key) => (schema?.inputs[key]?.required || key === name?.property) && isText(schema?.inputs[key]?.type.kind),
  );
  const stands: { readonly [key: string]: Value } = Object.fromEntries(own.map((key) => [key, `{${key}}`]));
  const metadata =
    schema?.inputs["metadata"] || pkg.free?.(token) ? { metadata: { name: "{name}", namespace: "{namespace}" } } : {};
  return {
    urn: "{urn}",
    name: "{name}",
    type: token,
    site: pkg.site({}, PLACES, {}),
    schema,
    schemas,
    inputs: { ...stands, ...metadata, ...inputs },
    dice: NAMED,
    now: "<time>",
    world: worldWith(failing),
  };
}
const isText = (kind: string | undefined): boolean => kind === "string" || kind === "union" || kind === "resource";

function worldWith(failing: Failing | undefined): WorldView {
  const { beside, gone } = failing ?? {};
  const thing = beside && {
    package: "",
    account: "",
    type: beside.type,
    id: "{other}",
    urn: "",
    inputs: {},
    outputs: beside.inputs("{id}"),
    origin: "created" as const,
    claims: [],
  };
  return {
    get: () => undefined,
    find: () => undefined,
    list: (_pkg, type) => (thing && type === thing.type ? [thing] : []),
    within: () => [],
    byUrn: () => undefined,
    holder: () => undefined,
    wasDeleted: (_pkg, type) => type === gone?.type,
  };
}
