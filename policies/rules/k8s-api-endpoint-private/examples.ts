import { type Examples, UNKNOWN } from "../../core/examples.ts";

const eks = "aws:eks/cluster:Cluster";
const gke = "gcp:container/cluster:Cluster";
const aks = "azure-native:containerservice:ManagedCluster";
const oldAks = "azure-native:containerservice/v20240901:ManagedCluster";

const subnetIds = ["subnet-1", "subnet-2"];
const vpc = (more: object) => ({ vpcConfig: { subnetIds, ...more } });
const authorized = (...blocks: unknown[]) => ({
  masterAuthorizedNetworksConfig: { cidrBlocks: blocks.map((cidrBlock) => ({ cidrBlock, displayName: "n" })) },
});
const endpoints = (controlPlaneEndpointsConfig: object) => ({ controlPlaneEndpointsConfig });
const server = (apiServerAccessProfile: object) => ({ apiServerAccessProfile });

export const examples: Examples = {
  pass: [
    { type: eks, props: vpc({ endpointPublicAccess: false, endpointPrivateAccess: true }) },
    { type: eks, props: vpc({ endpointPublicAccess: "false", endpointPrivateAccess: "true" }) },
    { type: eks, props: vpc({ publicAccessCidrs: ["203.0.113.0/24"] }) },
    { type: eks, props: vpc({ endpointPublicAccess: true, publicAccessCidrs: ["20.30.40.50/32", "20.30.40.51/32"] }) },
    { type: eks, props: vpc({ endpointPublicAccess: false, publicAccessCidrs: ["0.0.0.0/0"] }) },
    { type: gke, props: { privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: true } } },
    { type: gke, props: authorized("20.30.40.0/24") },
    // switched on and empty: Google's own and nobody else
    { type: gke, props: { masterAuthorizedNetworksConfig: {} } },
    { type: gke, props: endpoints({ ipEndpointsConfig: { enabled: false } }) },
    { type: gke, props: endpoints({ ipEndpointsConfig: { enabled: "false" }, dnsEndpointConfig: {} }) },
    { type: aks, props: server({ enablePrivateCluster: true }) },
    { type: aks, props: server({ authorizedIPRanges: ["20.30.40.0/24"] }) },
    // what AKS calls "the cluster's own outbound address only"
    { type: oldAks, props: server({ authorizedIPRanges: ["0.0.0.0/32"] }) },
    { type: oldAks, props: { publicNetworkAccess: "Disabled" } },
  ],
  fail: [
    { type: eks, props: vpc({}) },
    { type: eks, props: vpc({ endpointPublicAccess: true, endpointPrivateAccess: true }) },
    { type: eks, props: vpc({ publicAccessCidrs: ["0.0.0.0/0"] }) },
    { type: eks, props: vpc({ publicAccessCidrs: ["10.0.0.0/8", "0.0.0.0/1", "128.0.0.0/1"] }) },
    { type: eks, props: vpc({ publicAccessCidrs: ["::/0"] }) },
    { type: eks, props: vpc({ publicAccessCidrs: [] }) },
    { type: gke, props: {} },
    { type: gke, props: { privateClusterConfig: { enablePrivateNodes: true } } },
    { type: gke, props: { privateClusterConfig: { enablePrivateEndpoint: "false" } } },
    { type: gke, props: authorized("0.0.0.0/0") },
    { type: gke, props: authorized("20.30.40.0/24", "64.0.0.0/2", "128.0.0.0/2") },
    { type: gke, props: endpoints({ ipEndpointsConfig: { enabled: true } }) },
    // no address, but a name that answers everybody
    {
      type: gke,
      props: endpoints({ ipEndpointsConfig: { enabled: false }, dnsEndpointConfig: { allowExternalTraffic: true } }),
    },
    { type: aks, props: {} },
    { type: aks, props: server({ enablePrivateCluster: false }) },
    { type: aks, props: server({ authorizedIPRanges: [] }) },
    { type: oldAks, props: server({ authorizedIPRanges: ["0.0.0.0/0"] }) },
    { type: oldAks, props: { publicNetworkAccess: "Enabled" } },
  ],
  undetermined: [
    { type: eks, props: { vpcConfig: UNKNOWN } },
    { type: eks, props: vpc({ endpointPublicAccess: UNKNOWN }) },
    { type: eks, props: vpc({ publicAccessCidrs: [UNKNOWN] }) },
    { type: gke, props: { privateClusterConfig: { enablePrivateEndpoint: UNKNOWN } } },
    { type: gke, props: authorized(UNKNOWN) },
    { type: gke, props: { masterAuthorizedNetworksConfig: UNKNOWN } },
    { type: aks, props: server({ enablePrivateCluster: UNKNOWN }) },
    { type: aks, props: server({ authorizedIPRanges: UNKNOWN }) },
    { type: oldAks, props: { publicNetworkAccess: UNKNOWN } },
  ],
};
