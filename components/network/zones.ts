import { regionOf } from "../core/cluster.ts";
import type { Cloud, Site } from "../core/site.ts";
import type { Limit } from "../core/validate.ts";

/**
 * The zones of each region, one letter or number each, in the order in which a network takes them.
 * Sources: the three clouds' pages on regions and zones (AWS "Regions and Availability Zones", Compute Engine "Regions
 * and zones", Azure "Regions with availability zone support"). A region that is not here is refused, never guessed.
 */
const ZONES: { readonly [C in Cloud]: Readonly<Record<string, string>> } = {
  aws: {
    "eu-central-1": "abc",
    "eu-north-1": "abc",
    "eu-south-1": "abc",
    "eu-south-2": "abc",
    "eu-west-1": "abc",
    "eu-west-3": "abc",
    "us-east-1": "abcdf", // EKS takes no control plane in us-east-1e
    "us-west-1": "ac", // three, of which an account sees two
    "us-west-2": "abcd",
  },
  gcp: {
    "europe-central2": "abc",
    "europe-north1": "abc",
    "europe-southwest1": "abc",
    "europe-west1": "bcd",
    "europe-west3": "abc",
    "europe-west4": "abc",
    "europe-west8": "abc",
    "europe-west9": "abc",
    "us-central1": "abcf",
    "us-east1": "bcd",
  },
  azure: {
    eastus2: "123",
    francecentral: "123",
    germanywestcentral: "123",
    italynorth: "123",
    northeurope: "123",
    polandcentral: "123",
    spaincentral: "123",
    swedencentral: "123",
    westeurope: "123",
    westus3: "123",
    // without zones
    northcentralus: "",
    ukwest: "",
    westus: "",
  },
};
const SPELLED: { readonly [C in Cloud]: (region: string, zone: string) => string } = {
  aws: (region, zone) => `${region}${zone}`,
  gcp: (region, zone) => `${region}-${zone}`,
  azure: (_, zone) => zone,
};

/** The zones of a site's region, as its cloud calls them; undefined where the region is not known. */
export function zonesOf(site: Site): readonly string[] | undefined {
  const region = regionOf(site);
  const zones = ZONES[site.cloud][region];
  return zones === undefined ? undefined : zones.split("").map((zone) => SPELLED[site.cloud](region, zone));
}

/** The limits of zones that somebody chose: each another one of the region, and no Local Zone, where EKS has no control plane. */
export function zoneLimits(site: Site, chosen: readonly string[]): readonly Limit[] {
  const region = regionOf(site);
  return chosen.map((zone, index) => [
    `native.aws.availabilityZones[${index}]`,
    !(zone.startsWith(region) && /^[a-z]$/.test(zone.slice(region.length))) || chosen.indexOf(zone) < index,
    `must be another zone of ${region}, got ${zone}`,
  ]);
}
