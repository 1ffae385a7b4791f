import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isNode, LineCounter, parseAllDocuments } from "yaml";
import { counted, type Format, type Reading, type Subject, type Unmapped } from "./format.ts";
import { isObject, type JsonObject } from "./json.ts";
import type { Source } from "./source.ts";
import { UnreadableError } from "./unreadable.ts";

const CLUSTER = "urn:pulumi:check::check::pulumi:providers:kubernetes::manifests";

/** A manifest, or a folder of them, that `kubectl apply` would take. */
export const kubernetes: Format = {
  title: "Kubernetes manifests (a YAML or JSON file, or a folder of them)",
  recognises: (source) => filesAt(source).some(looksRight),
  read: (source) => {
    const files = filesAt(source);
    if (files.length === 0) throw new UnreadableError(`${source.path} holds no .yaml, .yml or .json file`);
    const readings = files.map(readFile);
    return {
      subjects: readings.flatMap(({ subjects }) => subjects),
      unmapped: readings.flatMap(({ unmapped }) => unmapped),
    };
  },
};

function filesAt({ path, isFolder }: Source): readonly string[] {
  if (!isFolder) return /[.](ya?ml|json)$/.test(path) ? [path] : [];
  return globSync("**/*.{yaml,yml,json}", { cwd: path, exclude: ["**/node_modules/**"] })
    .sort()
    .map((name) => join(path, name));
}

function looksRight(file: string): boolean {
  const text = readFileSync(file, "utf8");
  return /^\s*"?apiVersion"?\s*:/m.test(text) && /^\s*"?kind"?\s*:/m.test(text);
}

function readFile(file: string): Reading {
  const lines = new LineCounter();
  const text = readFileSync(file, "utf8");
  if (text.includes("{{")) return { subjects: [], unmapped: counted("is a template: render it first", [file]) };
  const documents = parseAllDocuments(text, { lineCounter: lines, logLevel: "silent" });
  if (!Array.isArray(documents)) return { subjects: [], unmapped: [] };
  const subjects: Subject[] = [];
  const unmapped: Unmapped[] = [];
  for (const document of documents as readonly Document[]) {
    const [error] = document.errors;
    if (error !== undefined) {
      unmapped.push(...counted(`is not YAML (${error.code})`, [file]));
      continue;
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) continue;
    const objects = objectsIn(value);
    if (objects.length === 0) unmapped.push(...counted("is no Kubernetes object", [file]));
    subjects.push(
      ...objects.map(({ object, at }) =>
        subjectOf(object, file, (path) => lineOf(document, lines, [...at, ...steps(path)])),
      ),
    );
  }
  return { subjects, unmapped };
}

interface Placed {
  readonly object: JsonObject;
  readonly at: readonly (string | number)[];
}

function objectsIn(value: unknown, at: readonly (string | number)[] = []): readonly Placed[] {
  if (!isObject(value) || typeof value["apiVersion"] !== "string" || typeof value["kind"] !== "string") return [];
  const { items } = value;
  if (!value["kind"].endsWith("List") || !Array.isArray(items)) return [{ object: value, at }];
  return items.flatMap((item, index) => objectsIn(item, [...at, "items", index]));
}

function subjectOf(object: JsonObject, file: string, lines: NonNullable<Subject["lineOf"]>): Subject {
  const { apiVersion, kind } = object as { readonly apiVersion: string; readonly kind: string };
  const metadata = isObject(object["metadata"]) ? object["metadata"] : {};
  const name = [metadata["namespace"], metadata["name"] ?? metadata["generateName"]].filter(Boolean).join("/");
  const type = `kubernetes:${apiVersion === "v1" ? "core/v1" : apiVersion}:${kind}`;
  return {
    urn: `urn:pulumi:check::check::${type}::${name}`,
    type,
    name,
    inputs: object,
    provider: { urn: CLUSTER, props: {} },
    address: `${kind} ${name}`,
    file,
    lineOf: lines,
  };
}

// `spec.containers[0].image` as the keys that lead there
function steps(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) => (index === undefined ? step : Number(index)));
}

/** The line of the deepest part of a path that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
