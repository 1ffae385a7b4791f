import { diskCache, noCache } from "./cache.ts";
import { packageFinder } from "./package.ts";
import { type PackageReader, packageReader, type Reading } from "./reader.ts";
import { parseToken, type TokenParts } from "./token.ts";
import type { Absence, ByName, Member, Schemas } from "./types.ts";

export { parseToken, type TokenParts } from "./token.ts";
export type * from "./types.ts";

/** Opens the schemas of the SDKs that a program has installed. Everything is read when first asked for. */
export function openSchemas(programDirectory: string, options: { readonly cacheDirectory?: string } = {}): Schemas {
  const find = packageFinder(programDirectory);
  const readers = new Map<string, PackageReader | undefined>();
  const known = new Map<string, unknown>();

  function reader(name: string): PackageReader | undefined {
    if (!readers.has(name)) {
      const found = find(name);
      const { cacheDirectory } = options;
      const cache =
        found && cacheDirectory !== undefined ? diskCache(cacheDirectory, `${found.name}@${found.version}`) : noCache;
      readers.set(name, found && packageReader(found, cache));
    }
    return readers.get(name);
  }

  function once<T>(key: string, make: () => T): T {
    if (!known.has(key)) known.set(key, make());
    return known.get(key) as T;
  }

  function lookup<T>(
    of: "resource" | "function",
    token: string,
    read: (from: PackageReader, parts: TokenParts) => Reading<T>,
  ): { readonly schema: T } | Absence {
    return once(`${of} ${token}`, () => {
      const parts = parseToken(token);
      const from = parts && reader(parts.package);
      if (!parts || !from) return absence("package not installed", parts?.package ?? token.split(":")[0] ?? "", token);
      const reading = read(from, parts);
      if ("schema" in reading) return reading;
      return absence(reading.failure, parts.package, token, find(parts.package)?.version);
    });
  }

  const resource = (token: string) => lookup("resource", token, (from, parts) => from.resource(token, parts));
  const lookupFunction = (token: string) => lookup("function", token, (from, parts) => from.function(token, parts));
  const schemaOf = <T>(found: { readonly schema: T } | Absence) => ("schema" in found ? found.schema : undefined);

  return {
    resource: (token) => schemaOf(resource(token)),
    function: (token) => schemaOf(lookupFunction(token)),
    absence(of, token) {
      const found = of === "resource" ? resource(token) : lookupFunction(token);
      return "schema" in found ? undefined : found;
    },
    resolve: (ref) =>
      once<ByName<Member> | undefined>(`ref ${ref.package} ${ref.name}`, () => reader(ref.package)?.nested(ref.name)),
    enumValues: (ref) => once(`enum ${ref.package} ${ref.name}`, () => reader(ref.package)?.enumValues(ref.name)),
    settings: (name) => once(`settings ${name}`, () => reader(name)?.settings() ?? []),
    packageVersion: (name) => find(name)?.version,
  };
}

const SENTENCES: { readonly [reason in Absence["reason"]]: (token: string, sdk: string) => string } = {
  "package not installed": (token, sdk) => `${token}: the program has no SDK of package ${sdk} installed.`,
  "token not in package": (token, sdk) => `${token}: ${sdk} does not declare it.`,
  "text not recognised": (token, sdk) => `${token}: SDK text format not recognised, ${sdk}.`,
};

function absence(reason: Absence["reason"], packageName: string, token: string, version?: string): Absence {
  const sdk = version === undefined ? packageName : `${packageName} ${version}`;
  return {
    reason,
    package: packageName,
    ...(version !== undefined && { version }),
    message: SENTENCES[reason](token, sdk),
  };
}
