import { listed } from "../../core/expected.ts";
import type { Read } from "../../core/props.ts";
import { effectiveRegion, isWithin, type Region } from "../../core/region.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphRun, type Rule } from "../../core/rule.ts";
import { DATA_STORES } from "../../core/stores.ts";
import { anyOf, faultIf, not, type Truth } from "../../core/truth.ts";
import { every, notApplicable, type Verdict } from "../../core/verdict.ts";
import { RUN_V1 } from "../../models/cloud-run.ts";

const COMPUTE = [
  "aws:lambda/function:Function",
  "aws:lambda/eventSourceMapping:EventSourceMapping",
  "aws:ecs/taskDefinition:TaskDefinition",
  "aws:ec2/instance:Instance",
  "aws:apprunner/service:Service",
  "aws:glue/job:Job",
  "gcp:cloudfunctionsv2/function:Function",
  "gcp:cloudfunctions/function:Function",
  RUN_V1,
  "gcp:cloudrunv2/service:Service",
  "gcp:cloudrunv2/job:Job",
  "gcp:compute/instance:Instance",
  "azure-native:web:WebApp",
  "azure-native:app:ContainerApp",
  "azure-native:containerinstance:ContainerGroup",
  "azure-native:compute:VirtualMachine",
];
const STORES: ReadonlySet<string> = new Set([
  ...DATA_STORES,
  "aws:rds/instance:Instance",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "gcp:redis/instance:Instance",
  "azure-native:dbforpostgresql:Server",
  "azure-native:eventhub:Namespace",
  "azure-native:servicebus:Namespace",
]);
/** Where a store has its data a second time, on purpose. */
const REPLICAS: Readonly<Record<string, readonly [list: string, region?: string]>> = {
  "aws:dynamodb/table:Table": ["replicas", "regionName"],
  "gcp:storage/bucket:Bucket": ["customPlacementConfig.dataLocations"],
  "azure-native:cosmosdb:DatabaseAccount": ["locations", "locationName"],
};

function replicasOf(store: Resource): readonly Read<string>[] {
  const [path, field] = REPLICAS[store.type] ?? [];
  return path === undefined ? [] : listed(store, path, field);
}

function isNear(compute: Resource, store: Resource): Truth {
  if (compute.cloud !== store.cloud) return false;
  const own = effectiveRegion(compute);
  // what follows one provider is in one region, whichever it is
  const alike = [compute, store].every((one) => one.read("region").state === "absent");
  if (compute.cloud === "aws" && alike && compute.providerUrn === store.providerUrn) return true;
  return anyOf([effectiveRegion(store), ...replicasOf(store)].map((place) => meets(own, place)));
}

function meets(own: Region, place: Region): Truth {
  if (own.state === "global" || place.state === "global") return true;
  if (own.state !== "known") return own.state === "unknown" && own;
  if (place.state !== "known") return place.state === "unknown" && place;
  const reason = `is ${place.value}, whose regions this rule does not know`;
  return isWithin(own.value, place.value) ?? { state: "unknown", path: place.path, reason };
}

function judge(compute: Resource, { graph }: GraphRun): readonly Verdict[] {
  const verdicts = Object.entries(compute.edges).flatMap(([key, urns]) =>
    urns.flatMap((urn) => {
      const store = graph.get(urn);
      if (store === undefined || !STORES.has(store.type)) return [];
      return [faultIf(not(isNear(compute, store)), key, `names ${store.name}, which is in another region`)];
    }),
  );
  return verdicts.length === 0 ? [notApplicable("names no store of this stack")] : every(verdicts);
}

export const crossRegionDataFlow: Rule = {
  id: "cross-region-data-flow",
  packs: ["cost"],
  title: "What computes is where its data is",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "Each byte between regions is paid for, and each call waits for the distance.",
  fixText: ({ path }) => `Put both in one region, or name a replica in \`${path}\` that is near.`,
  checks: each(COMPUTE, judge),
};
