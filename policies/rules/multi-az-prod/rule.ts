import type { ReplicationGroupArgs } from "@pulumi/aws/elasticache/replicationGroup.js";
import type { DomainArgs } from "@pulumi/aws/opensearch/domain.js";
import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount.js";
import type { ServerArgs } from "@pulumi/azure-native/dbforpostgresql/server.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import { mustSay } from "../../core/expected.ts";
import { ifMissed } from "../../core/production.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphCheck, type GraphRun, type Rule, type Verdicts } from "../../core/rule.ts";
import { ENVIRONMENT } from "../../core/settings.ts";
import { anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, every, fail, forAll, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { atLeastTwo, gke, nodeGroup, subnet } from "./zones.ts";

const on = (read: Read<boolean>): Verdict =>
  decide(read, { known: (value) => (value ? undefined : "is false"), absent: "is not set; default is false" });

// one machine more in another zone is what a replica itself is
function unlessReplica(replica: Truth, verdict: () => Verdict): Verdict {
  if (replica === true) return notApplicable("is a replica");
  const own = verdict();
  return typeof replica !== "boolean" && own.word === "fail" ? undetermined(replica) : own;
}

const named = (read: Read<string>): Truth => holds(read, (source) => source !== "");

function cosmos(account: Resource<DatabaseAccountArgs>): readonly Verdict[] {
  const locations = account.list("locations");
  if (locations.state === "known" && locations.value.length > 1) return every([]);
  if (locations.state === "absent") return [fail(locations.path, "is not set")];
  return forAll(locations, (location) => on(location.flag("isZoneRedundant")));
}

const judged =
  (check: (resource: Resource, run: GraphRun) => Verdicts): GraphCheck =>
  (resource, run) =>
    ifMissed(resource, run, () => every([check(resource, run)].flat()));

const FIX: Readonly<Record<string, string>> = {
  "settings.availabilityType": "Set `settings.availabilityType: REGIONAL`.",
  tier: "Set `tier: STANDARD_HA`.",
  "highAvailability.mode": "Set `highAvailability.mode: ZoneRedundant`.",
  location: "Set `location` to a region, or list more zones in `nodeLocations`.",
  availabilityZone: "Add subnets in other zones.",
};

export const multiAzProd: Rule = {
  id: "multi-az-prod",
  packs: ["reliability"],
  title: "Production survives the loss of a zone",
  severity: "medium",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "A zone fails as a whole, with everything that has no second place to run.",
  equivalents: ["CKV_AWS_157", "CKV2_AWS_50", "CKV_AZURE_225", "CKV_AZURE_229"],
  fixText: ({ path }) =>
    FIX[path] ??
    (/(Zones|subnetIds|nodeLocations|locations)$/.test(path)
      ? `List two or more in \`${path}\`.`
      : `Set \`${path}: true\`.`),
  settings: [ENVIRONMENT],
  checks: {
    "aws:rds/instance:Instance": judged((database: Resource<InstanceArgs>) =>
      unlessReplica(named(database.text("replicateSourceDb")), () => on(database.flag("multiAz"))),
    ),
    "aws:elasticache/replicationGroup:ReplicationGroup": judged((group: Resource<ReplicationGroupArgs>) => [
      on(group.flag("multiAzEnabled")),
      on(group.flag("automaticFailoverEnabled")),
    ]),
    "aws:opensearch/domain:Domain": judged((domain: Resource<DomainArgs>) => {
      const paths = ["clusterConfig.zoneAwarenessEnabled", "clusterConfig.multiAzWithStandbyEnabled"] as const;
      const aware = anyOf(paths.map((path) => holds(domain.flag(path), (value) => value)));
      return faultIf(not(aware), paths[0], "is not true; default is false");
    }),
    "aws:ec2/subnet:Subnet": judged(subnet),
    "aws:eks/nodeGroup:NodeGroup": judged(nodeGroup),
    "gcp:sql/databaseInstance:DatabaseInstance": judged((database: Resource<DatabaseInstanceArgs>) =>
      unlessReplica(named(database.text("masterInstanceName")), () =>
        mustSay(database.text("settings.availabilityType"), { good: ["REGIONAL"], bad: ["ZONAL"], byDefault: "ZONAL" }),
      ),
    ),
    "gcp:container/cluster:Cluster": judged(gke),
    "gcp:redis/instance:Instance": judged((cache) =>
      mustSay(cache.text("tier"), { good: ["STANDARD_HA"], bad: ["BASIC"], byDefault: "BASIC" }),
    ),
    "azure-native:containerservice:AgentPool": judged((pool: Resource<AgentPoolArgs>) =>
      atLeastTwo(pool.list("availabilityZones"), "zone"),
    ),
    "azure-native:containerservice:ManagedCluster": judged((cluster: Resource<ManagedClusterArgs>) =>
      forAll(cluster.list("agentPoolProfiles"), (pool) => atLeastTwo(pool.list("availabilityZones"), "zone")),
    ),
    ...each(
      ["azure-native:web:AppServicePlan", "azure-native:sql:Database"],
      judged((resource) => on(resource.flag("zoneRedundant"))),
    ),
    "azure-native:dbforpostgresql:Server": judged((server: Resource<ServerArgs>) =>
      unlessReplica(
        holds(server.text("createMode"), (mode) => mode.toLowerCase() === "replica"),
        () =>
          mustSay(server.text("highAvailability.mode"), {
            good: ["ZoneRedundant"],
            bad: ["Disabled", "SameZone"],
            byDefault: "Disabled",
          }),
      ),
    ),
    "azure-native:cosmosdb:DatabaseAccount": judged(cosmos),
  },
};
