import { convert, type Read } from "./props.ts";
import type { Resource } from "./resource.ts";

/** Where a resource rests: a region, or why the question does not arise. */
export type Region = Read<string> | { readonly state: "global" };

const GLOBAL: Region = { state: "global" };
// these have no region of their own, whatever their provider is set to
const AWS_GLOBAL = new Set([
  "account",
  "budgets",
  "cloudfront",
  "costexplorer",
  "ecrpublic",
  "globalaccelerator",
  "iam",
  "organizations",
  "route53",
  "route53domains",
  "savingsplans",
  "shield",
  "waf",
]);
// global here means that the data may rest anywhere
const GCP_RESTS_ANYWHERE = new Set(["gcp:kms/keyRing:KeyRing"]);
// without a location of their own these follow the provider, or a fixed default
const GCP_DEFAULTS: Readonly<Record<string, string>> = {
  "gcp:bigquery/dataset:Dataset": "US",
  "gcp:storage/bucket:Bucket": "US",
};
const GCP_FOLLOWS_PROVIDER = new Set([
  "gcp:compute/subnetwork:Subnetwork",
  "gcp:compute/instance:Instance",
  "gcp:sql/databaseInstance:DatabaseInstance",
]);
const AZURE_ALWAYS_LOCATED = new Set(["azure-native:storage:StorageAccount", "azure-native:resources:ResourceGroup"]);
const MULTI_REGIONS: Readonly<Record<string, readonly string[]>> = {
  eu: [
    "europe-central2",
    "europe-north1",
    "europe-southwest1",
    "europe-west1",
    "europe-west3",
    "europe-west4",
    "europe-west8",
    "europe-west9",
    "europe-west10",
    "europe-west12",
  ],
  eur4: ["europe-north1", "europe-west4"],
  eur5: ["europe-west1", "europe-west2"],
  eur7: ["europe-west2", "europe-west3"],
  eur8: ["europe-west3", "europe-west6"],
  nam4: ["us-central1", "us-east1"],
  asia1: ["asia-northeast1", "asia-northeast2"],
};

/** The region a resource will be in, by its own word, its provider's, or its type's default. */
export function effectiveRegion(resource: Resource): Region {
  if (resource.cloud === "aws") return aws(resource);
  if (resource.cloud === "gcp") return gcp(resource);
  return azure(resource);
}

/** Whether a region, or every member of a multi-region, is among the allowed ones. */
export function isAllowed(region: string, allowed: readonly string[]): boolean {
  const names = new Set(allowed.map(canonical));
  const name = canonical(region);
  return names.has(name) || (MULTI_REGIONS[name]?.every((member) => names.has(member)) ?? false);
}

/** Whether a location is a region or has it among its members; a multi-region whose members are not listed does not say. */
export function isWithin(region: string, location: string): boolean | undefined {
  const [name, place] = [canonical(region), canonical(location)];
  if (name === place) return true;
  const members = MULTI_REGIONS[place];
  if (members === undefined && /^(us|asia|nam\d+|eur\d+|asia\d+)$/.test(place)) return undefined;
  return members?.includes(name) ?? false;
}

/** Whether a location means several regions at once: only the names of regions have a hyphen. */
export function isMultiRegion(location: string): boolean {
  return !location.includes("-");
}

function aws(resource: Resource): Region {
  const service = /^aws:([^/:]+)/.exec(resource.type)?.[1] ?? "";
  if (AWS_GLOBAL.has(service)) return GLOBAL;
  const own = resource.text("region");
  const read = own.state === "absent" ? resource.provider.text("region") : own;
  if (read.state === "absent") return { state: "unknown", path: "region", reason: "comes from the environment" };
  return convert(read, "a region", (name) => name.replace(/(?<=\d)[a-z]$/, ""));
}

function gcp(resource: Resource): Region {
  const [first, second, third] = (["location", "region", "zone"] as const).map((key) => resource.text(key));
  const own = [first, second, third].find((read) => read !== undefined && read.state !== "absent");
  const byDefault = GCP_DEFAULTS[resource.type];
  if (own === undefined && byDefault !== undefined) return { state: "known", path: "location", value: byDefault };
  const read = own ?? (GCP_FOLLOWS_PROVIDER.has(resource.type) ? resource.provider.text("region") : undefined);
  if (read === undefined) return GLOBAL;
  if (read.state === "absent") return { state: "unknown", path: "region", reason: "comes from the environment" };
  if (read.state === "known" && read.value === "global" && !GCP_RESTS_ANYWHERE.has(resource.type)) return GLOBAL;
  return convert(read, "a region", (name) => name.replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, "$1"));
}

function azure(resource: Resource): Region {
  const own = resource.text("location");
  if (own.state === "known" && canonical(own.value) === "global") return GLOBAL;
  if (own.state !== "absent") return own;
  const provider = resource.provider.text("location");
  if (provider.state !== "absent") return provider;
  if (!AZURE_ALWAYS_LOCATED.has(resource.type)) return GLOBAL;
  return { state: "unknown", path: "location", reason: "follows the resource group" };
}

function canonical(region: string): string {
  return region.toLowerCase().replaceAll(" ", "");
}
