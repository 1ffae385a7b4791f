import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { every, fail, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { typeOf } from "../../models/reference.ts";
import { mostGateways } from "./bound.ts";

const NAT = "aws:ec2/natGateway:NatGateway";
const SUBNET = "aws:ec2/subnet:Subnet";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const SERVICES = ["s3", "dynamodb"];

/** A network, by what refers to it: a resource of the stack, or an id that is written down. */
function networkOf(resource: Resource): string | undefined {
  const tied = (resource.edges["vpcId"] ?? []).find((urn) => /:(Default)?Vpc$/.test(typeOf(urn)));
  if (tied !== undefined) return tied;
  const id = resource.text("vpcId");
  return id.state === "known" ? id.value : undefined;
}

function networkOfGateway(gateway: Resource, graph: Graph): string | undefined {
  const own = networkOf(gateway);
  if (own !== undefined) return own;
  const subnets = gateway.edges["subnetId"] ?? [];
  const subnet = graph.ofType(SUBNET).find(({ urn }) => subnets.includes(urn));
  return subnet && networkOf(subnet);
}

const isPublic = (gateway: Resource): Truth =>
  holds(gateway.text("connectivityType"), (type) => type.toLowerCase() === "public", true);

/** One verdict for a network, told at the first of its gateways; those that are too many speak for themselves. */
export function natGateway(gateway: Resource, run: GraphRun): readonly Verdict[] {
  const { graph } = run;
  const open = isPublic(gateway);
  if (open === false) return [notApplicable("leads to other networks, not to the internet")];
  if (open !== true) return [undetermined(open)];
  const network = networkOfGateway(gateway, graph);
  if (network === undefined) return [notCovered("subnetId", "is a subnet whose network is not in this stack")];
  const all = graph
    .ofType(NAT)
    .filter((other) => networkOfGateway(other, graph) === network && isPublic(other) !== false);
  const place = all.indexOf(gateway);
  return every([count(all, place, run), ...(place === 0 ? endpoints(network, graph) : [])]);
}

function count(all: readonly Resource[], place: number, run: GraphRun): Verdict {
  const most = mostGateways(run);
  if (typeof most !== "number") return place === 0 ? PASS : undetermined(most);
  if (place < most) return PASS;
  // those before it may be private ones
  const open = all
    .slice(0, place)
    .map(isPublic)
    .find((truth) => typeof truth !== "boolean");
  if (open !== undefined) return undetermined(open);
  return fail("subnetId", `is number ${place + 1} of ${all.length} gateways of its network, more than ${most}`);
}

function endpoints(network: string, graph: Graph): readonly Verdict[] {
  const all = graph.ofType(ENDPOINT);
  return SERVICES.map((service) => {
    const found = anyOf(
      all.map((endpoint) => {
        const its = networkOf(endpoint);
        const here: Truth = its === undefined ? isSet(endpoint.read("vpcId")) : its === network;
        const gateway = holds(endpoint.text("vpcEndpointType"), (type) => type.toLowerCase() === "gateway", true);
        return allOf([here, gateway, holds(endpoint.text("serviceName"), (name) => name.endsWith(`.${service}`))]);
      }),
    );
    return faultIf(not(found), "", `leads to ${service}, too: its network has no gateway endpoint for it`);
  });
}
