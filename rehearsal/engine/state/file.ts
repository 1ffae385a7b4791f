import { createHash } from "node:crypto";
import { z } from "zod";
import { type Decrypt, type Json, type JsonForm, type JsonObject, textOf } from "../../wire/json.ts";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "../../wire/signatures.ts";
import { parseReference } from "../../wire/urn.ts";
import { linksOf } from "../links.ts";
import { resourceFromJson, resourceToJson } from "./codec.ts";
import { PassphraseCipher } from "./passphrase.ts";
import type { PendingType, StackState } from "./snapshot.ts";

/** A state file that cannot be used; the text says why and where. */
export class StateFileError extends Error {
  override readonly name = "StateFileError";
}

/** The engine whose behaviour the states follow. */
const ENGINE_VERSION = "v3.260.0";

const deploymentShape = z.looseObject({
  manifest: z.looseObject({
    magic: z.string().optional(),
    version: z.string().optional(),
    plugins: z.array(z.looseObject({ name: z.string(), version: z.string().optional() })).nullish(),
  }),
  secrets_providers: z
    .looseObject({ type: z.string(), state: z.looseObject({ salt: z.string().optional() }).optional() })
    .nullish(),
  resources: z.array(z.looseObject({ urn: z.string(), type: z.string() })).nullish(),
  pending_operations: z
    .array(z.looseObject({ type: z.string(), resource: z.looseObject({ urn: z.string() }) }))
    .nullish(),
});
const exportShape = z.looseObject({
  version: z.number(),
  features: z.array(z.string()).nullish(),
  deployment: deploymentShape,
});
const checkpointShape = z.looseObject({ version: z.number(), checkpoint: z.looseObject({ latest: deploymentShape }) });
const KNOWN_FEATURES = new Set(["hooks", "taint", "replaceWith", "refreshBeforeUpdate"]);

/** Writes a state in the form of `pulumi stack export`: what `pulumi stack import` takes. */
export function writeState(state: StackState, time: string, cipher: PassphraseCipher): JsonObject {
  let place = "";
  let index = 0;
  const form: JsonForm = {
    secret: (inner) => ({
      [SIGNATURE_KEY]: SECRET_SIGNATURE,
      ciphertext: cipher.encrypt(JSON.stringify(inner), `${place}#${index++}`),
    }),
    spellNumbers: true,
  };
  const write = (resource: StackState["resources"][number]): JsonObject => {
    place = resource.urn;
    index = 0;
    return resourceToJson(resource, form);
  };
  const features = featuresOf(state);
  return {
    version: features.length > 0 ? 4 : 3,
    ...(features.length > 0 && { features }),
    deployment: {
      manifest: {
        time,
        magic: createHash("sha256").update(ENGINE_VERSION).digest("hex"),
        version: ENGINE_VERSION,
      },
      secrets_providers: { type: "passphrase", state: { salt: cipher.salt } },
      ...(state.resources.length > 0 && { resources: state.resources.map(write) }),
      ...(state.pending.length > 0 && {
        pending_operations: state.pending.map(({ type, resource }) => ({ resource: write(resource), type })),
      }),
      metadata: {},
    },
  };
}

function featuresOf({ resources }: StackState): string[] {
  const used = new Set<string>();
  for (const { hooks, taint, replaceWith } of resources) {
    if (Object.keys(hooks).length > 0) used.add("hooks");
    if (taint) used.add("taint");
    if (replaceWith.length > 0) used.add("replaceWith");
  }
  return [...used].sort();
}

export interface ReadState {
  readonly state: StackState;
  /** Secrets that nobody could open, by place: they stand as placeholders. */
  readonly placeholders: readonly string[];
}

/** Reads an export or a checkpoint of the file backend. Secrets without a key become placeholders. */
export function readState(text: string, file: string, passphrase: string | undefined): ReadState {
  const deployment = parse(text, file);
  checkMagic(deployment.manifest, file);
  const salt =
    deployment.secrets_providers?.type === "passphrase" ? deployment.secrets_providers.state?.salt : undefined;
  const cipher = salt && passphrase !== undefined ? PassphraseCipher.open(salt, passphrase) : undefined;
  const placeholders: string[] = [];
  const read = (json: JsonObject): StackState["resources"][number] => {
    let count = 0;
    const decrypt: Decrypt = (ciphertext) => {
      if (cipher) return JSON.parse(cipher.decrypt(ciphertext)) as Json;
      placeholders.push(`${textOf(json["urn"])}#${count++}`);
      return `placeholder-${createHash("sha256")
        .update(`${textOf(json["urn"])}\0${count}`)
        .digest("hex")
        .slice(0, 12)}`;
    };
    return resourceFromJson(json, decrypt);
  };
  const resources = (deployment.resources ?? []).map((json) => read(json as JsonObject));
  checkIntegrity(resources, file);
  const pending = (deployment.pending_operations ?? []).map(({ type, resource }) => ({
    type: type as PendingType,
    resource: read(resource as JsonObject),
  }));
  const plugins = (deployment.manifest.plugins ?? []).flatMap(({ name, version }) =>
    version ? [[name, version] as const] : [],
  );
  return { state: { resources, pending, plugins: Object.fromEntries(plugins) }, placeholders };
}

function parse(text: string, file: string): z.infer<typeof deploymentShape> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new StateFileError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const exported = exportShape.safeParse(json);
  if (exported.success) {
    const { version, features } = exported.data;
    const unknown = (features ?? []).filter((feature) => !KNOWN_FEATURES.has(feature));
    if (version < 3 || version > 4)
      throw new StateFileError(`${file} has the state version ${version}; versions 3 and 4 can be read`);
    if (unknown.length > 0)
      throw new StateFileError(`${file} uses features this engine does not know: ${unknown.join(", ")}`);
    return exported.data.deployment;
  }
  const checkpoint = checkpointShape.safeParse(json);
  if (checkpoint.success) return checkpoint.data.checkpoint.latest;
  const [first] = exported.error.issues;
  throw new StateFileError(
    `${file} is not a Pulumi state: ${first?.path.join(".") || "the file"}: ${first?.message ?? "unknown form"}`,
  );
}

function checkMagic({ magic, version }: z.infer<typeof deploymentShape>["manifest"], file: string): void {
  const expected = version ? createHash("sha256").update(version).digest("hex") : "";
  if ((magic ?? "") !== expected)
    throw new StateFileError(`${file} is damaged: manifest.magic does not fit manifest.version`);
}

function checkIntegrity(resources: StackState["resources"], file: string): void {
  const seen = new Set<string>();
  const living = new Set<string>();
  const references = new Set<string>();
  for (const resource of resources) {
    const { urn } = resource;
    const fail = (why: string): never => {
      throw new StateFileError(`${file} is inconsistent: ${urn} ${why}`);
    };
    for (const { kind, urn: needed } of linksOf(resource))
      if (!seen.has(needed)) fail(`names the ${kind} ${needed}, which does not stand before it`);
    if (resource.provider && !resource.pendingReplacement && !references.has(resource.provider)) {
      fail(`names the provider ${parseReference(resource.provider).urn}, which does not stand before it`);
    }
    if (resource.id && !resource.custom) fail("is a component with an id");
    if (!resource.delete && living.has(urn)) fail("stands there twice");
    if (!resource.delete) living.add(urn);
    seen.add(urn);
    references.add(`${urn}::${resource.id}`);
  }
}
