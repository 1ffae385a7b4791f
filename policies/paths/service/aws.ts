import type { Resource } from "../../core/resource.ts";
import { allOf, anyOf, holds, type Truth } from "../../core/truth.ts";
import { groupsOf } from "../../models/reach.ts";
import type { Cluster } from "../cluster.ts";
import type { Port } from "../declaration.ts";
import { type Hop, uncovered } from "../hop.ts";
import { networkPolicyHop } from "../network-policy.ts";
import type { PodSide } from "../pod.ts";
import { networksOf, sourceRanges, together } from "../ranges.ts";
import { rulesLet, rulesOf } from "../security-group.ts";
import type { Finder } from "./private-way.ts";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const SUBNET = "aws:ec2/subnet:Subnet";
const ANYWHERE = { kind: "blocks", blocks: ["0.0.0.0/0"] } as const;

/** An endpoint of a network, and whether it is for an interface. */
interface Found {
  readonly endpoint: Resource;
  readonly its: Truth;
  readonly gateway: Truth;
}

export const awsService: Finder = (from, { name }, port) => {
  const found = endpointsFor(name, from.cluster);
  // a gateway stands in route tables, before all that leaves the network
  const [best] = found.toSorted((one, other) => Number(other.gateway === true) - Number(one.gateway === true));
  if (best === undefined) return [];
  return best.gateway === false ? byInterface(best, from, name, port) : byGateway(best, from, name, port);
};

function endpointsFor(name: string, cluster: Cluster): readonly Found[] {
  return networksOf(cluster).flatMap((network) =>
    cluster.graph
      .attached(network, { type: ENDPOINT, key: "vpcId", name: "id" })
      .sure.map((endpoint) => ({
        endpoint,
        // com.amazonaws.<region>.<name>
        its: holds(endpoint.text("serviceName"), (text) => text.split(".").slice(3).join(".") === name),
        gateway: holds(endpoint.text("vpcEndpointType"), (word) => word === "Gateway", true),
      }))
      .filter(({ its }) => its !== false),
  );
}

function byGateway({ endpoint, its, gateway }: Found, from: PodSide, name: string, port: Port): readonly Hop[] {
  const tied = holds(endpoint.list("routeTableIds"), (list) => list.length > 0);
  return [
    networkPolicyHop("egress", from, ANYWHERE, port),
    {
      what: `the gateway endpoint for ${name}`,
      open: allOf([
        its,
        gateway,
        tied === false ? uncovered(endpoint.name, "is in no route table that is shown") : tied,
      ]),
      by: [endpoint.urn],
    },
  ];
}

function byInterface({ endpoint, its }: Found, from: PodSide, name: string, port: Port): readonly Hop[] {
  const { graph } = from.cluster;
  const subnets = graph.named(endpoint, SUBNET, { key: "subnetIds", name: "id" }).sure;
  const addresses = together(
    subnets.map((subnet) => subnet.text("cidrBlock")),
    endpoint.name,
  );
  const sources = sourceRanges(from.cluster);
  const hidden = [addresses, sources].find(({ state }) => state !== "known");
  if (addresses.state !== "known" || sources.state !== "known") {
    const open = hidden?.state === "unknown" && hidden;
    return [{ what: `the endpoint for ${name}`, open, by: [endpoint.urn] }];
  }
  const groups = groupsOf(endpoint, "securityGroupIds", graph);
  const let_ = rulesLet(
    groups.flatMap((group) => rulesOf(group, "in", graph)),
    "in",
    sources.value,
    port,
  );
  const named = holds(endpoint.flag("privateDnsEnabled"), (on) => on);
  return [
    networkPolicyHop("egress", from, { kind: "blocks", blocks: addresses.value }, port),
    {
      what: `the endpoint for ${name}`,
      open: allOf([
        its,
        named === false ? uncovered(endpoint.name, "has names of its own only, which are not followed") : named,
        groups.length === 0
          ? uncovered(endpoint.name, "has no security group that the program shows")
          : anyOf([let_.open]),
      ]),
      by: [endpoint, ...(groups.length > 0 ? let_.by : [])].map(({ urn }) => urn),
    },
  ];
}
