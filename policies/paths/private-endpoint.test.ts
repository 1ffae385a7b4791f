import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { AWS, AZURE, GCP } from "./testing/clouds.ts";
import { type Change, changed, stateOf, without } from "./testing/program.ts";
import { AWS_AZURE, AWS_GCP, PREMISES } from "./testing/vpns.ts";

const UNCOVERED = "undetermined(not covered)";
const UNSEEN = "undetermined(unknown)";
const OFFICE = { addresses: "10.9.0.0/16" };
const api = (cluster: string) => ({ cluster, apiServer: true, port: 443 });
type Row = readonly [what: string, changes: readonly Change[], state: string];

describe("from premises behind AWS to a private API server of GKE", () => {
  const program = [...AWS, ...PREMISES, ...GCP, ...AWS_GCP];
  it.each<Row>([
    ["is open for a network that is listed", [], "open"],
    [
      "is closed for another",
      [["gke", "masterAuthorizedNetworksConfig.cidrBlocks.0.cidrBlock", "10.8.0.0/16"]],
      "closed",
    ],
    [
      "is not followed for a half of it",
      [["gke", "masterAuthorizedNetworksConfig.cidrBlocks.0.cidrBlock", "10.9.0.0/17"]],
      UNCOVERED,
    ],
    ["is not known where the list is not", [["gke", "masterAuthorizedNetworksConfig.cidrBlocks", UNKNOWN]], UNSEEN],
    [
      "is not followed where the list may not hold",
      [
        ["gke", "masterAuthorizedNetworksConfig.privateEndpointEnforcementEnabled", false],
        ["gke", "masterAuthorizedNetworksConfig.cidrBlocks", []],
      ],
      UNCOVERED,
    ],
    [
      "is not followed where no routes are learned",
      [
        ["router", "edges.network", []],
        ["tunnel", "edges.router", []],
      ],
      UNCOVERED,
    ],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(program, ...changes), OFFICE, api("gke"))).toBe(state);
  });

  it("is not followed without the VPN of the premises", () => {
    expect(stateOf(without(program, "to-office"), OFFICE, api("gke"))).toBe(UNCOVERED);
  });
});

describe("from premises behind AWS to a private API server of AKS", () => {
  const program = [...AWS, ...PREMISES, ...AZURE, ...AWS_AZURE];
  const rule = (path: string, value: unknown): Change => ["api-guard", `securityRules.0.${path}`, value];
  it.each<Row>([
    ["is open where its subnet lets in what is joined to the network", [], "open"],
    ["is open where it lets in the network of the premises", [rule("sourceAddressPrefix", "10.9.0.0/16")], "open"],
    [
      "is open where it lets in a list that has it",
      [rule("sourceAddressPrefix", undefined), rule("sourceAddressPrefixes", ["10.1.0.0/16", "10.9.0.0/16"])],
      "open",
    ],
    ["is closed where it lets in others", [rule("sourceAddressPrefix", "10.8.0.0/16")], "closed"],
    ["is closed where it lets in the internet", [rule("sourceAddressPrefix", "Internet")], "closed"],
    [
      "is closed where it lets in balancers of the platform",
      [rule("sourceAddressPrefix", "AzureLoadBalancer")],
      "closed",
    ],
    ["is closed at another port", [rule("destinationPortRange", "8443")], "closed"],
    ["is closed for datagrams", [rule("protocol", "Udp")], "closed"],
    ["is closed where the rule is about another subnet", [rule("destinationAddressPrefix", "10.3.0.0/24")], "closed"],
    ["is closed where the rule refuses", [rule("access", "Deny")], "closed"],
    ["is closed where the refusal is asked first", [["api-guard", "securityRules.1.priority", 10]], "closed"],
    ["is not known where whom it lets in is not", [rule("sourceAddressPrefix", UNKNOWN)], UNSEEN],
    ["is not known where its rules are not", [["api-guard", "securityRules", UNKNOWN]], UNSEEN],
    ["is not followed for a service's addresses", [rule("sourceAddressPrefix", "Storage")], UNCOVERED],
    [
      "is not followed for groups of applications",
      [rule("sourceApplicationSecurityGroups", [{ id: "/g" }])],
      UNCOVERED,
    ],
    ["is open by default", [["api-guard", "securityRules", []]], "open"],
    ["is not followed by a private link", [["aks", "apiServerAccessProfile.enableVnetIntegration", false]], UNCOVERED],
    [
      "is not known where it is not whether it stands in the network",
      [["aks", "apiServerAccessProfile.enableVnetIntegration", UNKNOWN]],
      UNSEEN,
    ],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(program, ...changes), OFFICE, api("aks"))).toBe(state);
  });

  it("is not followed without a way", () => {
    for (const part of ["azure-to-aws", "to-office"])
      expect(stateOf(without(program, part), OFFICE, api("aks")), part).toBe(UNCOVERED);
  });

  it("is asked of rules that stand beside the group", () => {
    const beside = {
      type: "azure-native:network:SecurityRule",
      name: "beside",
      props: {
        priority: 50,
        direction: "Inbound",
        access: "Deny",
        protocol: "*",
        sourceAddressPrefix: "10.9.0.0/16",
        destinationAddressPrefix: "*",
        destinationPortRange: "*",
      },
      edges: { networkSecurityGroupName: "api-guard" },
    };
    expect(stateOf([...program, beside], OFFICE, api("aks"))).toBe("closed");
  });
});
