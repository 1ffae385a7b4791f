import type { Read } from "../core/props.ts";
import type { Resource } from "../core/resource.ts";
import { holds } from "../core/truth.ts";
import { NETWORKS } from "../models/network/types.ts";
import type { Cluster, ClusterType } from "./cluster.ts";
import { uncovered } from "./hop.ts";

const SUBNET = "aws:ec2/subnet:Subnet";
const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const VPC = "aws:ec2/vpc:Vpc";
const MORE = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const AZURE_SUBNET = "azure-native:network:Subnet";
const SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";

type Blocks = Read<readonly string[]>;

/** Reads that are all needed, as one. */
export function together(reads: readonly Read<string>[], path: string): Blocks {
  const missing = reads.find((read) => read.state !== "known");
  if (missing?.state === "unknown") return missing;
  const value = reads.flatMap((read) => (read.state === "known" ? [read.value] : []));
  return value.length === 0 || missing !== undefined
    ? uncovered(path, "has no address block that the program shows")
    : { state: "known", path, value };
}

/** The subnets that an EKS cluster gives its control plane an address in. */
export function controlPlaneSubnets({ resource, graph }: Cluster): readonly Resource[] {
  return graph.named(resource, SUBNET, { key: "vpcConfig", name: "id" }).sure;
}

/** The networks of this program that an EKS cluster stands in. */
export function vpcsOf(cluster: Cluster): readonly Resource[] {
  const subnets = controlPlaneSubnets(cluster);
  const named = subnets.flatMap((one) => cluster.graph.named(one, VPC, { key: "vpcId", name: "id" }).sure);
  return [...new Set(named)];
}

const STANDS_IN: Readonly<Record<ClusterType, (cluster: Cluster) => readonly Resource[]>> = {
  "aws:eks/cluster:Cluster": vpcsOf,
  "gcp:container/cluster:Cluster": ({ resource, graph }) =>
    graph.named(resource, NETWORKS.gcp, { key: "network", name: "selfLink" }).sure,
  "azure-native:containerservice:ManagedCluster": (cluster) => {
    const subnets = [...nodeSubnets(cluster), ...apiServerSubnets(cluster)];
    const join = { key: "virtualNetworkName", name: "virtualNetworkName" };
    return [...new Set(subnets.flatMap((subnet) => cluster.graph.named(subnet, NETWORKS.azure, join).sure))];
  },
};

/** The networks of this program that a cluster stands in. */
export function networksOf(cluster: Cluster): readonly Resource[] {
  return STANDS_IN[cluster.resource.type](cluster);
}

/** The subnets of Azure that an API server has addresses in. */
export function apiServerSubnets({ resource, graph }: Cluster): readonly Resource[] {
  return graph.named(resource, AZURE_SUBNET, { key: "apiServerAccessProfile", name: "id" }).sure;
}

const PODS: Readonly<Record<ClusterType, (cluster: Cluster) => Blocks>> = {
  // pods have addresses of the network there, of any of its blocks
  "aws:eks/cluster:Cluster": (cluster) => {
    const blocks = vpcsOf(cluster).flatMap((vpc) => {
      const { sure } = cluster.graph.attached(vpc, { type: MORE, key: "vpcId", name: "id" });
      return [vpc, ...sure].map((one) => one.text("cidrBlock"));
    });
    return together(blocks, "vpcConfig");
  },
  "gcp:container/cluster:Cluster": ({ resource, graph }) => {
    const wanted = resource.text("ipAllocationPolicy.clusterSecondaryRangeName");
    if (wanted.state === "unknown") return wanted;
    const [subnetwork] = graph.named(resource, SUBNETWORK, { key: "subnetwork", name: "selfLink" }).sure;
    const ranges = subnetwork?.list("secondaryIpRanges");
    if (ranges?.state === "unknown") return ranges;
    const own = (ranges?.state === "known" ? ranges.value : []).filter((range) => {
      const name = range.text("rangeName");
      return wanted.state === "known" && name.state === "known" && name.value === wanted.value;
    });
    return together(
      own.map((range) => range.text("ipCidrRange")),
      "ipAllocationPolicy",
    );
  },
  "azure-native:containerservice:ManagedCluster": ({ resource }) =>
    together([resource.text("networkProfile.podCidr")], "networkProfile.podCidr"),
};

/** The address blocks that a cluster's pods have. */
export function podRanges(cluster: Cluster): Blocks {
  return PODS[cluster.resource.type](cluster);
}

const CONTROL_PLANES: Readonly<Record<ClusterType, (cluster: Cluster) => Blocks>> = {
  "aws:eks/cluster:Cluster": (cluster) =>
    together(
      controlPlaneSubnets(cluster).map((subnet) => subnet.text("cidrBlock")),
      "vpcConfig.subnetIds",
    ),
  // in a subnetwork of the network, or in a range of a network of Google's that is peered with it
  "gcp:container/cluster:Cluster": ({ resource, graph }) => {
    const { sure } = graph.named(resource, SUBNETWORK, { key: "privateClusterConfig", name: "selfLink" });
    const far = resource.text("privateClusterConfig.masterIpv4CidrBlock");
    const own = sure.map((subnetwork) => subnetwork.text("ipCidrRange"));
    return together(far.state === "absent" ? own : [far, ...own], "privateClusterConfig.privateEndpointSubnetwork");
  },
  "azure-native:containerservice:ManagedCluster": (cluster) =>
    together(
      apiServerSubnets(cluster).map((subnet) => subnet.text("addressPrefix")),
      "apiServerAccessProfile.subnetId",
    ),
};

/** The address blocks that a private API server answers in. */
export function apiServerRanges(cluster: Cluster): Blocks {
  return CONTROL_PLANES[cluster.resource.type](cluster);
}

const NODES: Readonly<Record<ClusterType, (cluster: Cluster) => Blocks>> = {
  "aws:eks/cluster:Cluster": podRanges,
  "gcp:container/cluster:Cluster": ({ resource, graph }) => {
    const { sure } = graph.named(resource, SUBNETWORK, { key: "subnetwork", name: "selfLink" });
    return together(
      sure.map((subnetwork) => subnetwork.text("ipCidrRange")),
      "subnetwork",
    );
  },
  "azure-native:containerservice:ManagedCluster": (cluster) =>
    together(
      nodeSubnets(cluster).map((subnet) => subnet.text("addressPrefix")),
      "agentPoolProfiles",
    ),
};

/** The subnets of AWS that a cluster's groups of machines stand in. */
export function machineSubnets({ resource, graph }: Cluster): readonly Resource[] {
  const groups = graph.attached(resource, { type: NODE_GROUP, key: "clusterName", name: "name" }).sure;
  return [...new Set(groups.flatMap((group) => graph.named(group, SUBNET, { key: "subnetIds", name: "id" }).sure))];
}

/** The subnets of Azure that a cluster's machines stand in. */
export function nodeSubnets({ resource, graph }: Cluster): readonly Resource[] {
  return graph.named(resource, AZURE_SUBNET, { key: "agentPoolProfiles", name: "id" }).sure;
}

/** The blocks that callers from a cluster may have: their pods' own, or those of their machines. */
export function sourceRanges(cluster: Cluster): Blocks {
  const [pods, nodes] = [podRanges(cluster), NODES[cluster.resource.type](cluster)];
  // an overlay's addresses are its own: outside it, pods have those of their machines (learn.microsoft.com, Azure CNI Overlay)
  if (holds(cluster.resource.text("networkProfile.networkPluginMode"), (mode) => mode === "overlay") === true)
    return nodes;
  if (pods.state !== "known") return pods;
  return nodes.state === "known" ? { ...pods, value: [...new Set([...pods.value, ...nodes.value])] } : nodes;
}
