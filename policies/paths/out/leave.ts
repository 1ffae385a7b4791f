import type { Resource } from "../../core/resource.ts";
import type { Cluster, ClusterType } from "../cluster.ts";
import type { Internet, Port } from "../declaration.ts";
import type { Hop } from "../hop.ts";
import { networkPolicyHop } from "../network-policy.ts";
import type { Decision } from "../ordered.ts";
import type { PodSide } from "../pod.ts";
import { awsWayOut } from "./aws.ts";
import { azureWayOut } from "./azure.ts";
import { gcpWayOut } from "./gcp.ts";
import { registryHop } from "./registry.ts";

/** Whether the network of a cluster's machines leads to the internet. */
const WAYS_OUT: Readonly<Record<ClusterType, (cluster: Cluster, port: Port) => Decision>> = {
  "aws:eks/cluster:Cluster": awsWayOut,
  "gcp:container/cluster:Cluster": gcpWayOut,
  "azure-native:containerservice:ManagedCluster": azureWayOut,
};

/** From pods to the internet: by their policies, their mesh, and their network. */
export function exitHops(from: PodSide, to: Internet, port: Port): readonly Hop[] {
  const { open, by } = WAYS_OUT[from.cluster.resource.type](from.cluster, port);
  return [
    networkPolicyHop("egress", from, to, port),
    registryHop(from, to, port),
    { what: `from the network of ${from.cluster.resource.name} to the internet`, open, by: by.map(urnOf) },
  ].filter((hop) => hop !== undefined);
}

const urnOf = ({ urn }: Resource) => urn;
