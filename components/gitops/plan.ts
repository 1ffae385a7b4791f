import type { KubernetesCluster } from "../core/cluster.ts";
import type { Destination, GitOpsArgs, Tenant } from "./args.ts";
import { DEFAULT_SETS, kindsOf } from "./kinds.ts";
import { checkGitOps, SSH } from "./limits.ts";
import { type GitOpsPlan, PLATFORM, placeName, type TenantPlan } from "./planned.ts";
import { checkTenant } from "./tenant-limits.ts";

/** What Argo CD is, and what it is on each cluster: pure. */
export function planGitOps(args: GitOpsArgs): GitOpsPlan {
  checkGitOps(args);
  const { host, repositories, sso, backup, operators = [], knownHosts = [] } = args;
  const destinations = args.clusters.map((destination) => destinationOf(host, destination));
  const { services, controlPlane } = host.network.allocation;
  const others = destinations.filter(({ local }) => !local);
  return {
    host,
    destinations,
    repositories,
    sso: { groupsClaim: "groups", ...sso },
    url: args.url,
    gatewayNamespace: args.gatewayNamespace,
    operators,
    replicas: args.replicas ?? (host.site.environment === "prod" ? 2 : 1),
    secretStore: args.secretStore,
    knownHosts,
    backup: backup && { schedule: "0 2 * * *", keepDays: 14, ...backup },
    repositoryPorts: repositories.some(({ url }) => SSH.test(url)) ? [443, 22] : [443],
    // by its cluster address, and behind it where the control plane lies
    hostApi: [services, controlPlane],
    called: [...new Set(others.map(({ cluster }) => cluster.network.allocation.controlPlane))],
  };
}

function destinationOf(host: KubernetesCluster, { cluster, wave = 0, tokenGeneration = 1 }: Destination) {
  return { name: cluster.name, cluster, wave, tokenGeneration, local: cluster === host };
}

/** Which applications a tenant has, one for each of its namespaces on each of its clusters: pure. */
export function planTenant(
  name: string,
  tenant: Tenant,
  plan: GitOpsPlan,
  /** `<cluster>/<namespace>` that another tenant has, and whose it is. */
  taken: ReadonlyMap<string, string>,
): TenantPlan {
  checkTenant(name, tenant, plan, taken);
  const { source, namespaces, groups, prune = false, kinds = DEFAULT_SETS } = tenant;
  const { path = name === PLATFORM ? PLATFORM : `teams/${name}`, revision = "main" } = source;
  const chosen = tenant.clusters ?? plan.destinations.map((destination) => destination.name);
  const clusters = plan.destinations.filter((destination) => chosen.includes(destination.name));
  return {
    name,
    revision,
    clusters,
    groups,
    prune,
    repositoryUrl: plan.repositories.find((repository) => repository.name === source.repository)?.url ?? "",
    kinds: kindsOf(kinds),
    // no part of a name holds a dot, so no two of them meet
    applications: clusters.flatMap((cluster) =>
      namespaces.map((namespace) => ({
        name: [name, cluster.name, namespace.name].join("."),
        cluster,
        namespace,
        path: [path, cluster.name, namespace.name].join("/"),
      })),
    ),
    waves: [...new Set(clusters.map(({ wave }) => wave))].toSorted((one, other) => one - other),
  };
}

/** What a tenant takes for itself: `<cluster>/<namespace>`. */
export function placesOf({ applications }: Pick<TenantPlan, "applications">): readonly string[] {
  return applications.map(({ cluster, namespace }) => placeName(cluster.name, namespace.name));
}
