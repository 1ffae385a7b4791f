import { output, ProviderResource } from "@pulumi/pulumi";
import type { KubernetesCluster } from "../cluster.ts";
import { regionOf } from "../cluster.ts";
import { type Allocation, type NetworkPlace, type NetworkPlaceOf, PRIVATE_SERVICES } from "../network.ts";
import type { Cloud, Site, SiteOf } from "../site.ts";

class TestProvider extends ProviderResource {}

const blocks = (second: number): Allocation => ({
  slot: 0,
  network: `10.${second}.0.0/16`,
  nodes: `10.${second}.0.0/17`,
  edge: `10.${second}.128.0/20`,
  endpoints: `10.${second}.144.0/22`,
  controlPlane: `10.${second}.148.0/24`,
  resolvers: `10.${second}.149.0/24`,
  gateways: `10.${second}.150.0/24`,
  balancers: `10.${second}.151.0/24`,
  pods: `100.${second}.0.0/16`,
  services: `172.20.${second}.0/20`,
});
const out = (name: string) => output(name);
const open = { privateServices: PRIVATE_SERVICES, attach: () => [] };
const three = (name: string) => ["a", "b", "c"].map((zone) => output(`${name}-${zone}`));
const places: { readonly [C in Cloud]: () => NetworkPlaceOf<C> } = {
  aws: () => ({
    cloud: "aws",
    name: "aws-network",
    ...open,
    allocation: blocks(16),
    zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    vpcId: out("vpc"),
    nodeSubnetIds: three("nodes"),
    edgeSubnetIds: three("edge"),
    podSubnetIds: three("pods"),
    endpointSubnetIds: three("endpoints"),
    controlPlaneSubnetIds: three("control-plane"),
    resolverSubnetIds: three("resolvers"),
    gatewaySubnetIds: three("gateways"),
    balancerSubnetIds: three("balancers"),
    privateRouteTableIds: three("routes"),
  }),
  gcp: () => ({
    cloud: "gcp",
    name: "gcp-network",
    ...open,
    allocation: blocks(32),
    zones: ["europe-west1-b", "europe-west1-c", "europe-west1-d"],
    networkId: out("network"),
    nodeSubnetworkId: out("nodes"),
    podsRangeName: "pods",
    servicesRangeName: "services",
    controlPlaneSubnetworkId: out("control-plane"),
    endpointSubnetworkId: out("endpoints"),
    balancerSubnetworkId: out("balancers"),
  }),
  azure: () => ({
    cloud: "azure",
    name: "azure-network",
    ...open,
    allocation: blocks(48),
    zones: ["1", "2", "3"],
    virtualNetworkId: out("vnet-id"),
    virtualNetworkName: out("vnet"),
    nodeSubnetId: out("nodes"),
    edgeSubnetId: out("edge"),
    endpointSubnetId: out("endpoints"),
    controlPlaneSubnetId: out("control-plane"),
    resolverSubnetIds: [out("inbound"), out("outbound")],
    gatewaySubnetId: out("gateway"),
    balancerSubnetId: out("balancers-id"),
    balancerSubnetName: out("balancers"),
  }),
};

/** A network as the component of its cloud would give it. */
export function testNetwork<C extends Cloud>(cloud: C): NetworkPlaceOf<C> {
  return places[cloud]();
}

/** A cluster as its component would give it, on a test site. */
export function testCluster(site: Site, name: string = site.cloud): KubernetesCluster {
  const network: NetworkPlace = places[site.cloud]();
  return {
    name,
    site,
    network,
    region: regionOf(site),
    version: "1.34",
    provider: new TestProvider("kubernetes", name),
    ready: [],
    physicalName: out(`acme-prod-${name}`),
    server: out(`https://${name}.example`),
    certificateAuthority: out("Y2E="),
    issuer: out(`https://issuer.example/${name}`),
  } satisfies KubernetesCluster & { site: SiteOf<Cloud> };
}
