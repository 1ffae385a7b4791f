import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/examples.ts";
import { AWS, AWS_OUT, AZURE, GCP } from "../testing/clouds.ts";
import { app, namespace } from "../testing/mesh.ts";
import { type Change, changed, type Part, stateOf, without } from "../testing/program.ts";

const UNCOVERED = "undetermined(not covered)";
const UNSEEN = "undetermined(unknown)";
type Row = readonly [what: string, changes: readonly Change[], state: string];
const pods = (at: string) => [namespace("shop", at), app("till", "shop", at)];
const till = (cluster: string) => ({ cluster, namespace: "shop", labels: { app: "till" } });
const to = (service: string, more: object = {}) => ({ service, ...more, port: 443 });

const EKS: readonly Part[] = [
  ...AWS,
  ...pods("at-eks"),
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    name: "gateway",
    props: { serviceName: "com.amazonaws.eu-central-1.s3", vpcEndpointType: "Gateway", routeTableIds: ["rtb-1"] },
    edges: { vpcId: "vpc" },
  },
  { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", props: {}, edges: { vpcId: "vpc" } },
  {
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    name: "in",
    props: { cidrIpv4: "10.1.0.0/16", ipProtocol: "tcp", fromPort: 443, toPort: 443 },
    edges: { securityGroupId: "group" },
  },
  {
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    name: "endpoint",
    props: { serviceName: "com.amazonaws.eu-central-1.ecr.api", vpcEndpointType: "Interface", privateDnsEnabled: true },
    edges: { vpcId: "vpc", subnetIds: "vpc-a", securityGroupIds: "group" },
  },
];

/** The same, with a way out for its machines. */
const OUT = [...EKS, ...AWS_OUT.filter(({ name }) => !AWS.some((part) => part.name === name))];

describe("from pods of EKS to interfaces of AWS", () => {
  it.each<Row>([
    ["is open by an endpoint", [], "open"],
    ["is closed where its group lets in others", [["in", "cidrIpv4", "10.7.0.0/16"]], "closed"],
    [
      "is closed where its group lets in a part of the port's",
      [
        ["in", "fromPort", 80],
        ["in", "toPort", 80],
      ],
      "closed",
    ],
    ["is closed where its group lets in datagrams", [["in", "ipProtocol", "udp"]], "closed"],
    ["is not followed where its group lets in a half", [["in", "cidrIpv4", "10.1.0.0/17"]], UNCOVERED],
    ["is not known where whom it lets in is not", [["in", "cidrIpv4", UNKNOWN]], UNSEEN],
    ["is not followed by names of its own", [["endpoint", "privateDnsEnabled", false]], UNCOVERED],
    ["is not known where its names are not", [["endpoint", "privateDnsEnabled", UNKNOWN]], UNSEEN],
    ["is not followed without a group that is shown", [["endpoint", "edges.securityGroupIds", []]], UNCOVERED],
    [
      "is closed by the internet where the endpoint is for another",
      [["endpoint", "serviceName", "com.amazonaws.eu-central-1.ecr.dkr"]],
      "closed",
    ],
    ["is closed by the internet where the endpoint is of another network", [["endpoint", "edges.vpcId", []]], "closed"],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(EKS, ...changes), till("eks"), to("aws:ecr.api"))).toBe(state);
  });

  it.each<Row>([
    ["is open by route tables", [], "open"],
    ["is not followed without one", [["gateway", "routeTableIds", []]], UNCOVERED],
    ["is not known where they are not", [["gateway", "routeTableIds", UNKNOWN]], UNSEEN],
    [
      "is closed by the internet where the gateway is for another",
      [["gateway", "serviceName", "com.amazonaws.eu-central-1.dynamodb"]],
      "closed",
    ],
  ])("a gateway %s", (_, changes, state) => {
    expect(stateOf(changed(EKS, ...changes), till("eks"), to("aws:s3"))).toBe(state);
  });

  it("takes the internet where nothing else leads there", () => {
    expect(stateOf(EKS, till("eks"), to("aws:sqs"))).toBe("closed");
    expect(stateOf(OUT, till("eks"), to("aws:sqs"))).toBe("open");
    expect(stateOf(OUT, till("eks"), to("gcp:storage"))).toBe("open");
  });

  it("does not take a name that it does not know for one", () => {
    for (const service of ["aws:s4", "gcp:s3", "azure:x"])
      expect(stateOf(EKS, till("eks"), to(service))).toBe(UNCOVERED);
  });

  it("asks the policies of the pods", () => {
    const policy: Part = {
      type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
      name: "policy",
      at: "at-eks",
      props: {
        metadata: { name: "p", namespace: "shop" },
        spec: { podSelector: {}, policyTypes: ["Egress"], egress: [{ to: [{ ipBlock: { cidr: "10.1.16.0/20" } }] }] },
      },
    };
    expect(stateOf([...EKS, policy], till("eks"), to("aws:ecr.api"))).toBe("open");
    const other: Change = ["policy", "spec.egress.0.to.0.ipBlock.cidr", "10.1.64.0/20"];
    expect(stateOf(changed([...EKS, policy], other), till("eks"), to("aws:ecr.api"))).toBe("closed");
  });
});

const GKE: readonly Part[] = [
  ...changed(GCP, ["network", "deleteDefaultRoutesOnCreate", true], ["subnet", "privateIpGoogleAccess", true]),
  ...pods("at-gke"),
  {
    type: "gcp:dns/managedZone:ManagedZone",
    name: "zone",
    props: { dnsName: "googleapis.com.", visibility: "private" },
    edges: { privateVisibilityConfig: "network" },
  },
  {
    type: "gcp:dns/recordSet:RecordSet",
    name: "record",
    props: { name: "googleapis.com.", type: "A", rrdatas: ["199.36.153.8", "199.36.153.9"] },
    edges: { managedZone: "zone" },
  },
  {
    type: "gcp:compute/route:Route",
    name: "route",
    props: { destRange: "199.36.153.8/30", nextHopGateway: "default-internet-gateway" },
    edges: { network: "network" },
  },
];

describe("from pods of GKE to interfaces of Google Cloud", () => {
  it.each<Row>([
    ["is open by a private zone and a route", [], "open"],
    [
      "is open by the route that networks have",
      [
        ["network", "deleteDefaultRoutesOnCreate", false],
        ["route", "destRange", "10.0.0.0/8"],
      ],
      "open",
    ],
    ["is closed where the subnetwork has no private access", [["subnet", "privateIpGoogleAccess", false]], "closed"],
    ["is not known where it may have none", [["subnet", "privateIpGoogleAccess", UNKNOWN]], UNSEEN],
    ["is closed where the route is for others", [["route", "destRange", "199.36.153.4/30"]], "closed"],
    ["is closed where the route leads elsewhere", [["route", "nextHopGateway", undefined]], "closed"],
    [
      "is not followed to addresses of the program's own",
      [
        ["record", "rrdatas", ["10.2.0.5"]],
        ["route", "destRange", "10.2.0.0/16"],
      ],
      UNCOVERED,
    ],
    ["is not known where the addresses are not", [["record", "rrdatas", UNKNOWN]], UNSEEN],
    [
      "is closed by the internet where the zone is of another network",
      [["zone", "edges.privateVisibilityConfig", []]],
      "closed",
    ],
    ["is closed by the internet where the zone is for other names", [["zone", "dnsName", "pkg.dev."]], "closed"],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(GKE, ...changes), till("gke"), to("gcp:storage"))).toBe(state);
  });
});

const AKS: readonly Part[] = [
  ...changed(AZURE, ["aks", "networkProfile.outboundType", "none"]),
  ...pods("at-aks"),
  { type: "azure-native:storage:StorageAccount", name: "store", props: { publicNetworkAccess: "Disabled" } },
  { type: "azure-native:storage:StorageAccount", name: "other", props: { publicNetworkAccess: "Disabled" } },
  {
    type: "azure-native:network:Subnet",
    name: "vnet-links",
    props: { addressPrefix: "10.3.48.0/24", privateEndpointNetworkPolicies: "Enabled" },
    edges: { virtualNetworkName: "vnet", networkSecurityGroup: "api-guard" },
  },
  {
    type: "azure-native:network:PrivateEndpoint",
    name: "endpoint",
    props: { privateLinkServiceConnections: [{ groupIds: ["blob"] }] },
    edges: { privateLinkServiceConnections: "store", subnet: "vnet-links" },
  },
  { type: "azure-native:privatedns:PrivateZone", name: "zone", props: {} },
  {
    type: "azure-native:privatedns:VirtualNetworkLink",
    name: "link",
    props: {},
    edges: { privateZoneName: "zone", virtualNetwork: "vnet" },
  },
  {
    type: "azure-native:network:PrivateDnsZoneGroup",
    name: "names",
    props: {},
    edges: { privateEndpointName: "endpoint", privateDnsZoneConfigs: "zone" },
  },
];

describe("from pods of AKS to interfaces of Azure", () => {
  const blob = (resource?: string) => to("azure:blob", resource === undefined ? {} : { resource });
  it.each<Row>([
    ["is open by a private endpoint", [], "open"],
    ["is closed where its subnet lets nobody in", [["api-guard", "securityRules.0.access", "Deny"]], "closed"],
    [
      "is open where its subnet's rules are not for endpoints",
      [
        ["api-guard", "securityRules.0.access", "Deny"],
        ["vnet-links", "privateEndpointNetworkPolicies", "Disabled"],
      ],
      "open",
    ],
    ["is not followed where no zone has its name", [["names", "edges.privateDnsZoneConfigs", []]], UNCOVERED],
    ["is not followed where the network does not ask the zone", [["link", "edges.virtualNetwork", []]], UNCOVERED],
    [
      "is closed where the endpoint is for tables",
      [["endpoint", "privateLinkServiceConnections.0.groupIds", ["table"]]],
      "closed",
    ],
    [
      "is not known where it is not what the endpoint is for",
      [["endpoint", "privateLinkServiceConnections", UNKNOWN]],
      UNSEEN,
    ],
    ["is closed where the endpoint is of another network", [["vnet-links", "edges.virtualNetworkName", []]], "closed"],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(AKS, ...changes), till("aks"), blob("store"))).toBe(state);
  });

  it.each([
    ["acr", "registry", "azure-native:containerregistry:Registry"],
    ["dfs", "dfs", "azure-native:storage:StorageAccount"],
    ["eventhub", "namespace", "azure-native:eventhub:Namespace"],
    ["file", "file", "azure-native:storage:StorageAccount"],
    ["keyvault", "vault", "azure-native:keyvault:Vault"],
    ["queue", "queue", "azure-native:storage:StorageAccount"],
    ["servicebus", "namespace", "azure-native:servicebus:Namespace"],
    ["sql", "sqlServer", "azure-native:sql:Server"],
    ["table", "table", "azure-native:storage:StorageAccount"],
  ])("knows %s by the word %s, of %s", (name, group, type) => {
    const thing: Part = { type, name: "thing", props: {} };
    const parts = changed(
      [...AKS, thing],
      ["endpoint", "privateLinkServiceConnections.0.groupIds", [group]],
      ["endpoint", "edges.privateLinkServiceConnections", "thing"],
    );
    expect(stateOf(parts, till("aks"), to(`azure:${name}`, { resource: "thing" }))).toBe("open");
    expect(stateOf(parts, till("aks"), to("azure:blob"))).toBe("closed");
  });

  it("tells resources of one kind apart", () => {
    expect(stateOf(AKS, till("aks"), blob())).toBe("open");
    expect(stateOf(AKS, till("aks"), blob("other"))).toBe("closed");
    expect(stateOf(AKS, till("aks"), blob("nothing"))).toBe(UNCOVERED);
    expect(stateOf(without(AKS, "endpoint"), till("aks"), blob())).toBe("closed");
  });

  it("takes the internet to what is not shut", () => {
    const out = changed(AKS, ["aks", "networkProfile.outboundType", "loadBalancer"]);
    expect(stateOf(out, till("aks"), blob("other"))).toBe("closed");
    expect(stateOf(changed(out, ["other", "publicNetworkAccess", "Enabled"]), till("aks"), blob("other"))).toBe("open");
    const ruled = changed(
      out,
      ["other", "publicNetworkAccess", "Enabled"],
      ["other", "networkRuleSet", { defaultAction: "Deny" }],
    );
    expect(stateOf(ruled, till("aks"), blob("other"))).toBe(UNCOVERED);
    expect(stateOf(changed(out, ["other", "publicNetworkAccess", UNKNOWN]), till("aks"), blob("other"))).toBe(UNSEEN);
  });

  it("reads a vault's own word for it", () => {
    const vault: Part = {
      type: "azure-native:keyvault:Vault",
      name: "vault",
      props: { properties: { publicNetworkAccess: "disabled" } },
    };
    const out = changed([...AKS, vault], ["aks", "networkProfile.outboundType", "loadBalancer"]);
    const keyvault = to("azure:keyvault", { resource: "vault" });
    expect(stateOf(out, till("aks"), keyvault)).toBe("closed");
    const open: Change = ["vault", "properties.publicNetworkAccess", "enabled"];
    expect(stateOf(changed(out, open), till("aks"), keyvault)).toBe("open");
  });
});
