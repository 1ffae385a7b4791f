import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Recorded } from "../core/testing.ts";

interface ProjectSchema {
  readonly properties: Readonly<Record<string, object>>;
}

// the API server's own: typed by the SDK
const BUILT_IN = new Set(
  [
    "admissionregistration",
    "apiextensions",
    "apiregistration",
    "certificates",
    "coordination",
    "discovery",
    "events",
    "flowcontrol.apiserver",
    "networking",
    "node",
    "rbac.authorization",
    "resource",
    "scheduling",
    "storage",
    "storagemigration",
  ].map((group) => `${group}.k8s.io`),
);
const METADATA = {
  type: "object",
  properties: {
    name: { type: "string" },
    namespace: { type: "string" },
    labels: { type: "object", additionalProperties: { type: "string" } },
    annotations: { type: "object", additionalProperties: { type: "string" } },
  },
  required: ["name"],
  additionalProperties: false,
};
const SECRET = "4dabf18193072939515e22adb298388d"; // how Pulumi marks one among values

let loaded: ReturnType<typeof load> | undefined;

/** What is wrong with the custom objects that were asked for: unknown kinds and fields, missing ones, wrong values. */
export function problemsOf(recorded: readonly Recorded[]): string[] {
  return recorded.flatMap(({ type, name, inputs }) => {
    const [provider, apiVersion, kind] = type.split(":");
    const [group = ""] = apiVersion?.split("/") ?? [];
    if (provider !== "kubernetes" || !group.includes(".") || BUILT_IN.has(group) || group === "helm.sh") return [];
    const { apiVersion: _, kind: __, metadata, ...said } = plain(inputs) as Record<string, unknown>;
    return problemsOfObject(`${String(apiVersion)}/${String(kind)}`, { metadata, said }).map(
      (problem) => `${name}: ${problem}`,
    );
  });
}

/** The same of one object, by its kind. */
export function problemsOfObject(kind: string, { metadata, said }: { metadata: unknown; said: unknown }): string[] {
  loaded ??= load();
  const validator = loaded.validatorOf(kind);
  if (validator === undefined) return [`${kind} is a kind of no project that is known here`];
  return [...told(loaded.metadataProblems, metadata, "metadata"), ...told(validator, said, "")].map(
    (problem) => `${kind} ${problem}`,
  );
}

function load() {
  const ajv = new Ajv({ allErrors: true, strict: false });
  const projectOf = new Map<string, string>();
  for (const file of globSync("{carried/*/schema,written/*}.json", { cwd: import.meta.dirname })) {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8")) as ProjectSchema;
    ajv.addSchema(schema, file);
    for (const kind of Object.keys(schema.properties)) projectOf.set(kind, file);
  }
  return {
    metadataProblems: ajv.compile(METADATA),
    // compiled when first asked for, and kept by ajv
    validatorOf: (kind: string): ValidateFunction | undefined => {
      const project = projectOf.get(kind);
      return project === undefined ? undefined : ajv.getSchema(`${project}#/properties/${kind.replaceAll("/", "~1")}`);
    },
  };
}

function told(validate: ValidateFunction, value: unknown, at: string): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${at}${path(error, at)}: ${reason(error)}`);
}

function path({ instancePath }: ErrorObject, at: string): string {
  const dotted = instancePath
    .replace(/[/](\d+)(?=[/]|$)/g, "[$1]")
    .replaceAll("/", ".")
    .replaceAll("~1", "/");
  return at === "" ? dotted.replace(/^[.]/, "") : dotted;
}

function reason({ message = "is wrong", params }: ErrorObject): string {
  const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: unknown[] };
  if (additionalProperty !== undefined) return `has no field ${additionalProperty}`;
  return allowedValues === undefined ? message : `must be one of ${allowedValues.join(", ")}`;
}

/** Values as the API server gets them: secrets open, absent fields gone. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (SECRET in value && "value" in value) return plain(value.value);
  const present = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(present.map(([key, held]) => [key, plain(held)]));
}
