import { join } from "node:path";
import { type Cache } from "./cache.ts";
import { members } from "./declarations.ts";
import { enumFile, readEnum } from "./enums.ts";
import { readScript, readText, sizeOf } from "./files.ts";
import { callsFunction, readFunction } from "./function.ts";
import { toMember } from "./members.ts";
import { type NestedTypes, openNested } from "./nested.ts";
import type { InstalledPackage } from "./package.ts";
import { record } from "./records.ts";
import { declaresResource, readResource } from "./resource.ts";
import { findSections, type Section } from "./sections.ts";
import { candidates, looseCandidates, type TokenParts } from "./token.ts";
import type { ByName, EnumValue, FunctionSchema, Member, ResourceSchema } from "./types.ts";

/** Either what was read, or why nothing could be. */
export type Reading<T> = { readonly schema: T } | { readonly failure: "token not in package" | "text not recognised" };

/** Reads one installed package, each thing when asked for. */
export interface PackageReader {
  resource(token: string, parts: TokenParts): Reading<ResourceSchema>;
  function(token: string, parts: TokenParts): Reading<FunctionSchema>;
  nested(name: string): ByName<Member> | undefined;
  enumValues(name: string): readonly EnumValue[] | undefined;
  /** The configuration that the package declares. */
  settings(): readonly string[];
}

type Subject<T> = {
  readonly kind: "resource" | "function";
  readonly declares: (script: string, token: string) => boolean;
  readonly read: (token: string, packageName: string, script: string, declaration: string) => T | undefined;
  readonly revive: (kept: T) => T;
};
const RESOURCE: Subject<ResourceSchema> = {
  kind: "resource",
  declares: declaresResource,
  read: readResource,
  revive: (kept) => ({ ...kept, inputs: bare(kept.inputs), outputs: bare(kept.outputs) }),
};
const FUNCTION: Subject<FunctionSchema> = {
  kind: "function",
  declares: callsFunction,
  read: readFunction,
  revive: (kept) => ({ ...kept, args: bare(kept.args), result: bare(kept.result) }),
};

/** Opens an installed package. */
export function packageReader(of: InstalledPackage, cache: Cache): PackageReader {
  const nestedFiles = new Map<string, NestedTypes | undefined>();
  const enumTexts = new Map<string, string | undefined>();

  function find<T>(subject: Subject<T>, token: string, parts: TokenParts): Reading<T> {
    const tried = new Set<string>();
    for (const list of [() => candidates(parts), () => looseCandidates(parts, of.root)]) {
      for (const path of list()) {
        if (tried.has(path)) continue;
        tried.add(path);
        const reading = attempt(subject, token, join(of.root, path));
        if (reading) return reading;
      }
    }
    return { failure: "token not in package" };
  }

  function attempt<T>(subject: Subject<T>, token: string, path: string): Reading<T> | undefined {
    const size = sizeOf(`${path}.js`);
    if (size === undefined) return undefined;
    const stamp = `${size} ${sizeOf(`${path}.d.ts`)}`;
    const key = `${subject.kind} ${token}`;
    const kept = cache.read(key, stamp);
    if (kept !== undefined) return { schema: subject.revive(kept as T) };
    const script = readScript(`${path}.js`) ?? "";
    if (!subject.declares(script, token)) return undefined;
    const schema = subject.read(token, of.name, script, readText(`${path}.d.ts`) ?? "");
    if (!schema) return { failure: "text not recognised" };
    cache.write(key, stamp, schema);
    // through JSON, since strings cut from a text keep the whole text in memory
    return { schema: subject.revive(JSON.parse(JSON.stringify(schema)) as T) };
  }

  function nestedTypes(side: string): NestedTypes | undefined {
    if (!nestedFiles.has(side)) {
      const path = join(of.root, "types", `${side.replace(/s$/, "")}.d.ts`);
      const size = sizeOf(path);
      nestedFiles.set(side, size === undefined ? undefined : openNested(path, sections(side, path, String(size))));
    }
    return nestedFiles.get(side);
  }

  function sections(side: string, path: string, stamp: string): readonly Section[] {
    const kept = cache.read(side, stamp);
    if (kept !== undefined) return kept as readonly Section[];
    const found = findSections(path);
    cache.write(side, stamp, found);
    return found;
  }

  return {
    resource: (token, parts) => find(RESOURCE, token, parts),
    function: (token, parts) => find(FUNCTION, token, parts),
    nested(name) {
      const [side = "", ...rest] = name.split(".");
      const body = nestedTypes(side)?.body(rest.join("."));
      return body === undefined ? undefined : nestedMembers(body, of.name);
    },
    enumValues(name) {
      const file = enumFile(name);
      if (!enumTexts.has(file)) enumTexts.set(file, readText(join(of.root, file)));
      return readEnum(name, enumTexts.get(file) ?? "");
    },
    settings() {
      const text = readText(join(of.root, "config", "vars.d.ts")) ?? "";
      return [...text.matchAll(/^export declare const (\w+):/gm)].map(([, name = ""]) => name);
    },
  };
}

function nestedMembers(body: string, packageName: string): ByName<Member> {
  return record(
    members(body, 0).map((declared) => [
      declared.name,
      // one member that is no generator's text does not spoil its neighbours
      toMember(declared, packageName) ?? { type: { kind: "any" }, required: !declared.optional },
    ]),
  );
}

function bare<T>(parsed: ByName<T>): ByName<T> {
  return record(Object.entries(parsed));
}
