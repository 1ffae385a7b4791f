import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import type { CallName } from "./expression.ts";

/** `whole`: takes its argument as it is, outputs and resources included; else it waits until everything is known. */
interface Builtin {
  readonly whole?: true;
  readonly call: (argument: unknown) => unknown;
}

const { asset } = pulumi;
const { StringAsset, FileAsset, RemoteAsset, FileArchive, RemoteArchive, AssetArchive } = asset;

/** What each built-in function answers. */
export const FUNCTIONS: { readonly [name in CallName]: Builtin } = {
  join: {
    call: (pair) => {
      const [delimiter, parts] = pair as [unknown, unknown];
      return list(parts)
        .map(text)
        .join(delimiter === null ? "" : text(delimiter));
    },
  },
  split: {
    call: (pair) => {
      const [delimiter, whole] = pair as [unknown, unknown];
      return text(whole).split(text(delimiter));
    },
  },
  select: {
    call: (pair) => {
      const [index, from] = pair as [unknown, unknown];
      const items = list(from);
      if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index >= items.length)
        throw new Error(`there is no element ${String(index)} in a list of ${items.length}`);
      return items[index];
    },
  },
  toJSON: { call: (value) => json(value) },
  toBase64: { call: (value) => Buffer.from(text(value)).toString("base64") },
  fromBase64: { call: (value) => new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text(value), "base64")) },
  secret: { whole: true, call: (value) => pulumi.secret(value) },
  unsecret: { whole: true, call: (value) => pulumi.unsecret(pulumi.output(value)) },
  readFile: { call: (path) => read(path).toString("utf8") },
  filebase64: { call: (path) => read(path).toString("base64") },
  filebase64sha256: { call: (path) => createHash("sha256").update(read(path)).digest("base64") },
  sha1: { call: (value) => createHash("sha1").update(text(value)).digest("hex") },
  length: {
    call: (value) => {
      // a text is as long as people see it
      if (typeof value === "string") return [...new Intl.Segmenter().segment(value)].length;
      return Object.keys(Array.isArray(value) ? value : object(value)).length;
    },
  },
  singleOrNone: {
    call: (value) => {
      const items = list(value);
      if (items.length > 1) throw new Error(`expected at most one element, got ${items.length}`);
      return items[0] ?? null;
    },
  },
  pulumiResourceName: { whole: true, call: (value) => resource(value).__name },
  pulumiResourceType: { whole: true, call: (value) => resource(value).__pulumiType },
  stackReference: {
    whole: true,
    call: (pair) => {
      const [stack, name] = pair as [unknown, pulumi.Input<string>];
      return stackReference(text(stack)).getOutput(name);
    },
  },
  stringAsset: { call: (value) => new StringAsset(text(value)) },
  fileAsset: { call: (path) => new FileAsset(text(path)) },
  remoteAsset: { call: (url) => new RemoteAsset(text(url)) },
  fileArchive: { call: (path) => new FileArchive(text(path)) },
  remoteArchive: { call: (url) => new RemoteArchive(text(url)) },
  assetArchive: { whole: true, call: (value) => new AssetArchive(object(value) as pulumi.asset.AssetMap) },
};

const stacks = new Map<string, pulumi.StackReference>();
function stackReference(name: string): pulumi.StackReference {
  const known = stacks.get(name) ?? new pulumi.StackReference(name);
  stacks.set(name, known);
  return known;
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new Error(`expected a text, got ${kindOf(value)}`);
  return value;
}
function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`expected a list, got ${kindOf(value)}`);
  return value as readonly unknown[];
}
function object(value: unknown): object {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new Error(`expected an object, got ${kindOf(value)}`);
  return value;
}
function resource(value: unknown): { readonly __name: string; readonly __pulumiType: string } {
  if (!pulumi.Resource.isInstance(value)) throw new Error(`expected a resource, got ${kindOf(value)}`);
  return value as unknown as ReturnType<typeof resource>;
}

function read(path: unknown): Buffer {
  try {
    return readFileSync(text(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Error(`it reads ${String(path)}, which does not exist: is it built?`, { cause: error });
  }
}

/** As Pulumi's YAML writes JSON: names in order, and nothing that HTML could take for a tag. */
function json(value: unknown): string {
  const sorted = JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return sorted.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What a value is, for people. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (pulumi.Resource.isInstance(value)) return "a resource";
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`;
}
