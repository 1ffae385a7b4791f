import type { Graph } from "../core/graph.ts";
import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import { pointsTo } from "./reference.ts";

/** The kinds of locks in Azure; without a scope of their own they lie on what their name says. */
export const LOCKS = [
  "azure-native:authorization:ManagementLockByScope",
  "azure-native:authorization:ManagementLockAtResourceLevel",
  "azure-native:authorization:ManagementLockAtResourceGroupLevel",
  "azure-native:authorization:ManagementLockAtSubscriptionLevel",
] as const;
const GROUP = "azure-native:resources:ResourceGroup";

/** Whether the level of a lock keeps anything from being deleted. */
export function locks(lock: Resource): Truth {
  return holds(lock.text("level"), (level) => /^(CanNotDelete|ReadOnly)$/i.test(level));
}

/** Whether some lock lies on a resource, on its group or on the subscription. */
export function isLocked(store: Resource, name: Read<string>, graph: Graph): Truth {
  const [byScope, atResource, atGroup, atSubscription] = LOCKS.map((type) => graph.ofType(type));
  const scoped = (byScope ?? []).map((lock) => allOf([locks(lock), covers(lock, store, name, graph)]));
  const named = (atResource ?? []).map((lock) => {
    const mine = pointsTo({ from: lock, key: "resourceName", value: lock.text("resourceName") }, store, name);
    return allOf([locks(lock), mine]);
  });
  const grouped = (atGroup ?? []).map((lock) => {
    const [mine, its] = [store.text("resourceGroupName"), lock.text("resourceGroupName")];
    const shared = sharesGroup(store, lock, "resourceGroupName");
    return allOf([
      locks(lock),
      anyOf([shared, holds(its, (group) => mine.state === "known" && same(group, mine.value))]),
    ]);
  });
  return anyOf([...scoped, ...named, ...grouped, ...(atSubscription ?? []).map(locks)]);
}

function covers(lock: Resource, store: Resource, name: Read<string>, graph: Graph): Truth {
  const scope = lock.text("scope");
  const own = pointsTo({ from: lock, key: "scope", value: scope }, store, name);
  if (own === true || sharesGroup(store, lock, "scope")) return true;
  if (scope.state !== "known") return elsewhere(lock, graph) ? false : own;
  if (/^\/subscriptions\/[^/]+\/?$/i.test(scope.value)) return true;
  const group = /^\/subscriptions\/[^/]+\/resourcegroups\/([^/]+)\/?$/i.exec(scope.value)?.[1];
  return group === undefined ? own : holds(store.text("resourceGroupName"), (mine) => same(mine, group));
}

// a lock that was computed from something else in the stack lies on that
function elsewhere(lock: Resource, graph: Graph): boolean {
  const targets = new Set(lock.edges["scope"]);
  return targets.size > 0 && [...graph.all()].some(({ urn }) => targets.has(urn));
}

function sharesGroup(store: Resource, lock: Resource, key: string): boolean {
  const groups = (store.edges["resourceGroupName"] ?? []).filter((urn) => urn.includes(GROUP));
  return groups.some((urn) => lock.edges[key]?.includes(urn));
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
