import type { Cloud } from "../core/site.ts";

// each cloud's own list of regions; a region that is not here is refused, never guessed
const COUNTRIES: { readonly [C in Cloud]: Readonly<Record<string, string>> } = {
  aws: {
    "eu-central-1": "DE",
    "eu-north-1": "SE",
    "eu-south-1": "IT",
    "eu-south-2": "ES",
    "eu-west-1": "IE",
    "eu-west-3": "FR",
    "us-east-1": "US",
    "us-west-2": "US",
  },
  gcp: {
    "europe-central2": "PL",
    "europe-north1": "FI",
    "europe-southwest1": "ES",
    "europe-west1": "BE",
    "europe-west3": "DE",
    "europe-west4": "NL",
    "europe-west8": "IT",
    "europe-west9": "FR",
    "us-central1": "US",
    "us-east1": "US",
  },
  azure: {
    francecentral: "FR",
    germanywestcentral: "DE",
    italynorth: "IT",
    northeurope: "IE",
    polandcentral: "PL",
    spaincentral: "ES",
    swedencentral: "SE",
    westeurope: "NL",
    eastus2: "US",
    westus3: "US",
  },
};
const EU_COUNTRIES = ["BE", "DE", "ES", "FI", "FR", "IE", "IT", "NL", "PL", "SE"];

/** Whether a region lies in a jurisdiction (`EU`) or a country; undefined where the region is not known. */
export function liesIn(cloud: Cloud, region: string, residency: string): boolean | undefined {
  const country = COUNTRIES[cloud][region];
  if (country === undefined) return undefined;
  return country === residency || (residency === "EU" && EU_COUNTRIES.includes(country));
}
