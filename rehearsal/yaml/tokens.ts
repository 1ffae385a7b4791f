import type { ByName, FunctionSchema, Member, ResourceSchema, Schemas } from "../twin/schema/index.ts";
import type { Notes, Place } from "./notes.ts";

/** What the engine itself serves: no SDK declares it under this name. */
const BUILT_IN: { readonly [token: string]: string } = {
  "pulumi:pulumi:StackReference": "pulumi:pulumi:StackReference",
  "pulumi:Stash": "pulumi:index:Stash",
  "pulumi:index:Stash": "pulumi:index:Stash",
};

interface FoundFunction {
  readonly token: string;
  readonly single: boolean;
  /** Undefined where nobody knows. */
  readonly result: ByName<Member> | undefined;
}

/** Finds what the short names of a template stand for: `aws:s3:Bucket` is `aws:s3/bucket:Bucket`. */
export class Tokens {
  readonly #schemas: Schemas;

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  resource(written: string, at: Place, notes: Notes): { readonly token: string; readonly schema: ResourceSchema | undefined } {
    const builtIn = BUILT_IN[written];
    if (builtIn !== undefined) return { token: builtIn, schema: undefined };
    return this.#find("resource", written, (token) => this.#schemas.resource(token), at, notes);
  }

  function(written: string, at: Place, notes: Notes): FoundFunction {
    const find = (token: string): FunctionSchema | undefined => this.#schemas.function(token);
    const { token, schema } = this.#find("function", written, find, at, notes);
    return { token, single: schema?.single ?? false, result: schema?.result };
  }

  #find<T>(of: "resource" | "function", written: string, find: (token: string) => T | undefined, at: Place, notes: Notes): { readonly token: string; readonly schema: T | undefined } {
    const tokens = tokensFor(written);
    const [first] = tokens;
    if (first === undefined) {
      notes.refuse(at, `'${written}' is no name of a ${of} (package:module:Name)`);
      return { token: written, schema: undefined };
    }
    for (const token of tokens) {
      const schema = find(token);
      if (schema) return { token, schema };
    }
    const reasons = tokens.map((token) => this.#schemas.absence(of, token));
    const unread = reasons.findIndex((absence) => absence?.reason === "text not recognised");
    const [absence] = reasons;
    // of a package that is not installed the simulated clouds say so, by resource, and of echoed ones nothing is known
    if (unread < 0 && absence?.reason === "token not in package")
      notes.refuse(at, `@pulumi/${absence.package} ${absence.version ?? ""} has no ${of} '${written}'`);
    return { token: tokens[Math.max(unread, 0)] ?? first, schema: undefined };
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
