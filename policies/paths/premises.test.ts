import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { AWS } from "./testing/clouds.ts";
import { type Change, changed, type Part, stateOf, without } from "./testing/program.ts";
import { PREMISES } from "./testing/vpns.ts";

const OFFICE = { addresses: "10.9.0.0/16" };
const API = { cluster: "eks", apiServer: true, port: 443 };
const ADMITTED: Part = {
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  name: "office-in",
  props: { cidrIpv4: "10.9.0.0/16", ipProtocol: "tcp", fromPort: 443, toPort: 443 },
  edges: { securityGroupId: "eks" },
};
const PROGRAM = [...AWS, ...PREMISES, ADMITTED];

describe("from premises to a private API server of EKS", () => {
  it("is open where a route, a VPN and a rule lead there", () => {
    expect(stateOf(PROGRAM, OFFICE, API)).toBe("open");
  });

  it.each<readonly [string, readonly Change[], string]>([
    ["the route leads elsewhere", [["route-office", "destinationCidrBlock", "10.8.0.0/16"]], "closed"],
    ["the route is for a half", [["route-office", "destinationCidrBlock", "10.9.0.0/17"]], "undetermined(not covered)"],
    [
      "where the route leads is not known",
      [["route-office", "destinationCidrBlock", UNKNOWN]],
      "undetermined(unknown)",
    ],
    [
      "the rule is for another port",
      [
        ["office-in", "fromPort", 8443],
        ["office-in", "toPort", 8443],
      ],
      "closed",
    ],
    ["the rule is for another network", [["office-in", "cidrIpv4", "10.8.0.0/16"]], "closed"],
    ["the rule is for a half of the network", [["office-in", "cidrIpv4", "10.9.0.0/17"]], "undetermined(not covered)"],
    ["whom the rule lets in is not known", [["office-in", "cidrIpv4", UNKNOWN]], "undetermined(unknown)"],
    ["the private endpoint is off", [["eks", "vpcConfig.endpointPrivateAccess", false]], "closed"],
    ["the private endpoint may be off", [["eks", "vpcConfig.endpointPrivateAccess", UNKNOWN]], "undetermined(unknown)"],
  ])("but not where %s", (_, changes, state) => {
    expect(stateOf(changed(PROGRAM, ...changes), OFFICE, API)).toBe(state);
  });

  it.each([
    ["the route", "route-office", "closed"],
    ["the rule", "office-in", "closed"],
    ["the attachment", "attachment", "undetermined(not covered)"],
    ["the VPN", "to-office", "undetermined(not covered)"],
    ["the table's tie to the subnet", "table-a", "undetermined(not covered)"],
  ])("nor without %s", (_, part, state) => {
    expect(stateOf(without(PROGRAM, part), OFFICE, API)).toBe(state);
  });

  it("takes groups of the program's own for what it does not follow", () => {
    const grouped = changed(without(PROGRAM, "office-in"), ["eks", "vpcConfig.securityGroupIds", ["sg-1"]]);
    expect(stateOf(grouped, OFFICE, API)).toBe("undetermined(not covered)");
  });

  it("is no way for a network that nobody joins", () => {
    expect(stateOf(PROGRAM, { addresses: "172.20.0.0/16" }, API)).toBe("closed");
  });
});
