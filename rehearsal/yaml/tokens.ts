import type { FunctionSchema, ResourceSchema, Schemas } from "../twin/schema/index.ts";
import type { Notes, Place } from "./notes.ts";

/** What the engine itself serves: no SDK declares it under this name. */
const BUILT_IN = new Map([
  ["pulumi:pulumi:StackReference", "pulumi:pulumi:StackReference"],
  ["pulumi:Stash", "pulumi:index:Stash"],
]);

/** What a name stands for; without a schema where the package is not installed. */
export interface Found<T> {
  readonly token: string;
  readonly schema: T | undefined;
}

/** Finds what the short names of a template stand for: `aws:s3:Bucket` is `aws:s3/bucket:Bucket`. */
export class Tokens {
  readonly #schemas: Schemas;
  readonly #notes: Notes;

  constructor(schemas: Schemas, notes: Notes) {
    this.#schemas = schemas;
    this.#notes = notes;
  }

  resource(written: string, at: Place): Found<ResourceSchema> {
    const builtIn = BUILT_IN.get(written);
    if (builtIn !== undefined) return { token: builtIn, schema: undefined };
    return this.#find("resource", written, at, (token) => this.#schemas.resource(token));
  }
  function(written: string, at: Place): Found<FunctionSchema> {
    return this.#find("function", written, at, (token) => this.#schemas.function(token));
  }

  #find<T>(
    of: "resource" | "function",
    written: string,
    at: Place,
    schemaOf: (token: string) => T | undefined,
  ): Found<T> {
    const tokens = tokensFor(written);
    const found = tokens.map((token) => ({
      token,
      schema: schemaOf(token),
      absence: this.#schemas.absence(of, token),
    }));
    const best =
      found.find(({ schema }) => schema !== undefined) ??
      found.find(({ absence }) => absence?.reason === "text not recognised") ??
      found[0];
    if (!best) this.#notes.refuse(at, `'${written}' is no name of a ${of} (package:module:Name)`);
    // of a package that is not installed nothing is known: the simulated clouds say so, resource by resource
    if (best?.absence?.reason === "token not in package")
      this.#notes.refuse(at, `@pulumi/${best.absence.package} ${best.absence.version ?? ""} has no ${of} '${written}'`);
    return best ?? { token: written, schema: undefined };
  }
}

/** The full names that a name may stand for, the likeliest first; none where it is not one. */
export function tokensFor(written: string): readonly string[] {
  const parts = written.split(":");
  const [pkg, module, name] = parts.length === 2 ? [parts[0], "index", parts[1]] : parts;
  if (!pkg || !module || !name || parts.length > 3) return [];
  const full = `${pkg}:${module}:${name}`;
  if (module.includes("/") || pkg === "pulumi") return [full];
  return [full, `${pkg}:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`];
}
