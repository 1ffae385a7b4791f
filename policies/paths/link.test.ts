import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { AWS, AZURE, GCP } from "./testing/clouds.ts";
import { app, namespace } from "./testing/mesh.ts";
import { type Change, changed, type Part, proved, without } from "./testing/program.ts";
import { AWS_AZURE, AWS_GCP, GCP_AZURE, PREMISES } from "./testing/vpns.ts";

const UNCOVERED = "undetermined(not covered)";
const UNSEEN = "undetermined(unknown)";
const CLOUDS = { eks: AWS, gke: GCP, aks: AZURE } as const;
type Name = keyof typeof CLOUDS;
type Row = readonly [what: string, changes: readonly Change[], passage: string];

const between = (from: Name, to: Name, vpn: readonly Part[]): readonly Part[] => [
  ...CLOUDS[from],
  ...CLOUDS[to],
  ...vpn,
  namespace("shop", `at-${from}`),
  app("till", "shop", `at-${from}`),
];

/** What becomes of the link of a path from pods of one cluster to the API server of another. */
function linked(parts: readonly Part[], from: Name, to: Name): string {
  const { steps } = proved(
    parts,
    { cluster: from, namespace: "shop", labels: { app: "till" } },
    { cluster: to, apiServer: true, port: 443 },
  );
  return steps.find(({ what }) => what.startsWith("a link"))?.passage ?? "none";
}

describe.each<readonly [Name, Name, readonly Part[]]>([
  ["eks", "gke", AWS_GCP],
  ["gke", "eks", AWS_GCP],
  ["eks", "aks", AWS_AZURE],
  ["aks", "eks", AWS_AZURE],
  ["gke", "aks", GCP_AZURE],
  ["aks", "gke", GCP_AZURE],
])("from %s to %s", (from, to, vpn) => {
  const program = between(from, to, vpn);

  it("is allowed by a VPN that both ends declare", () => {
    expect(linked(program, from, to)).toBe("allowed");
  });

  const parts = vpn.map(({ name }) => name).filter((name) => !["vnet-gateway"].includes(name));
  it.each(parts)("is not without %s", (name) => {
    expect(linked(without(program, name), from, to)).not.toBe("allowed");
  });
});

describe("a link by AWS and Azure", () => {
  const program = between("eks", "aks", AWS_AZURE);
  it.each<Row>([
    ["the connection learns no routes", [["azure-to-aws", "enableBgp", false]], UNCOVERED],
    ["the connection may learn none", [["azure-to-aws", "enableBgp", UNKNOWN]], UNSEEN],
    ["the gateway learns no routes", [["azure-gateway", "enableBgp", false]], UNCOVERED],
    ["the other side writes its routes down", [["to-azure", "staticRoutesOnly", true]], UNCOVERED],
    ["the route leads elsewhere", [["route-azure", "destinationCidrBlock", "10.7.0.0/16"]], "refused"],
    [
      "the table has routes that are not read",
      [
        ["route-azure", "destinationCidrBlock", "10.7.0.0/16"],
        ["table", "routes", [{}]],
      ],
      UNCOVERED,
    ],
    [
      "the table takes routes of a gateway",
      [
        ["route-azure", "destinationCidrBlock", "10.7.0.0/16"],
        ["table", "propagatingVgws", ["vgw-1"]],
      ],
      UNCOVERED,
    ],
    ["where the route leads is not known", [["route-azure", "destinationCidrBlock", UNKNOWN]], UNSEEN],
    ["the network has other addresses", [["vnet", "addressSpace.addressPrefixes", ["10.7.0.0/16"]]], UNCOVERED],
    ["which addresses the network has is not known", [["vnet", "addressSpace", UNKNOWN]], UNSEEN],
    [
      "the attachment has a table of its own",
      [["attachment", "transitGatewayDefaultRouteTablePropagation", false]],
      UNCOVERED,
    ],
    ["the transit gateway has no table for all", [["transit", "defaultRouteTableAssociation", "disable"]], UNCOVERED],
    ["machines of Azure have routes of their own", [["vnet-nodes", "routeTable", { id: "/t" }]], UNCOVERED],
    ["each has the address of somebody else", [["azure-far-aws", "edges.gatewayIpAddress", []]], UNCOVERED],
  ])("is not allowed where %s", (_, changes, passage) => {
    expect(linked(changed(program, ...changes), "eks", "aks")).toBe(passage);
  });

  it("is allowed by routes that Azure has written down", () => {
    const written = changed(
      program,
      ["azure-to-aws", "enableBgp", false],
      ["azure-far-aws", "localNetworkAddressSpace", { addressPrefixes: ["10.1.0.0/16"] }],
    );
    // there and back: AWS still learns nothing of Azure
    expect(linked(written, "eks", "aks")).toBe(UNCOVERED);
  });
});

describe("a link by Google Cloud and Azure", () => {
  const program = between("gke", "aks", GCP_AZURE);
  it.each<Row>([
    [
      "the router announces other networks",
      [["router", "bgp", { advertiseMode: "CUSTOM", advertisedIpRanges: [{ range: "10.7.0.0/16" }] }]],
      UNCOVERED,
    ],
    ["the session announces by itself", [["session", "advertiseMode", "CUSTOM"]], UNCOVERED],
    ["the router stands in another network", [["ha-vpn", "edges.network", []]], UNCOVERED],
    ["the connection learns no routes", [["azure-to-gcp", "enableBgp", false]], UNCOVERED],
    ["the tunnel leads elsewhere", [["gcp-far-azure", "edges.interfaces", []]], UNCOVERED],
  ])("is not allowed where %s", (_, changes, passage) => {
    expect(linked(changed(program, ...changes), "gke", "aks")).toBe(passage);
  });
});

describe("a session of Google Cloud", () => {
  const over = (tunnel: string): readonly Part[] => [
    { type: "gcp:compute/vPNTunnel:VPNTunnel", name: "another", props: {}, edges: { router: "router" } },
    { type: "gcp:compute/routerInterface:RouterInterface", name: "interface", props: {}, edges: { vpnTunnel: tunnel } },
  ];
  it.each([
    ["tunnel", "allowed"],
    ["another", UNCOVERED],
  ])("over %s", (tunnel, passage) => {
    const program = [...between("eks", "gke", AWS_GCP), ...over(tunnel)];
    expect(linked(changed(program, ["session", "edges.interface", "interface"]), "eks", "gke")).toBe(passage);
  });
});

describe("a link that passes a transit gateway", () => {
  it("leads from Google Cloud to Azure by AWS", () => {
    const program = [...between("gke", "aks", AWS_GCP), ...AWS, ...AWS_AZURE];
    expect(linked(program, "gke", "aks")).toBe("allowed");
    expect(linked(without(program, "to-azure"), "gke", "aks")).toBe(UNCOVERED);
  });

  it("is none where both stand in one network", () => {
    const second: Part = {
      type: "aws:eks/cluster:Cluster",
      name: "other",
      props: { name: "other", vpcConfig: { endpointPrivateAccess: true } },
      edges: { vpcConfig: "vpc-a" },
    };
    const parts = [...AWS, ...PREMISES, namespace("shop", "at-eks"), app("till", "shop", "at-eks"), second];
    expect(linked(parts, "eks", "other" as Name)).toBe("allowed");
  });
});

describe("a link by a peering of virtual networks", () => {
  const far: readonly Part[] = AZURE.map((part) => ({
    ...part,
    name: `far-${part.name}`,
    props: JSON.parse(
      JSON.stringify(part.props).replaceAll("10.3.", "10.4.").replaceAll("acme", "far"),
    ) as Part["props"],
    edges: Object.fromEntries(
      Object.entries(part.edges ?? {}).map(([key, names]) => [key, [names].flat().map((name) => `far-${name}`)]),
    ),
  }));
  const peering = (name: string, one: string, other: string): Part => ({
    type: "azure-native:network:VirtualNetworkPeering",
    name,
    props: {},
    edges: { virtualNetworkName: one, remoteVirtualNetwork: other },
  });
  const program = [
    ...between("aks", "aks", []),
    ...far,
    peering("there", "vnet", "far-vnet"),
    peering("back", "far-vnet", "vnet"),
  ].filter((part, index, all) => all.findIndex(({ name }) => name === part.name) === index);
  it("is allowed where both sides have declared it", () => {
    expect(linked(program, "aks", "far-aks" as Name)).toBe("allowed");
    expect(linked(without(program, "back"), "aks", "far-aks" as Name)).toBe(UNCOVERED);
    const shut = changed(program, ["back", "allowVirtualNetworkAccess", false]);
    expect(linked(shut, "aks", "far-aks" as Name)).toBe(UNCOVERED);
  });
});
