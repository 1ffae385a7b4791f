import { listed } from "../../core/expected.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, holds, type Truth } from "../../core/truth.ts";
import { pairOf } from "../../models/azure-pair.ts";
import { elsewhere, regionsMeant } from "../../models/copy.ts";
import { nameOf, pointsTo } from "../../models/reference.ts";
import { ofStore } from "../../models/versioning.ts";
import { type Copied, NOWHERE, type Place } from "./second.ts";

const FAILOVER = "azure-native:sql:FailoverGroup";
const SERVER = "azure-native:sql:Server";
const NAMESPACE = "azure-native:servicebus:Namespace";
const PARTNER = { type: "azure-native:servicebus:DisasterRecoveryConfig", key: "namespaceName", name: "namespaceName" };

function pair(resource: Resource): Read<string> {
  const region = pairOf(resource);
  return region.state === "absent" ? NOWHERE : region;
}

/** Backups that lie in the paired region by default, or a failover group that has the database. */
export const database: Copied = (database, { graph }, place) => {
  const geo = holds(database.text("requestedBackupStorageRedundancy"), (word) => /^geo/i.test(word), true);
  const groups = graph.ofType(FAILOVER).map((group) => {
    const partners = listed(group, "partnerServers", "id").flatMap((value) => {
      const regions = regionsMeant({ from: group, key: "partnerServers", value }, SERVER, graph);
      return regions.length > 0 ? regions : [elsewhere(value, "server")];
    });
    return allOf([holdsDatabase(group, database), anyOf(partners.map(place))]);
  });
  return anyOf([allOf([geo, place(pair(database))]), ...groups]);
};

function holdsDatabase(group: Resource, database: Resource): Truth {
  const name = nameOf(database);
  const ids = listed(group, "databases");
  return anyOf(ids.map((value) => pointsTo({ from: group, key: "databases", value }, database, name)));
}

/** Whether another namespace of this stack has this one as its partner. */
export function isPartner(namespace: Resource, { graph }: GraphRun): Truth {
  const name = nameOf(namespace);
  return anyOf(
    graph.ofType(PARTNER.type).map((from) => {
      const value = from.text("partnerNamespace");
      return pointsTo({ from, key: "partnerNamespace", value }, namespace, name);
    }),
  );
}

/** Metadata of a paired namespace, or of a premium one that is replicated by itself. */
export const namespace: Copied = (namespace, { graph }, place) => {
  const partner = ofStore(namespace, graph, PARTNER, (config) => {
    const value = config.text("partnerNamespace");
    if (value.state === "absent") return false;
    const regions = regionsMeant({ from: config, key: "partnerNamespace", value }, NAMESPACE, graph);
    return anyOf((regions.length > 0 ? regions : [elsewhere(value, "namespace")]).map(place));
  });
  return anyOf([partner, anyLocation(namespace, "geoDataReplication.locations", place)]);
};

/** Only what is geo-redundant can be restored in the paired region. */
export const vault: Copied = (vault, _, place) => {
  const settings = vault.bag("properties.redundancySettings");
  const restores = holds(settings.text("crossRegionRestore"), (word) => word.toLowerCase() === "enabled");
  const geo = holds(settings.text("standardTierStorageRedundancy"), (word) => /^geo/i.test(word), true);
  return allOf([restores, geo, place(pair(vault))]);
};

/** The regions of an account of Cosmos DB; its own is one of them. */
export const cosmos: Copied = (account, _, place) => anyLocation(account, "locations", place);

const anyLocation = (from: Resource, path: string, place: Place): Truth =>
  anyOf(listed(from, path, "locationName").map(place));
