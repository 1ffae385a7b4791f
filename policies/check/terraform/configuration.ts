import { isObject, type JsonObject } from "../json.ts";

/** The modules of a plan's configuration, and what their expressions refer to. */
export class TerraformConfiguration {
  readonly #root: JsonObject;
  readonly #providers: JsonObject;
  readonly #variables: JsonObject;
  /** The resources of a module by name, made when first asked for. */
  readonly #byName = new Map<JsonObject, ReadonlyMap<unknown, JsonObject>>();

  constructor(plan: JsonObject) {
    const configuration = objectAt(plan, "configuration");
    this.#root = objectAt(configuration, "root_module");
    this.#providers = objectAt(configuration, "provider_config");
    this.#variables = objectAt(plan, "variables");
  }

  /** The properties that somebody wrote; nothing where the plan has no configuration of the resource. */
  written(address: string): ReadonlySet<string> | undefined {
    const entry = this.#resource(address);
    return entry && new Set(Object.keys(objectAt(entry, "expressions")));
  }

  /** Property to the resources, by address without indexes, that it was written with. */
  edges(address: string): Readonly<Record<string, readonly string[]>> {
    const { path } = split(address);
    const expressions = Object.entries(objectAt(this.#resource(address) ?? {}, "expressions"));
    return Object.fromEntries(
      expressions.map(([key, expression]) => [
        key,
        [...new Set(referencesIn(expression).flatMap((reference) => this.#resolve(path, reference)))],
      ]),
    );
  }

  /** The provider of a resource, with those of its arguments that are written down. */
  provider(address: string): { readonly key: string; readonly args: JsonObject } {
    const { name } = split(address);
    const key = textAt(this.#resource(address) ?? {}, "provider_config_key") || name.slice(0, name.indexOf("_"));
    return { key, args: objectOf(this.#constant(objectAt(objectAt(this.#providers, key), "expressions"))) };
  }

  #resource(address: string): JsonObject | undefined {
    const { path, name } = split(address);
    const module = this.#module(path);
    const known =
      this.#byName.get(module) ?? new Map(listAt(module, "resources").map((entry) => [entry["address"], entry]));
    this.#byName.set(module, known);
    return known.get(name);
  }

  #module(path: readonly string[]): JsonObject {
    return path.reduce(
      (module, call) => objectAt(objectAt(objectAt(module, "module_calls"), call), "module"),
      this.#root,
    );
  }

  // through variables to the caller, and through outputs into the called
  #resolve(path: readonly string[], reference: string): readonly string[] {
    const [first = "", second = "", third] = reference.split(".");
    if (first === "var" && path.length > 0) {
      const call = objectAt(objectAt(this.#module(path.slice(0, -1)), "module_calls"), path.at(-1) ?? "");
      return this.#all(path.slice(0, -1), objectAt(call, "expressions")[second]);
    }
    if (first === "module") {
      const inner = [...path, second];
      const output = objectAt(objectAt(this.#module(inner), "outputs"), third ?? "");
      return this.#all(inner, output["expression"]);
    }
    if (!first.includes("_") || second === "") return [];
    return [[...path.flatMap((call) => ["module", call]), first, second.replace(/\[.*/, "")].join(".")];
  }

  #all(path: readonly string[], expression: unknown): readonly string[] {
    return referencesIn(expression).flatMap((reference) => this.#resolve(path, reference));
  }

  #constant(expression: unknown): unknown {
    if (Array.isArray(expression)) return expression.map((item) => this.#constant(item));
    if (!isObject(expression)) return undefined;
    if ("constant_value" in expression) return expression["constant_value"];
    if ("references" in expression) {
      const variable = referencesIn(expression).map((name) => /^var[.](\w+)$/.exec(name)?.[1])[0];
      return variable === undefined ? undefined : objectAt(this.#variables, variable)["value"];
    }
    return Object.fromEntries(Object.entries(expression).map(([key, item]) => [key, this.#constant(item)]));
  }
}

/** An address without its indexes, as the modules that lead to it and the rest. */
function split(address: string): { readonly path: readonly string[]; readonly name: string } {
  const steps = address.split(".");
  const path: string[] = [];
  while (steps[0] === "module") path.push(...steps.splice(0, 2).slice(1));
  return { path, name: steps.join(".") };
}

function referencesIn(expression: unknown): readonly string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  if (!isObject(expression)) return [];
  const { references } = expression;
  if (Array.isArray(references)) return references.filter((item) => typeof item === "string");
  return Object.values(expression).flatMap(referencesIn);
}

const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});
const objectAt = (holder: JsonObject, key: string): JsonObject => objectOf(holder[key]);
const textAt = (holder: JsonObject, key: string): string => (typeof holder[key] === "string" ? holder[key] : "");
const listAt = (holder: JsonObject, key: string): readonly JsonObject[] =>
  Array.isArray(holder[key]) ? holder[key].filter(isObject) : [];
