import type { Part } from "./program.ts";

/** A network of AWS with machines and a cluster in it, and a transit gateway that its private routes lead to. */
export const AWS: readonly Part[] = [
  { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.1.0.0/16" } },
  {
    type: "aws:ec2/subnet:Subnet",
    name: "vpc-a",
    props: { cidrBlock: "10.1.16.0/20" },
    edges: { vpcId: "vpc" },
  },
  { type: "aws:ec2/routeTable:RouteTable", name: "table", props: {}, edges: { vpcId: "vpc" } },
  {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    name: "table-a",
    props: {},
    edges: { subnetId: "vpc-a", routeTableId: "table" },
  },
  { type: "aws:ec2transitgateway/transitGateway:TransitGateway", name: "transit", props: {} },
  {
    type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
    name: "attachment",
    props: {},
    edges: { transitGatewayId: "transit", vpcId: "vpc", subnetIds: "vpc-a" },
  },
  {
    type: "aws:eks/cluster:Cluster",
    name: "eks",
    props: { name: "acme-eks", vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false } },
    edges: { vpcConfig: "vpc-a" },
  },
  {
    type: "aws:eks/nodeGroup:NodeGroup",
    name: "machines",
    props: {},
    edges: { clusterName: "eks", subnetIds: "vpc-a" },
  },
  {
    type: "aws:eks/addon:Addon",
    name: "cni",
    props: { addonName: "vpc-cni", configurationValues: JSON.stringify({ enableNetworkPolicy: true }) },
    edges: { clusterName: "eks" },
  },
  { type: "pulumi:providers:kubernetes", name: "at-eks", props: {}, edges: { kubeconfig: "eks" } },
];

/** The same, with a way out for its machines. */
export const AWS_OUT: readonly Part[] = [
  ...AWS,
  { type: "aws:ec2/natGateway:NatGateway", name: "nat", props: {} },
  { type: "aws:ec2/internetGateway:InternetGateway", name: "outer", props: {} },
  {
    type: "aws:ec2/route:Route",
    name: "default",
    props: { destinationCidrBlock: "0.0.0.0/0" },
    edges: { routeTableId: "table", natGatewayId: "nat" },
  },
  { type: "aws:ec2/launchTemplate:LaunchTemplate", name: "template", props: {} },
];

/** A network of Google Cloud with a cluster in it. */
export const GCP: readonly Part[] = [
  { type: "gcp:compute/network:Network", name: "network", props: { routingMode: "GLOBAL" } },
  {
    type: "gcp:compute/subnetwork:Subnetwork",
    name: "subnet",
    props: { ipCidrRange: "10.2.0.0/20", secondaryIpRanges: [{ rangeName: "pods", ipCidrRange: "10.2.128.0/17" }] },
    edges: { network: "network" },
  },
  {
    type: "gcp:container/cluster:Cluster",
    name: "gke",
    props: {
      name: "acme-gke",
      datapathProvider: "ADVANCED_DATAPATH",
      ipAllocationPolicy: { clusterSecondaryRangeName: "pods" },
      privateClusterConfig: { enablePrivateEndpoint: true, enablePrivateNodes: true },
      masterAuthorizedNetworksConfig: {
        cidrBlocks: [{ cidrBlock: "10.9.0.0/16" }],
        privateEndpointEnforcementEnabled: true,
      },
    },
    edges: { network: "network", subnetwork: "subnet", privateClusterConfig: "subnet" },
  },
  { type: "pulumi:providers:kubernetes", name: "at-gke", props: {}, edges: { kubeconfig: "gke" } },
];

/** A rule of a network security group: what comes in by TLS from what is joined to the network, unless it says else. */
export const nsgRule = (more: object = {}) => ({
  name: "rule",
  priority: 100,
  direction: "Inbound",
  access: "Allow",
  protocol: "Tcp",
  sourceAddressPrefix: "VirtualNetwork",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "443",
  ...more,
});
/** One that refuses everybody whom no rule before it lets in. */
export const NOBODY_ELSE = nsgRule({
  priority: 4000,
  access: "Deny",
  protocol: "*",
  sourceAddressPrefix: "*",
  destinationPortRange: "*",
});

/** A network of Azure with a cluster in it, whose API server has a subnet of its own. */
export const AZURE: readonly Part[] = [
  {
    type: "azure-native:network:VirtualNetwork",
    name: "vnet",
    props: { addressSpace: { addressPrefixes: ["10.3.0.0/16"] } },
  },
  {
    type: "azure-native:network:Subnet",
    name: "vnet-nodes",
    props: { addressPrefix: "10.3.0.0/20" },
    edges: { virtualNetworkName: "vnet" },
  },
  {
    type: "azure-native:network:NetworkSecurityGroup",
    name: "api-guard",
    props: {
      securityRules: [nsgRule(), NOBODY_ELSE],
    },
  },
  {
    type: "azure-native:network:Subnet",
    name: "vnet-api",
    props: { addressPrefix: "10.3.16.0/28" },
    edges: { virtualNetworkName: "vnet", networkSecurityGroup: "api-guard" },
  },
  {
    type: "azure-native:containerservice:ManagedCluster",
    name: "aks",
    props: {
      resourceName: "acme-aks",
      apiServerAccessProfile: { enablePrivateCluster: true, enableVnetIntegration: true },
      networkProfile: {
        networkPlugin: "azure",
        networkPluginMode: "overlay",
        networkPolicy: "cilium",
        podCidr: "10.244.0.0/16",
      },
    },
    edges: { agentPoolProfiles: "vnet-nodes", apiServerAccessProfile: "vnet-api" },
  },
  { type: "pulumi:providers:kubernetes", name: "at-aks", props: {}, edges: { kubeconfig: "aks" } },
];
