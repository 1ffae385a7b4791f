import type { Read } from "../core/props.ts";
import { effectiveRegion } from "../core/region.ts";
import type { Resource } from "../core/resource.ts";
import { decide, notApplicable, type Verdict } from "../core/verdict.ts";

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

/** The region to which Azure copies by itself what is geo-redundant; absent for what is in no region. */
export function pairOf(resource: Resource): Read<string> {
  const region = effectiveRegion(resource);
  if (region.state === "global") return { state: "absent", path: "location" };
  if (region.state !== "known") return region;
  const { path, value } = region;
  const pair = PAIR_OF.get(value.toLowerCase().replaceAll(" ", ""));
  const reason = "is a region whose pair this rule does not know";
  return pair === undefined ? { state: "unknown", path, reason } : { state: "known", path, value: pair };
}

/** Judges that region. */
export function judgePair(resource: Resource, judge: (pair: string) => Verdict): Verdict {
  return decide(pairOf(resource), { known: judge, absent: notApplicable("is in no region") });
}
