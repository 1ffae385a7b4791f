import { effectiveRegion } from "../core/region.ts";
import type { Resource } from "../core/resource.ts";
import { notApplicable, notCovered, undetermined, type Verdict } from "../core/verdict.ts";

// https://learn.microsoft.com/azure/reliability/regions-paired; a pair holds both ways unless it stands alone
const PAIRS: readonly (readonly [string, string])[] = [
  ["australiaeast", "australiasoutheast"],
  ["canadacentral", "canadaeast"],
  ["centralindia", "southindia"],
  ["eastasia", "southeastasia"],
  ["eastus", "westus"],
  ["eastus2", "centralus"],
  ["francecentral", "francesouth"],
  ["germanywestcentral", "germanynorth"],
  ["japaneast", "japanwest"],
  ["koreacentral", "koreasouth"],
  ["northcentralus", "southcentralus"],
  ["northeurope", "westeurope"],
  ["norwayeast", "norwaywest"],
  ["southafricanorth", "southafricawest"],
  ["swedencentral", "swedensouth"],
  ["switzerlandnorth", "switzerlandwest"],
  ["uaenorth", "uaecentral"],
  ["uksouth", "ukwest"],
  ["westus2", "westcentralus"],
];
const ONE_WAY: Readonly<Record<string, string>> = { brazilsouth: "southcentralus", westus3: "eastus" };
const PAIR_OF: ReadonlyMap<string, string> = new Map([
  ...PAIRS.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]),
  ...Object.entries(ONE_WAY),
]);

/** Judges the region to which Azure copies by itself what is geo-redundant. */
export function judgePair(resource: Resource, judge: (pair: string) => Verdict): Verdict {
  const region = effectiveRegion(resource);
  if (region.state === "global") return notApplicable("is in no region");
  if (region.state === "unknown") return undetermined(region);
  const name = region.state === "known" ? region.value.toLowerCase().replaceAll(" ", "") : "";
  const pair = PAIR_OF.get(name);
  return pair === undefined ? notCovered(region.path, "is a region whose pair this rule does not know") : judge(pair);
}
