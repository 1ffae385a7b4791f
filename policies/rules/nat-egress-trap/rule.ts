import type { NatGatewayArgs } from "@pulumi/azure-native/network/natGateway.js";
import type { SubnetArgs } from "@pulumi/azure-native/network/subnet.js";
import type { VirtualNetworkArgs } from "@pulumi/azure-native/network/virtualNetwork.js";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { ENVIRONMENT } from "../../core/settings.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { decide, forAll, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { natGateway } from "./aws.ts";
import { MAX_GATEWAYS, mostGateways } from "./bound.ts";
import { subnetwork } from "./gcp.ts";

const PRIVATE = "azure-native:network:PrivateEndpoint";

// Microsoft.Storage.Global is the same across regions
const isStorage = (service: string): boolean => service.toLowerCase().startsWith("microsoft.storage");

/** Storage is the service that moves most; a service endpoint or a private one leads to it without the NAT. */
function azureSubnet(subnet: Bag, { graph }: GraphRun): Verdict {
  const natted = isSet(subnet.read("natGateway"));
  if (natted === false) return notApplicable("has no NAT gateway");
  if (graph.ofType(PRIVATE).length > 0) return notApplicable("is in a stack with private endpoints");
  const endpoints = subnet.list("serviceEndpoints");
  const direct: Truth =
    endpoints.state === "known"
      ? anyOf(endpoints.value.map((one) => holds(one.text("service"), isStorage)))
      : isSet(endpoints);
  const path = [subnet.path, "serviceEndpoints"].filter((part) => part !== "").join(".");
  return faultIf(
    allOf([natted, not(direct)]),
    path,
    "does not name Microsoft.Storage, which is behind the NAT gateway",
  );
}

/** An address of a gateway costs as much as one of its own. */
function azureGateway(gateway: Resource<NatGatewayArgs>, run: GraphRun): Verdict {
  const most = mostGateways(run);
  if (typeof most !== "number") return undetermined(most);
  return decide(gateway.list("publicIpAddresses"), {
    known: ({ length }) => (length > most ? `holds ${length} addresses, more than ${most}` : undefined),
  });
}

export const natEgressTrap: Rule = {
  id: "nat-egress-trap",
  packs: ["cost"],
  title: "NAT is paid for what has no other way out",
  severity: "medium",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "NAT gateways cost by the hour and by the byte, also for traffic to the cloud's own storage, which could be free.",
  fixText: ({ type, path }) => {
    if (type === "aws:ec2/natGateway:NatGateway") {
      return path === ""
        ? "Add a VpcEndpoint with `vpcEndpointType: Gateway` and the service's name to the network's route tables."
        : "Share one gateway among the subnets, or raise `maxNatGateways`.";
    }
    if (path === "publicIpAddresses") return "Remove addresses from `publicIpAddresses`.";
    if (path === "privateIpGoogleAccess") return "Set `privateIpGoogleAccess: true`.";
    return `Add \`service: Microsoft.Storage\` to \`${path}\`.`;
  },
  settings: [ENVIRONMENT, MAX_GATEWAYS],
  checks: {
    "aws:ec2/natGateway:NatGateway": natGateway,
    "gcp:compute/subnetwork:Subnetwork": subnetwork,
    "azure-native:network:NatGateway": azureGateway,
    "azure-native:network:Subnet": (subnet: Resource<SubnetArgs>, run) => azureSubnet(subnet as Resource, run),
    "azure-native:network:VirtualNetwork": (network: Resource<VirtualNetworkArgs>, run) =>
      forAll(network.list("subnets"), (subnet) => azureSubnet(subnet, run)),
  },
};
