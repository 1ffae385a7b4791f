import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/examples.ts";
import { AWS_OUT, AZURE, GCP, NOBODY_ELSE, nsgRule } from "../testing/clouds.ts";
import { app, namespace } from "../testing/mesh.ts";
import { type Change, changed, type Part, stateOf } from "../testing/program.ts";

const UNCOVERED = "undetermined(not covered)";
const UNSEEN = "undetermined(unknown)";
type Row = readonly [what: string, changes: readonly Change[], state: string];
const pods = (at: string) => [namespace("shop", at), app("till", "shop", at)];
const till = (cluster: string) => ({ cluster, namespace: "shop", labels: { app: "till" } });
const OUT = { internet: true, port: 443 };
const policy = (at: string, egress: readonly object[]): Part => ({
  type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  name: "policy",
  at,
  props: { metadata: { name: "p", namespace: "shop" }, spec: { podSelector: {}, policyTypes: ["Egress"], egress } },
});

const EKS: readonly Part[] = [...AWS_OUT, ...pods("at-eks")];

describe("from pods of EKS to the internet", () => {
  it.each<Row>([
    ["is open by a NAT gateway", [], "open"],
    ["is closed where the NAT gateway is private", [["nat", "connectivityType", "private"]], "closed"],
    ["is not known where the NAT gateway may be private", [["nat", "connectivityType", UNKNOWN]], UNSEEN],
    ["is closed without a default route", [["default", "destinationCidrBlock", "10.9.0.0/16"]], "closed"],
    ["is not known where the route is not", [["default", "destinationCidrBlock", UNKNOWN]], UNSEEN],
    [
      "is not followed in tables with routes of their own",
      [
        ["default", "edges.routeTableId", []],
        ["table", "routes", [{}]],
      ],
      UNCOVERED,
    ],
    [
      "is not followed for machines with public addresses",
      [
        ["default", "edges.natGatewayId", []],
        ["default", "edges.gatewayId", "outer"],
      ],
      UNCOVERED,
    ],
    [
      "is not followed by a transit gateway",
      [
        ["default", "edges.natGatewayId", []],
        ["default", "edges.transitGatewayId", "transit"],
      ],
      UNCOVERED,
    ],
    [
      "is not followed for groups of the machines' own",
      [
        ["machines", "edges.launchTemplate", "template"],
        ["template", "vpcSecurityGroupIds", ["sg-1"]],
      ],
      UNCOVERED,
    ],
    ["is open where a template names no groups", [["machines", "edges.launchTemplate", "template"]], "open"],
    ["is not followed for machines that nobody shows", [["machines", "edges.subnetIds", []]], UNCOVERED],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(EKS, ...changes), till("eks"), OUT)).toBe(state);
  });

  it.each<readonly [string, readonly object[], string]>([
    ["everywhere", [{}], "open"],
    ["nowhere", [], "closed"],
    ["to private networks", [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }], "closed"],
    ["to another port", [{ ports: [{ port: 80 }] }], "closed"],
    ["to all but private networks", [{ to: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["10.0.0.0/8"] } }] }], "open"],
  ])("asks a network policy that lets out %s", (_, egress, state) => {
    expect(stateOf([...EKS, policy("at-eks", egress)], till("eks"), OUT)).toBe(state);
  });
});

const GKE: readonly Part[] = [
  ...GCP,
  ...pods("at-gke"),
  { type: "gcp:compute/router:Router", name: "nat-router", props: {}, edges: { network: "network" } },
  {
    type: "gcp:compute/routerNat:RouterNat",
    name: "nat",
    props: {
      sourceSubnetworkIpRangesToNat: "LIST_OF_SUBNETWORKS",
      subnetworks: [{ sourceIpRangesToNats: ["ALL_IP_RANGES"] }],
    },
    edges: { router: "nat-router", subnetworks: "subnet" },
  },
];
const DEFAULT: Part = {
  type: "gcp:compute/route:Route",
  name: "default",
  props: { destRange: "0.0.0.0/0", nextHopGateway: "default-internet-gateway" },
  edges: { network: "network" },
};

describe("from pods of GKE to the internet", () => {
  it.each<Row>([
    ["is open by a NAT for their subnetwork", [], "open"],
    [
      "is open by a NAT for all",
      [
        ["nat", "sourceSubnetworkIpRangesToNat", "ALL_SUBNETWORKS_ALL_IP_RANGES"],
        ["nat", "edges.subnetworks", []],
      ],
      "open",
    ],
    ["is closed where the NAT is for others", [["nat", "edges.subnetworks", []]], "closed"],
    [
      "is closed where the NAT is for other ranges",
      [["nat", "subnetworks.0.sourceIpRangesToNats", ["LIST_OF_SECONDARY_IP_RANGES"]]],
      "closed",
    ],
    ["is not known where it is not whom the NAT is for", [["nat", "sourceSubnetworkIpRangesToNat", UNKNOWN]], UNSEEN],
    ["is closed where the default route is taken away", [["network", "deleteDefaultRoutesOnCreate", true]], "closed"],
    [
      "is not followed for machines with public addresses",
      [
        ["gke", "privateClusterConfig.enablePrivateNodes", false],
        ["nat", "edges.subnetworks", []],
      ],
      UNCOVERED,
    ],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(GKE, ...changes), till("gke"), OUT)).toBe(state);
  });

  it("is open by a default route of the program's own", () => {
    const bare = changed([...GKE, DEFAULT], ["network", "deleteDefaultRoutesOnCreate", true]);
    expect(stateOf(bare, till("gke"), OUT)).toBe("open");
    expect(stateOf(changed(bare, ["default", "nextHopGateway", undefined]), till("gke"), OUT)).toBe(UNCOVERED);
    expect(stateOf(changed(bare, ["default", "destRange", "10.0.0.0/8"]), till("gke"), OUT)).toBe("closed");
  });

  it("is not followed where a firewall refuses something", () => {
    const refusal: Part = {
      type: "gcp:compute/firewall:Firewall",
      name: "refusal",
      props: { direction: "EGRESS", denies: [{ protocol: "all" }] },
      edges: { network: "network" },
    };
    expect(stateOf([...GKE, refusal], till("gke"), OUT)).toBe(UNCOVERED);
    expect(stateOf(changed([...GKE, refusal], ["refusal", "disabled", true]), till("gke"), OUT)).toBe("open");
    expect(stateOf(changed([...GKE, refusal], ["refusal", "direction", "INGRESS"]), till("gke"), OUT)).toBe("open");
  });
});

const outbound = (more: object) => ({
  securityRules: [nsgRule({ ...NOBODY_ELSE, priority: 100, direction: "Outbound", ...more })],
});
const AKS: readonly Part[] = [
  ...AZURE,
  ...pods("at-aks"),
  { type: "azure-native:network:NatGateway", name: "nat", props: { publicIpAddresses: [{ id: "/a" }] } },
  { type: "azure-native:network:NetworkSecurityGroup", name: "out-guard", props: {} },
];
const BY_NAT: Change = ["aks", "networkProfile.outboundType", "userAssignedNATGateway"];
const TIED: Change = ["vnet-nodes", "edges.natGateway", "nat"];
const GUARDED: Change = ["vnet-nodes", "edges.networkSecurityGroup", "out-guard"];

describe("from pods of AKS to the internet", () => {
  it.each<Row>([
    ["is open by the way that AKS makes", [], "open"],
    ["is open by the NAT gateway of the subnet", [BY_NAT, TIED], "open"],
    ["is closed without one", [BY_NAT], "closed"],
    ["is closed by one without an address", [BY_NAT, TIED, ["nat", "publicIpAddresses", undefined]], "closed"],
    ["is closed where there is none at all", [["aks", "networkProfile.outboundType", "none"]], "closed"],
    ["is not followed by routes", [["aks", "networkProfile.outboundType", "userDefinedRouting"]], UNCOVERED],
    ["is not known where the way is not", [["aks", "networkProfile.outboundType", UNKNOWN]], UNSEEN],
    ["is open by a group without rules", [GUARDED], "open"],
    [
      "is closed by a rule that refuses all",
      [GUARDED, ["out-guard", "securityRules", outbound({}).securityRules]],
      "closed",
    ],
    [
      "is closed by one that refuses the internet",
      [GUARDED, ["out-guard", "securityRules", outbound({ destinationAddressPrefix: "Internet" }).securityRules]],
      "closed",
    ],
    [
      "is open by one about what comes in",
      [GUARDED, ["out-guard", "securityRules", outbound({ direction: "Inbound" }).securityRules]],
      "open",
    ],
    [
      "is open by one about another port",
      [GUARDED, ["out-guard", "securityRules", outbound({ destinationPortRange: "80" }).securityRules]],
      "open",
    ],
    [
      "is open by one about the network",
      [GUARDED, ["out-guard", "securityRules", outbound({ destinationAddressPrefix: "VirtualNetwork" }).securityRules]],
      "open",
    ],
    [
      "is not followed by one about a service",
      [GUARDED, ["out-guard", "securityRules", outbound({ destinationAddressPrefix: "Storage" }).securityRules]],
      UNCOVERED,
    ],
    [
      "is not known by one that is not",
      [GUARDED, ["out-guard", "securityRules", outbound({ access: UNKNOWN }).securityRules]],
      UNSEEN,
    ],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(AKS, ...changes), till("aks"), OUT)).toBe(state);
  });
});
