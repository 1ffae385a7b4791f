import { validate } from "../core/validate.ts";
import type { FederatedAppArgs, Port, Probes, Resources, Scaling, Strategy } from "./args.ts";
import { appLimits } from "./limits.ts";
import { type Part, partsOf } from "./parts.ts";
import { divide } from "./placement.ts";
import { type Objects, objectsOf } from "./strategy.ts";

/** `FederatedAppArgs` with every default applied and every limit checked: what is built, and where. */
export interface AppPlan {
  readonly name: string;
  readonly namespace: string;
  readonly image: string;
  readonly workload: Objects["workload"];
  readonly scaler: Objects["scaler"];
  readonly scaling: Scaling;
  readonly strategy: Strategy;
  /** The workloads; more than one where a minimum has a surplus. */
  readonly parts: readonly Part[];
  /** All members: service and policies of the mesh are the same in each, wherever the pods are. */
  readonly members: readonly string[];
  /** Where the members' clouds answer privately. */
  readonly endpoints: readonly string[];
  readonly ports: readonly Required<Port>[];
  readonly resources: { readonly [K in keyof Resources]-?: Resources[K] | undefined };
  readonly probes: Probes;
  readonly user: number;
  readonly drainSeconds: number;
  readonly shutdownSeconds: number;
  readonly failoverSeconds: number;
  readonly priorityClass: string | undefined;
  readonly args: readonly string[] | undefined;
  readonly env: NonNullable<FederatedAppArgs["env"]>;
  readonly identity: NonNullable<FederatedAppArgs["identity"]>;
  readonly overrides: NonNullable<FederatedAppArgs["overrides"]>;
  readonly mesh: FederatedAppArgs["mesh"];
  readonly allowFrom: NonNullable<FederatedAppArgs["allowFrom"]>;
  readonly calls: NonNullable<FederatedAppArgs["calls"]>;
  readonly egress: readonly Required<NonNullable<FederatedAppArgs["egress"]>[number]>[];
  readonly route: Required<NonNullable<FederatedAppArgs["route"]>> | undefined;
}

/** What is built for an app, and every limit: pure. */
export function planFederatedApp(name: string, args: FederatedAppArgs): AppPlan {
  validate("invalid federated app", appLimits(name, args));
  const objects = objectsOf(args);
  if ("refused" in objects) throw new Error(objects.refused); // told before, among the limits
  const { federation, namespace, resources, ports, probes, route, scaling, placement } = args;
  const { args: command, env = {}, identity = {}, overrides = {}, allowFrom = [], calls = [], egress = [] } = args;
  return {
    name,
    namespace: namespace.name,
    image: args.image,
    ...objects,
    scaling,
    strategy: args.strategy ?? { kind: "rolling" },
    parts: partsOf(placement, scaling, federation.members),
    members: federation.members.map((member) => member.name),
    endpoints: [...new Set(federation.members.map(({ cluster }) => cluster.network.allocation.endpoints))],
    ports: ports.map((port) => ({ protocol: "http", ...port })),
    resources: {
      cpuMillis: resources.cpuMillis,
      memoryMb: resources.memoryMb,
      cpuLimitMillis: resources.cpuLimitMillis,
      // what is over its memory is killed, so that nobody else is
      memoryLimitMb: resources.memoryLimitMb ?? resources.memoryMb,
    },
    probes,
    user: args.user ?? 65_532,
    drainSeconds: args.drainSeconds ?? 10,
    shutdownSeconds: args.shutdownSeconds ?? 30,
    failoverSeconds: args.failoverSeconds ?? 300,
    priorityClass: args.priorityClass,
    args: command,
    env,
    identity,
    overrides,
    mesh: args.mesh,
    allowFrom,
    calls,
    egress: egress.map((outside) => ({ port: 443, ...outside })),
    route: route && { path: "/", ...route },
  };
}

/** How many replicas each member surely has at first, as far as weights and copies say it; what is spread is not among them. */
export function replicasByMember({ parts }: Pick<AppPlan, "parts">): Readonly<Record<string, number>> {
  const total: Record<string, number> = {};
  for (const { replicas, placement } of parts) {
    for (const [member, count] of Object.entries(sharesOf(replicas, placement))) {
      total[member] = (total[member] ?? 0) + count;
    }
  }
  return total;
}

function sharesOf(replicas: number, { clusterAffinity, replicaScheduling }: Part["placement"]) {
  if (replicaScheduling?.replicaSchedulingType === "Duplicated") {
    return Object.fromEntries((clusterAffinity?.clusterNames ?? []).map((member) => [member, replicas]));
  }
  const weights = (replicaScheduling?.weightPreference?.staticWeightList ?? []).flatMap(({ targetCluster, weight }) =>
    (targetCluster.clusterNames ?? []).map((member) => [member, weight] as const),
  );
  return weights.length === 0 ? {} : divide(replicas, Object.fromEntries(weights));
}
