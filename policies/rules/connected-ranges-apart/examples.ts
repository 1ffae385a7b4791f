import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const VPC = "aws:ec2/vpc:Vpc";
const MORE = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
const TRANSIT = "aws:ec2transitgateway/transitGateway:TransitGateway";
const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
const PEERING = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
const NETWORK = "gcp:compute/network:Network";
const SUBNET = "gcp:compute/subnetwork:Subnetwork";
const GCP_PEERING = "gcp:compute/networkPeering:NetworkPeering";
const VNET = "azure-native:network:VirtualNetwork";
const VNET_PEERING = "azure-native:network:VirtualNetworkPeering";
const HUB = "azure-native:network:VirtualHub";

/** The subject is called `it`; `a` is another, which comes before it. */
const at = (type: string, name: string) => `${type}::${name}`;
const vpc = (name: string, cidrBlock: unknown): Sample => ({ type: VPC, name, props: { cidrBlock } });
const more = (name: string, of: string, cidrBlock: unknown): Sample => ({
  type: MORE,
  name,
  props: { cidrBlock },
  edges: { vpcId: of },
});
const transit: Sample = { type: TRANSIT, name: "transit", props: {} };
const attached = (name: string, vpcId: string, gateway = "transit"): Sample => ({
  type: ATTACHMENT,
  name,
  props: {},
  edges: { vpcId, transitGatewayId: at(TRANSIT, gateway) },
});
const byTransit = [transit, attached("own", "it"), attached("other", at(VPC, "a"))];
const peered: Sample = { type: PEERING, name: "peering", props: {}, edges: { vpcId: "it", peerVpcId: at(VPC, "a") } };
const own = (cidrBlock: unknown, ...beside: readonly Sample[]): Example => ({
  type: VPC,
  props: { cidrBlock },
  beside,
});

const subnet = (name: string, network: string, ipCidrRange: unknown, ...secondary: readonly unknown[]): Sample => ({
  type: SUBNET,
  name,
  props: { ipCidrRange, secondaryIpRanges: secondary.map((block) => ({ rangeName: "pods", ipCidrRange: block })) },
  edges: { network },
});
const network = (...beside: readonly Sample[]): Example => ({ type: NETWORK, props: {}, beside });
const byGcp: readonly Sample[] = [
  { type: NETWORK, name: "a", props: {} },
  { type: GCP_PEERING, name: "peering", props: {}, edges: { network: "it", peerNetwork: at(NETWORK, "a") } },
];

const vnet = (addressPrefixes: unknown, ...beside: readonly Sample[]): Example => ({
  type: VNET,
  props: { addressSpace: { addressPrefixes } },
  beside,
});
const far = (addressPrefixes: unknown): Sample => ({
  type: VNET,
  name: "a",
  props: { addressSpace: { addressPrefixes } },
});
const vnetPeering: Sample = {
  type: VNET_PEERING,
  name: "peering",
  props: {},
  edges: { virtualNetworkName: "it", remoteVirtualNetwork: at(VNET, "a") },
};
const hub: Sample = { type: HUB, name: "hub", props: {} };
const onHub = (name: string, vnetName: string): Sample => ({
  type: "azure-native:network:HubVirtualNetworkConnection",
  name,
  props: {},
  edges: { virtualHubName: at(HUB, "hub"), remoteVirtualNetwork: vnetName },
});

/** A VPN between a transit gateway of AWS and a virtual network of Azure. */
const vpn = (back = true): readonly Sample[] => [
  transit,
  attached("other", at(VPC, "a")),
  { type: "azure-native:network:PublicIPAddress", name: "address", props: {} },
  { type: "azure-native:network:Subnet", name: "gateway-subnet", props: {}, edges: { virtualNetworkName: "it" } },
  {
    type: "azure-native:network:VirtualNetworkGateway",
    name: "gateway",
    props: {},
    edges: {
      ipConfigurations: [
        "azure-native:network:PublicIPAddress::address",
        "azure-native:network:Subnet::gateway-subnet",
      ],
    },
  },
  {
    type: "aws:ec2/customerGateway:CustomerGateway",
    name: "customer",
    props: {},
    edges: { ipAddress: "azure-native:network:PublicIPAddress::address" },
  },
  {
    type: "aws:ec2/vpnConnection:VpnConnection",
    name: "vpn",
    props: {},
    edges: {
      customerGatewayId: "aws:ec2/customerGateway:CustomerGateway::customer",
      transitGatewayId: at(TRANSIT, "transit"),
    },
  },
  {
    type: "azure-native:network:LocalNetworkGateway",
    name: "local",
    props: {},
    edges: back ? { gatewayIpAddress: "aws:ec2/vpnConnection:VpnConnection::vpn" } : {},
  },
  {
    type: "azure-native:network:VirtualNetworkGatewayConnection",
    name: "connection",
    props: {},
    edges: {
      virtualNetworkGateway1: "azure-native:network:VirtualNetworkGateway::gateway",
      localNetworkGateway2: "azure-native:network:LocalNetworkGateway::local",
    },
  },
];

export const examples: Examples = {
  pass: [
    own("10.1.0.0/16", vpc("a", "10.2.0.0/16"), peered),
    own("10.1.0.0/16", vpc("a", "10.2.0.0/16"), ...byTransit),
    // each has the same as a third, to which neither is joined
    own("10.1.0.0/16", vpc("a", "10.2.0.0/16"), vpc("b", "10.1.0.0/16"), peered),
    own("10.1.0.0/16", vpc("a", "10.2.0.0/16"), more("pods", at(VPC, "a"), "100.64.0.0/16"), peered),
    // a peering leads no further than its other side
    own("10.1.0.0/16", vpc("a", "10.2.0.0/16"), vpc("b", "10.1.0.0/16"), peered, {
      type: PEERING,
      name: "further",
      props: {},
      edges: { vpcId: at(VPC, "a"), peerVpcId: at(VPC, "b") },
    }),
    network(
      ...byGcp,
      subnet("own", "it", "10.1.0.0/20", "10.4.0.0/14"),
      subnet("other", at(NETWORK, "a"), "10.1.16.0/20"),
    ),
    // told at the other one
    own("10.1.0.0/16", vpc("z", "10.1.0.0/16"), {
      type: PEERING,
      name: "peering",
      props: {},
      edges: { vpcId: "it", peerVpcId: at(VPC, "z") },
    }),
    vnet(["10.1.0.0/16"], far(["10.2.0.0/16", "10.3.0.0/16"]), vnetPeering),
    vnet(["10.1.0.0/16"], vpc("a", "10.2.0.0/16"), ...vpn()),
  ],
  fail: [
    own("10.1.0.0/16", vpc("a", "10.1.0.0/16"), peered),
    own("10.1.0.0/16", vpc("a", "10.1.128.0/20"), ...byTransit),
    own("10.1.0.0/16", vpc("a", "10.2.0.0/16"), more("more", at(VPC, "a"), "10.1.4.0/24"), peered),
    own("10.1.0.0/16", more("more", "it", "10.3.0.0/16"), vpc("a", "10.3.0.0/20"), peered),
    // addresses that are not routed
    own(
      "10.1.0.0/16",
      more("pods", "it", "100.64.0.0/16"),
      vpc("a", "10.2.0.0/16"),
      more("theirs", at(VPC, "a"), "100.64.0.0/16"),
      ...byTransit,
    ),
    own("10.1.0.0/16", more("pods", "it", "100.64.0.0/16"), vpc("a", "100.0.0.0/8"), ...byTransit),
    // by two transit gateways that are peers
    own(
      "10.1.0.0/16",
      vpc("a", "10.1.0.0/16"),
      transit,
      { type: TRANSIT, name: "second", props: {} },
      attached("own", "it"),
      attached("other", at(VPC, "a"), "second"),
      {
        type: "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
        name: "between",
        props: {},
        edges: { transitGatewayId: at(TRANSIT, "transit"), peerTransitGatewayId: at(TRANSIT, "second") },
      },
    ),
    network(...byGcp, subnet("own", "it", "10.1.0.0/20"), subnet("other", at(NETWORK, "a"), "10.1.8.0/24")),
    network(
      ...byGcp,
      subnet("own", "it", "10.1.0.0/20", "10.4.0.0/14"),
      subnet("other", at(NETWORK, "a"), "10.5.0.0/20"),
    ),
    vnet(["10.1.0.0/16"], far(["10.2.0.0/16", "10.0.0.0/8"]), vnetPeering),
    vnet(["10.1.0.0/16"], far(["10.1.0.0/16"]), hub, onHub("own", "it"), onHub("other", at(VNET, "a"))),
    vnet(["10.1.0.0/16"], vpc("a", "10.1.0.0/16"), ...vpn()),
    // of two, one is enough
    own("10.1.0.0/16", vpc("a", "10.1.0.0/16"), peered, {
      type: PEERING,
      name: "beyond",
      props: {},
      edges: { vpcId: "it" },
    }),
  ],
  undetermined: [
    own("10.1.0.0/16", vpc("a", UNKNOWN), peered),
    own(UNKNOWN, vpc("a", "10.1.0.0/16"), peered),
    own("10.1.0.0/16", vpc("a", "not a block"), peered),
    own("somewhere", vpc("a", "10.1.0.0/16"), peered),
    own("10.1.0.0/16", { type: PEERING, name: "beyond", props: { peerVpcId: "vpc-1" }, edges: { vpcId: "it" } }),
    own("10.1.0.0/16", { type: PEERING, name: "unknown", props: { vpcId: UNKNOWN, peerVpcId: "vpc-1" } }),
    // both not known, and one that is the other's matter
    own("10.1.0.0/16", vpc("a", "10.2.0.0/16"), peered, { type: PEERING, name: "unknown", props: { vpcId: UNKNOWN } }),
    network(...byGcp, subnet("own", "it", UNKNOWN), subnet("other", at(NETWORK, "a"), "10.1.8.0/24")),
    network({ type: GCP_PEERING, name: "beyond", props: { peerNetwork: "projects/x" }, edges: { network: "it" } }),
    vnet(UNKNOWN, far(["10.1.0.0/16"]), vnetPeering),
    vnet(["10.1.0.0/16"], far([UNKNOWN]), vnetPeering),
  ],
  notApplicable: [
    own("10.1.0.0/16"),
    own("10.1.0.0/16", vpc("a", "10.1.0.0/16")),
    own("10.1.0.0/16", vpc("a", "10.1.0.0/16"), transit, attached("other", at(VPC, "a"))),
    network(),
    // the other end of the VPN is somewhere else
    vnet(["10.1.0.0/16"], vpc("a", "10.1.0.0/16"), ...vpn(false)),
  ],
};
