import { holds, not, type Truth } from "../../core/truth.ts";
import type { Cluster, ClusterType } from "../../paths/cluster.ts";

/** Whether an API server has no address on the internet. */
const PRIVATE_ONLY: Readonly<Record<ClusterType, (cluster: Cluster) => Truth>> = {
  "aws:eks/cluster:Cluster": ({ resource }) =>
    not(holds(resource.flag("vpcConfig.endpointPublicAccess"), (on) => on, true)),
  "gcp:container/cluster:Cluster": ({ resource }) =>
    holds(resource.flag("privateClusterConfig.enablePrivateEndpoint"), (on) => on),
  "azure-native:containerservice:ManagedCluster": ({ resource }) =>
    holds(resource.flag("apiServerAccessProfile.enablePrivateCluster"), (on) => on),
};

export function isPrivateOnly(cluster: Cluster): Truth {
  return PRIVATE_ONLY[cluster.resource.type](cluster);
}
