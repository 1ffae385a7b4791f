import { regionOf } from "../core/cluster.ts";
import type { Site } from "../core/site.ts";

/** The region of AWS in the same place or nearest, by region of the other clouds (the clouds' pages on regions). */
const NEAREST: Readonly<Record<string, string>> = {
  "europe-west1": "eu-west-3",
  "europe-west2": "eu-west-2",
  "europe-west3": "eu-central-1",
  "europe-west4": "eu-central-1",
  "europe-west6": "eu-central-2",
  "europe-west8": "eu-south-1",
  "europe-west9": "eu-west-3",
  "europe-southwest1": "eu-south-2",
  "europe-north1": "eu-north-1",
  "us-east1": "us-east-1",
  "us-east4": "us-east-1",
  "us-east5": "us-east-2",
  "us-central1": "us-east-2",
  "us-west1": "us-west-2",
  "us-west2": "us-west-1",
  westeurope: "eu-central-1",
  northeurope: "eu-west-1",
  germanywestcentral: "eu-central-1",
  francecentral: "eu-west-3",
  swedencentral: "eu-north-1",
  switzerlandnorth: "eu-central-2",
  italynorth: "eu-south-1",
  spaincentral: "eu-south-2",
  uksouth: "eu-west-2",
  eastus: "us-east-1",
  eastus2: "us-east-1",
  centralus: "us-east-2",
  westus2: "us-west-2",
  westus3: "us-west-1",
};

/** Where a site lies as Route 53 sees it; undefined where nobody knows. */
export function nearestAwsRegion(site: Site): string | undefined {
  return site.cloud === "aws" ? site.region : NEAREST[regionOf(site)];
}
