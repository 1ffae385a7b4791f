import { type Input, type Output, secret } from "@pulumi/pulumi";
import { type Data, dataLimits, dataTags } from "../core/data.ts";
import type { EncryptionKey } from "../core/encryption.ts";
import type { Cloud, Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import type { SecretChildren, SecretNative } from "./native.ts";

export interface SecretArgs {
  readonly site: Site;
  /** What the value opens, in the end. */
  readonly data: Data;
  /** The value, at most 24 KiB; without it, somebody who was granted writing puts it there. @default none */
  readonly value?: Input<string>;
  /** Counted up where `value` changes: AWS and Google Cloud take the value write-only, and compare this. @default 1 */
  readonly valueVersion?: number;
  /** How long a value is used; what happens then is said in `native`. @default none */
  readonly rotationDays?: number;
  /** What the value is encrypted with; Azure takes the provider's only. @default "provider" */
  readonly encryption?: "provider" | { readonly key: EncryptionKey };
  /** How much depends on it. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What makes or asks for the next value on each cloud. @default {} */
  readonly native?: SecretNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<SecretChildren>;
}

/** `SecretArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface SecretSpec {
  readonly value: Output<string> | undefined;
  readonly valueVersion: number;
  readonly rotationDays: number | undefined;
  readonly key: EncryptionKey | undefined;
  readonly tags: Tags;
  readonly native: SecretNative;
}

/** What an identity can be allowed to do with a secret. */
export type SecretRight = "read" | "write";

// Key Vault takes 25,000 characters, the others 64 KiB
const MAX_VALUE_BYTES = 24_576;
// what Secrets Manager takes; Secret Manager takes an hour to a century
const ROTATION_DAYS = [1, 1000] as const;
const ROTATES: { readonly [C in Cloud]: string } = {
  aws: "is required with rotationDays: Secrets Manager rotates by a function of yours",
  gcp: "is required with rotationDays: Secret Manager reminds a topic of yours",
  azure: "is required with rotationDays: Key Vault only ends a value on a day of yours",
};

export function resolveSecret(args: SecretArgs): SecretSpec {
  const { site, data, value, valueVersion = 1, rotationDays, encryption = "provider", native = {} } = args;
  const key = encryption === "provider" ? undefined : encryption.key;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  validate("invalid secret", [
    ...dataLimits(data),
    ...valueLimits(args, valueVersion),
    ...rotationLimits(args),
    [
      "encryption.key",
      key !== undefined && key.cloud !== site.cloud,
      `is a key on ${key?.cloud}, not on ${site.cloud}`,
    ],
    [
      "encryption.key",
      key !== undefined && site.cloud === "azure",
      "is not for Azure: Key Vault encrypts secrets with keys of its own hardware only",
    ],
  ]);
  return {
    value: value === undefined ? undefined : secret(value),
    valueVersion,
    rotationDays,
    key,
    tags: { ...site.tags, ...dataTags(data), criticality },
    native,
  };
}

function valueLimits({ value, valueVersion }: SecretArgs, version: number): readonly Limit[] {
  const bytes = typeof value === "string" ? Buffer.byteLength(value) : 1;
  return [
    // the value itself is in no message
    ["value", notWhole(bytes, 1, MAX_VALUE_BYTES), `must be 1 to ${MAX_VALUE_BYTES} bytes, got ${bytes}`],
    ["valueVersion", notWhole(version, 1, 1_000_000), `must be 1 to 1000000, got ${version}`],
    ["valueVersion", valueVersion !== undefined && value === undefined, "is of no use without a value"],
  ];
}

function rotationLimits({ site, rotationDays, value, native = {} }: SecretArgs): readonly Limit[] {
  const [min, max] = ROTATION_DAYS;
  const own = native[site.cloud];
  const day = native.gcp?.firstReminder;
  const end = native.azure?.expiresOn;
  return [
    [
      "rotationDays",
      notWhole(rotationDays ?? min, min, max),
      `must be ${min} to ${max} (Secrets Manager), got ${rotationDays}`,
    ],
    [`native.${site.cloud}`, rotationDays !== undefined && own === undefined, ROTATES[site.cloud]],
    ["rotationDays", rotationDays === undefined && own !== undefined, `is required with native.${site.cloud}`],
    ["native.gcp.firstReminder", day !== undefined && !isDay(day), `must be a day (YYYY-MM-DD), got ${day}`],
    ["native.azure.expiresOn", end !== undefined && !isDay(end), `must be a day (YYYY-MM-DD), got ${end}`],
    [
      "value",
      site.cloud === "azure" && native.azure !== undefined && value === undefined,
      "is required with native.azure: the day is part of it",
    ],
  ];
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
