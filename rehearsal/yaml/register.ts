import { Script } from "node:vm";
import * as pulumi from "@pulumi/pulumi";
import type { ResourceSchema } from "../twin/schema/index.ts";
import { isProviderType, packageOf } from "../wire/urn.ts";
import { type Bag, type Evaluator, holdsOutput, isOutput } from "./evaluate.ts";
import type { Notes, Place } from "./notes.ts";
import type { Declaration } from "./template.ts";

class Custom extends pulumi.CustomResource {}
class Provider extends pulumi.ProviderResource {
  readonly #package: string;
  constructor(pkg: string, ...others: readonly [string, pulumi.Inputs, pulumi.ResourceOptions]) {
    super(pkg, ...others);
    this.#package = pkg;
  }
  serves(pkg: string): boolean {
    return pkg === this.#package;
  }
}
class Component extends pulumi.ComponentResource {}

/** What a template's resources are made with. */
export interface Workshop {
  readonly evaluator: Evaluator;
  readonly schemaOf: (type: string) => ResourceSchema | undefined;
  /** Names of properties that the template asks a resource for. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  /** Absolute path of the template. */
  readonly file: string;
  readonly notes: Notes;
}

/** Registers one resource, or reads it where it is there already. */
export function register(
  declaration: Declaration,
  { evaluator, schemaOf, asked, file, notes }: Workshop,
): pulumi.Resource {
  const { type, logicalName, name, at } = declaration;
  const schema = schemaOf(type);
  const given = declaration.properties ? evaluator.evaluate(declaration.properties) : {};
  const properties = propertiesOf(given, schema, () =>
    refusal(notes, at, `the properties of ${name} must be an object`),
  );
  const options = optionsOf(evaluator.options(declaration.options), schema, (problem) =>
    refusal(notes, at, `options of ${name}: ${problem}`),
  );
  const id = declaration.id && (evaluator.evaluate(declaration.id) as pulumi.Input<string>);
  // a property that is only asked for is announced, or it would not be there while nobody knows its value
  const announced = Object.fromEntries((asked.get(name) ?? []).map((one) => [one, undefined]));
  const all = { ...announced, ...properties };
  return placed(file, at, () => {
    const opts = { ...options, ...(id !== undefined && { id }) };
    if (type === "pulumi:pulumi:StackReference")
      return new pulumi.StackReference(logicalName, { name: (properties["name"] as string | undefined) ?? name }, opts);
    if (isProviderType(type)) return new Provider(packageOf(type), logicalName, all, opts);
    if (schema?.kind === "component") return new Component(type, logicalName, all, opts, true);
    return new Custom(type, logicalName, all, onlyProvider(opts, packageOf(type)));
  });
}

/** With what the SDK's own constructor would write or keep secret. */
function propertiesOf(given: unknown, schema: ResourceSchema | undefined, refuse: () => Error): Bag {
  const inputs = Object.entries(schema?.inputs ?? {});
  const constants = Object.fromEntries(
    inputs.flatMap(([name, { constant }]) => (constant === undefined ? [] : [[name, constant]])),
  );
  // which properties an output holds nobody knows yet: each of them may be there
  const bag = isOutput(given)
    ? Object.fromEntries(inputs.map(([name]) => [name, given.apply((known) => (known as Bag | undefined)?.[name])]))
    : given;
  if (bag === null || typeof bag !== "object" || Array.isArray(bag)) throw refuse();
  const secret = Object.entries(bag).map(([name, value]) => [
    name,
    schema?.inputs[name]?.secret ? pulumi.secret(value) : (value as unknown),
  ]);
  return { ...(Object.fromEntries(secret) as Bag), ...constants };
}

const RESOURCES = ["dependsOn", "providers", "replaceWith", "parent", "provider", "deletedWith"];
const MAY_BE_OUTPUT = ["aliases", "replacementTrigger", ...RESOURCES];

function optionsOf(
  given: Bag,
  schema: ResourceSchema | undefined,
  refuse: (problem: string) => Error,
): pulumi.CustomResourceOptions {
  for (const [name, value] of Object.entries(given)) {
    if (!MAY_BE_OUTPUT.includes(name) && holdsOutput(value))
      throw refuse(`${name} must be known before anything is made`);
    if (RESOURCES.includes(name) && ![value].flat().every((one) => pulumi.Resource.isInstance(one)))
      throw refuse(`${name} must name resources`);
    if (/^providers?$/.test(name) && ![value].flat().every((one) => pulumi.ProviderResource.isInstance(one)))
      throw refuse(`${name} must name a resource of a type pulumi:providers:…`);
  }
  const aliases = ((given["aliases"] as readonly unknown[] | undefined) ?? []).map(aliasOf);
  return pulumi.mergeOptions(
    {
      additionalSecretOutputs: [...(schema?.additionalSecretOutputs ?? [])],
      replaceOnChanges: [...(schema?.replaceOnChanges ?? [])],
      aliases: (schema?.aliases ?? []).map((type) => ({ type })),
    },
    { ...given, aliases } as pulumi.CustomResourceOptions,
  );
}

/** The SDK takes a list of providers for components only: of it, the one that serves the resource. */
function onlyProvider(options: pulumi.ComponentResourceOptions, pkg: string): pulumi.CustomResourceOptions {
  const { providers, ...others } = options;
  const fitting = Object.values(providers ?? {}).find((one) => one instanceof Provider && one.serves(pkg));
  const provider = others.provider ?? fitting;
  return { ...others, ...(provider && { provider }) };
}

function aliasOf(written: unknown): pulumi.Input<pulumi.URN | pulumi.Alias> {
  if (written === null || typeof written !== "object" || isOutput(written)) return written as pulumi.Input<string>;
  const { noParent, urn, ...alias } = written as { readonly noParent?: boolean; readonly urn?: pulumi.Input<string> };
  if (urn !== undefined) return urn;
  return noParent ? { ...alias, parent: pulumi.rootStackResource } : alias;
}

const refusal = (notes: Notes, at: Place, text: string): Error => new pulumi.RunError(notes.tell(at, text));

/** Does something in a frame of the call stack that stands in the template: the SDK tells the engine where a resource was made. */
function placed<T>(filename: string, { line, column }: Place, make: () => T): T {
  const code = `(function template(make) { return (\n${" ".repeat(column - 1)}make()); })`;
  const call = new Script(code, { filename, lineOffset: line - 2 }).runInThisContext() as (make: () => T) => T;
  return call(make);
}
