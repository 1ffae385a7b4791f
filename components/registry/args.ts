import { type Data, dataLimits, dataTags } from "../core/data.ts";
import type { EncryptionKey } from "../core/encryption.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import type { RegistryChildren, RegistryNative } from "./native.ts";

export interface RegistryArgs {
  readonly site: Site;
  /** What the images are. */
  readonly data: Data;
  /** The names of the images; AWS has a repository for each, and takes no other. */
  readonly images: readonly string[];
  /** Whether a tag, once given, stays with its image; Azure cannot. @default true where the cloud can */
  readonly immutableTags?: boolean;
  /** How many of each image are kept, the newest; Azure keeps all that have a tag. @default 30 where the cloud can */
  readonly keep?: number;
  /** What the images are encrypted with; Azure takes the provider's only. @default "provider" */
  readonly encryption?: "provider" | { readonly key: EncryptionKey };
  /** How much depends on it; on Azure it also decides the tier. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What only one cloud can do. @default {} */
  readonly native?: RegistryNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<RegistryChildren>;
  /** Settings that a cloud may leave out instead of refusing. @default [] */
  readonly allowDegraded?: readonly ("immutableTags" | "keep")[];
}

/** `RegistryArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface RegistrySpec {
  readonly images: readonly string[];
  readonly immutableTags: boolean;
  readonly keep: number;
  readonly key: EncryptionKey | undefined;
  readonly tier: "Standard" | "Premium";
  readonly tags: Tags;
}

/** What an identity can be allowed to do with a registry. */
export type RegistryRight = "pull" | "push";

/** How long an image that lost its tag is kept. */
export const UNTAGGED_DAYS = 7;
// what ECR takes, without its folders
const IMAGE = /^[a-z0-9]+([._-][a-z0-9]+)*$/;
const MAX_IMAGE = 63;
// a repository and a policy each on AWS: more are several registries
const MAX_IMAGES = 100;
// half of what one repository of ECR holds by default
const MAX_KEPT = 10_000;

export function resolveRegistry(args: RegistryArgs): RegistrySpec {
  const { site, data, images, immutableTags = true, keep = 30, encryption = "provider", allowDegraded = [] } = args;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  const { tier = criticality === "low" ? "Standard" : "Premium" } = args.native?.azure ?? {};
  const key = encryption === "provider" ? undefined : encryption.key;
  validate("invalid registry", [
    ...dataLimits(data),
    ["images", images.length < 1 || images.length > MAX_IMAGES, `must be 1 to ${MAX_IMAGES}, got ${images.length}`],
    ...images.flatMap((image, index) => imageLimits(image, index, images)),
    ["keep", notWhole(keep, 1, MAX_KEPT), `must be 1 to ${MAX_KEPT}, got ${keep}`],
    [
      "encryption.key",
      key !== undefined && key.cloud !== site.cloud,
      `is a key on ${key?.cloud}, not on ${site.cloud}`,
    ],
    ...(site.cloud === "azure" ? azureLimits(args, allowDegraded) : []),
  ]);
  return { images, immutableTags, keep, key, tier, tags: { ...site.tags, ...dataTags(data), criticality } };
}

function imageLimits(image: string, index: number, images: readonly string[]): readonly Limit[] {
  const fits = IMAGE.test(image) && image.length <= MAX_IMAGE;
  return [
    [`images[${index}]`, !fits, `must match ${IMAGE.source}, at most ${MAX_IMAGE} characters, got ${image}`],
    [`images[${index}]`, images.indexOf(image) < index, `is there already (${image})`],
  ];
}

function azureLimits(args: RegistryArgs, allowDegraded: readonly string[]): readonly Limit[] {
  const asked = (name: "immutableTags" | "keep", on: boolean) => on && !allowDegraded.includes(name);
  return [
    [
      "immutableTags",
      asked("immutableTags", args.immutableTags === true),
      "is not a setting of Azure Container Registry; leave it out, or list it in allowDegraded",
    ],
    [
      "keep",
      asked("keep", args.keep !== undefined),
      "is not a setting of Azure Container Registry; leave it out, or list it in allowDegraded",
    ],
    [
      "encryption.key",
      typeof args.encryption === "object",
      "is not for Azure: a registry gets through the firewall of a key's vault only after it was made, and takes a key only before",
    ],
  ];
}
