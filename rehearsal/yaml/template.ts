import type { ResourceSchema } from "../twin/schema/index.ts";
import { isProviderType } from "../wire/urn.ts";
import { type Expression, ExpressionReader, type Options } from "./expression.ts";
import type { Notes, Place } from "./notes.ts";
import { type Entry, membersOf, type Tree, textOf } from "./syntax.ts";
import type { Found, Tokens } from "./tokens.ts";

/** A program as it is written, every name resolved. */
export interface Template {
  readonly settings: readonly Setting[];
  readonly variables: readonly Variable[];
  readonly resources: readonly Declaration[];
  readonly outputs: readonly Variable[];
}

export interface Variable {
  readonly name: string;
  readonly at: Place;
  readonly value: Expression;
}

/** What a configuration may be declared as; a list of anything counts as array. */
const SETTING_TYPES = ["string", "number", "int", "integer", "bool", "boolean", "object", "array"] as const;
export type SettingType = (typeof SETTING_TYPES)[number];

/** One value of the configuration. */
export interface Setting {
  readonly name: string;
  readonly at: Place;
  /** What the stack file calls it. */
  readonly key: string;
  readonly type: SettingType | undefined;
  readonly secret: boolean;
  readonly otherwise: Expression | undefined;
}

/** One resource. */
export interface Declaration {
  /** What the template calls it. */
  readonly name: string;
  readonly at: Place;
  readonly logicalName: string;
  readonly type: string;
  /** Properties that it can be asked for; undefined where nobody knows. */
  readonly known: ReadonlySet<string> | undefined;
  readonly isDefaultProvider: boolean;
  readonly properties: Expression | undefined;
  /** The id of an existing resource, which is read and not made. */
  readonly id: Expression | undefined;
  readonly options: Options;
}

const RESOURCE_FIELDS = ["type", "name", "defaultProvider", "properties", "options", "get"];
const RESOURCE_OPTIONS = `
  additionalSecretOutputs aliases customTimeouts deleteBeforeReplace deletedWith dependsOn envVarMappings hideDiffs
  ignoreChanges import parent pluginDownloadURL protect provider providers replaceOnChanges replaceWith
  replacementTrigger retainOnDelete version`
  .trim()
  .split(/\s+/);
/** Properties of every resource or provider. */
const SHARED = ["id", "urn", "version", "pluginDownloadURL"];
const SETTING_FIELDS = ["type", "name", "secret", "default", "value", "items", "description"];

/** Reads a template; whatever is wrong in itself is noted. */
export function templateOf(tree: Tree, tokens: Tokens, notes: Notes): Template {
  const reader = new ExpressionReader(notes, tokens);
  const sections = membersOf(tree, "the template", undefined, notes);
  const entries = (name: string): readonly Entry[] => {
    const section = sections.get(name);
    membersOf(section, name, undefined, notes);
    return section?.kind === "map" ? section.entries : [];
  };
  const variables = (name: string): Variable[] =>
    entries(name).map(({ key, at, value }) => ({ name: key, at, value: reader.read(value) }));
  for (const { at, key } of entries("components"))
    notes.refuse(at, `the component '${key}' is written in YAML, which is not supported in a rehearsal`);
  const settings = [...entries("config"), ...entries("configuration")].map((entry) => settingOf(entry, reader, notes));
  return {
    // where both sections name one, the first counts
    settings: settings.filter(({ name }, i) => settings.findIndex((other) => other.name === name) === i),
    variables: variables("variables"),
    resources: entries("resources").map((entry) => declarationOf(entry, reader, tokens, notes)),
    outputs: variables("outputs"),
  };
}

function settingOf({ key, at, value }: Entry, reader: ExpressionReader, notes: Notes): Setting {
  const bare = { name: key, at, key, type: undefined, secret: false };
  if (value.kind !== "map") return { ...bare, otherwise: reader.read(value) };
  const members = membersOf(value, `the configuration ${key}`, SETTING_FIELDS, notes);
  const otherwise = members.get("default");
  const written = textOf(members.get("type"), `the type of ${key}`, notes)?.toLowerCase();
  const type = SETTING_TYPES.find((one) => one === (written?.startsWith("list<") ? "array" : written));
  if (written !== undefined && !type)
    notes.refuse(
      at,
      `the configuration ${key} cannot be a ${written}: it is one of ${SETTING_TYPES.join(", ")}, List<…>`,
    );
  const secret = members.get("secret");
  return {
    ...bare,
    key: textOf(members.get("name"), "the name of a configuration", notes) ?? key,
    type,
    secret: secret?.kind === "scalar" && secret.value === true,
    otherwise: otherwise && reader.read(otherwise),
  };
}

const UNTYPED: Found<ResourceSchema> = { token: "", schema: undefined };

function declarationOf({ key, at, value }: Entry, reader: ExpressionReader, tokens: Tokens, notes: Notes): Declaration {
  const members = membersOf(value, `the resource ${key}`, RESOURCE_FIELDS, notes);
  const type = members.get("type");
  const written = textOf(type, `the type of ${key}`, notes);
  if (!type) notes.refuse(at, `the resource ${key} has no type`);
  const { token, schema } = type && written !== undefined ? tokens.resource(written, type.at) : UNTYPED;
  const existing = membersOf(members.get("get"), `get of ${key}`, ["id", "state"], notes);
  const [id, state, properties] = [existing.get("id"), existing.get("state"), members.get("properties")];
  if (id && properties)
    notes.refuse(at, `the resource ${key} has properties and get: an existing one takes its state only`);
  const isDefault = members.get("defaultprovider");
  const isDefaultProvider = isDefault?.kind === "scalar" && isDefault.value === true;
  if (isDefault && !isProviderType(token))
    notes.refuse(isDefault.at, `defaultProvider is for provider resources only, and ${key} is ${token}`);
  const given = id ? state : properties;
  return {
    name: key,
    at,
    logicalName: textOf(members.get("name"), `the name of ${key}`, notes) ?? key,
    type: token,
    known: schema && new Set([...SHARED, ...Object.keys(schema.inputs), ...Object.keys(schema.outputs)]),
    isDefaultProvider,
    properties: given && reader.read(given),
    id: id && reader.read(id),
    options: reader.options(members.get("options"), `options of ${key}`, RESOURCE_OPTIONS),
  };
}
