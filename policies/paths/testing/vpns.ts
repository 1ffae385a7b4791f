import type { Part } from "./program.ts";

/** A VPN to premises that are not in the program, at the transit gateway of AWS. */
export const PREMISES: readonly Part[] = [
  { type: "aws:ec2/customerGateway:CustomerGateway", name: "office", props: { ipAddress: "198.51.100.7" } },
  {
    type: "aws:ec2/vpnConnection:VpnConnection",
    name: "to-office",
    props: { staticRoutesOnly: false },
    edges: { customerGatewayId: "office", transitGatewayId: "transit" },
  },
  {
    type: "aws:ec2/route:Route",
    name: "route-office",
    props: { destinationCidrBlock: "10.9.0.0/16" },
    edges: { routeTableId: "table", transitGatewayId: "transit" },
  },
];

/** A VPN between AWS and Google Cloud, both ends in the program. */
export const AWS_GCP: readonly Part[] = [
  { type: "gcp:compute/haVpnGateway:HaVpnGateway", name: "ha-vpn", props: {}, edges: { network: "network" } },
  {
    type: "aws:ec2/customerGateway:CustomerGateway",
    name: "far-gcp",
    props: {},
    edges: { ipAddress: "ha-vpn" },
  },
  {
    type: "aws:ec2/vpnConnection:VpnConnection",
    name: "to-gcp",
    props: { staticRoutesOnly: false },
    edges: { customerGatewayId: "far-gcp", transitGatewayId: "transit" },
  },
  {
    type: "aws:ec2/route:Route",
    name: "route-gcp",
    props: { destinationCidrBlock: "10.2.0.0/16" },
    edges: { routeTableId: "table", transitGatewayId: "transit" },
  },
  {
    type: "gcp:compute/router:Router",
    name: "router",
    props: { bgp: { advertiseMode: "CUSTOM", advertisedIpRanges: [{ range: "10.2.0.0/16" }] } },
    edges: { network: "network" },
  },
  {
    type: "gcp:compute/externalVpnGateway:ExternalVpnGateway",
    name: "far-aws",
    props: {},
    edges: { interfaces: "to-gcp" },
  },
  {
    type: "gcp:compute/vPNTunnel:VPNTunnel",
    name: "tunnel",
    props: {},
    edges: { vpnGateway: "ha-vpn", router: "router", peerExternalGateway: "far-aws" },
  },
  { type: "gcp:compute/routerPeer:RouterPeer", name: "session", props: {}, edges: { router: "router" } },
];

const GATEWAY = { publicIPAddress: {}, subnet: {} };
/** The gateway of the Azure network. */
const AZURE_GATEWAY: readonly Part[] = [
  {
    type: "azure-native:network:Subnet",
    name: "vnet-gateway",
    props: { addressPrefix: "10.3.255.0/27" },
    edges: { virtualNetworkName: "vnet" },
  },
  { type: "azure-native:network:PublicIPAddress", name: "azure-address", props: {} },
  {
    type: "azure-native:network:VirtualNetworkGateway",
    name: "azure-gateway",
    props: { enableBgp: true, gatewayType: "Vpn", ipConfigurations: [GATEWAY] },
    edges: { ipConfigurations: ["azure-address", "vnet-gateway"] },
  },
];

/** A VPN between AWS and Azure, both ends in the program. */
export const AWS_AZURE: readonly Part[] = [
  ...AZURE_GATEWAY,
  {
    type: "aws:ec2/customerGateway:CustomerGateway",
    name: "far-azure",
    props: {},
    edges: { ipAddress: "azure-address" },
  },
  {
    type: "aws:ec2/vpnConnection:VpnConnection",
    name: "to-azure",
    props: { staticRoutesOnly: false },
    edges: { customerGatewayId: "far-azure", transitGatewayId: "transit" },
  },
  {
    type: "aws:ec2/route:Route",
    name: "route-azure",
    props: { destinationCidrBlock: "10.3.0.0/16" },
    edges: { routeTableId: "table", transitGatewayId: "transit" },
  },
  {
    type: "azure-native:network:LocalNetworkGateway",
    name: "azure-far-aws",
    props: {},
    edges: { gatewayIpAddress: "to-azure" },
  },
  {
    type: "azure-native:network:VirtualNetworkGatewayConnection",
    name: "azure-to-aws",
    props: { connectionType: "IPsec", enableBgp: true },
    edges: { virtualNetworkGateway1: "azure-gateway", localNetworkGateway2: "azure-far-aws" },
  },
];

/** A VPN between Google Cloud and Azure, both ends in the program. */
export const GCP_AZURE: readonly Part[] = [
  ...AZURE_GATEWAY,
  { type: "gcp:compute/haVpnGateway:HaVpnGateway", name: "ha-vpn", props: {}, edges: { network: "network" } },
  { type: "gcp:compute/router:Router", name: "router", props: { bgp: { asn: 64_528 } }, edges: { network: "network" } },
  {
    type: "gcp:compute/externalVpnGateway:ExternalVpnGateway",
    name: "gcp-far-azure",
    props: {},
    edges: { interfaces: "azure-address" },
  },
  {
    type: "gcp:compute/vPNTunnel:VPNTunnel",
    name: "tunnel",
    props: {},
    edges: { vpnGateway: "ha-vpn", router: "router", peerExternalGateway: "gcp-far-azure" },
  },
  { type: "gcp:compute/routerPeer:RouterPeer", name: "session", props: {}, edges: { router: "router" } },
  {
    type: "azure-native:network:LocalNetworkGateway",
    name: "azure-far-gcp",
    props: {},
    edges: { gatewayIpAddress: "ha-vpn" },
  },
  {
    type: "azure-native:network:VirtualNetworkGatewayConnection",
    name: "azure-to-gcp",
    props: { connectionType: "IPsec", enableBgp: true },
    edges: { virtualNetworkGateway1: "azure-gateway", localNetworkGateway2: "azure-far-gcp" },
  },
];
