import type { Data } from "../core/data.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, isTagValue, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { notWhole, validate } from "../core/validate.ts";
import type { KeyChildren, KeyNative } from "./native.ts";

export interface KeyArgs {
  readonly site: Site;
  /** What it protects, as a tag value: `cluster-secrets`. */
  readonly purpose: string;
  /** The one class of data it protects: to destroy the key is to erase that data. @default none */
  readonly dataClass?: Data["class"];
  /** How long one version encrypts before the next takes over; old versions go on decrypting. @default 90 */
  readonly rotationDays?: number;
  /** How much depends on it; `"high"` keeps it in hardware on every cloud. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** Which of one cloud's own services may use it. @default {} */
  readonly native?: KeyNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<KeyChildren>;
}

/** `KeyArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface KeySpec {
  readonly description: string;
  readonly rotationDays: number;
  /** Whether it must not leave a hardware module; AWS has no other keys. */
  readonly hardware: boolean;
  readonly tags: Tags;
  readonly native: KeyNative;
}

/** What an identity can be allowed to do with a key. */
export type KeyRight = "encrypt" | "decrypt";

// KMS takes 90 to 2560 days; Cloud KMS one day and more, Key Vault seven
const ROTATION_DAYS = [90, 2560] as const;

export function resolveKey(args: KeyArgs): KeySpec {
  const { site, purpose, dataClass, rotationDays = 90, native = {} } = args;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  const [min, max] = ROTATION_DAYS;
  validate("invalid key", [
    ["purpose", !isTagValue(purpose), `must be a tag value ([a-z0-9_-], 1 to 63), got ${purpose}`],
    ["rotationDays", notWhole(rotationDays, min, max), `must be ${min} to ${max} (AWS KMS), got ${rotationDays}`],
    ...(["aws", "gcp"] as const).map((cloud) => {
      const services: readonly string[] = native[cloud]?.services ?? [];
      const twice = services.filter((service, index) => services.indexOf(service) !== index);
      return [`native.${cloud}.services`, twice.length > 0, `lists ${twice.join(", ")} twice`] as const;
    }),
  ]);
  return {
    description: `Encrypts ${purpose}.`,
    rotationDays,
    hardware: criticality === "high",
    tags: { ...site.tags, purpose, criticality, ...(dataClass !== undefined && { class: dataClass }) },
    native,
  };
}
