import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { fail, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { typeOf } from "../../models/reference.ts";

const SUBNET = "aws:ec2/subnet:Subnet";

/** Zones that a list names, where their number is what counts. */
export function atLeastTwo(list: Read<readonly unknown[]>, what: string): Verdict {
  if (list.state === "unknown") return undetermined(list);
  const count = list.state === "known" ? list.value.length : 0;
  return count > 1 ? PASS : fail(list.path, count === 0 ? "is not set" : `holds one ${what}`);
}

/** A group of machines is where its subnets are. */
export function nodeGroup(group: Resource<NodeGroupArgs>, { graph }: GraphRun): Verdict {
  const ids = group.list("subnetIds");
  if (ids.state !== "known" || ids.value.length < 2) return atLeastTwo(ids, "subnet");
  const urns = new Set(group.edges["subnetIds"]);
  const subnets = graph.ofType(SUBNET).filter(({ urn }) => urns.has(urn));
  return spread(subnets, subnets.length < ids.value.length, ids.path);
}

/** The subnets of one network together: a zone for all of them is a single point of failure. */
export function subnet(subnet: Resource, { graph }: GraphRun): Verdict {
  const { siblings, maybe } = networkOf(subnet, graph);
  return spread(siblings, maybe, "availabilityZone");
}

function networkOf(subnet: Resource, graph: Graph) {
  const mine = (subnet.edges["vpcId"] ?? []).filter((urn) => typeOf(urn).endsWith(":Vpc"));
  const id = subnet.text("vpcId");
  const others = graph.ofType(SUBNET).filter(({ urn }) => urn !== subnet.urn);
  const siblings = others.filter((other) => {
    const its = other.text("vpcId");
    if (mine.length > 0) return mine.some((urn) => other.edges["vpcId"]?.includes(urn));
    return id.state === "known" && its.state === "known" && id.value === its.value;
  });
  const clear = (other: Resource) => other.text("vpcId").state === "known" || (other.edges["vpcId"] ?? []).length > 0;
  const open = mine.length === 0 && id.state === "unknown" ? others : others.filter((other) => !clear(other));
  return { siblings: [subnet, ...siblings], maybe: open.length > 0 };
}

function spread(subnets: readonly Resource[], more: boolean, path: string): Verdict {
  const zones = subnets.map((one) => {
    const zone = one.text("availabilityZone");
    return zone.state === "absent" ? one.text("availabilityZoneId") : zone;
  });
  const names = new Set(zones.flatMap((zone) => (zone.state === "known" ? [zone.value] : [])));
  if (names.size > 1) return PASS;
  const unknown = zones.find((zone) => zone.state === "unknown");
  if (unknown !== undefined && (subnets.length > 1 || more)) return undetermined(unknown);
  if (more) return notCovered(path, "names subnets that are not in this stack");
  if (zones.length > 1 && zones.some((zone) => zone.state === "absent")) {
    return notCovered(path, "is not set: AWS chooses the zones");
  }
  return fail(path, subnets.length === 1 ? "is the only zone of its network" : `is ${[...names][0]} for all of them`);
}

/** A zone has a letter at its end, a region a digit. */
export function gke(cluster: Resource<ClusterArgs>): Verdict {
  const own = cluster.text("location");
  // without a location of its own it is in the provider's zone
  const location = own.state === "absent" ? { ...cluster.provider.text("zone"), path: own.path } : own;
  const nodes = cluster.list("nodeLocations");
  if (location.state === "absent") return notCovered(location.path, "is not set: the provider decides");
  if (location.state === "unknown") return undetermined(location);
  if (nodes.state === "unknown") return undetermined(nodes);
  const zones = nodes.state === "known" ? nodes.value.length : 0;
  const zonal = /-[a-z]$/.test(location.value);
  if (!zonal) return zones === 1 ? fail(nodes.path, "holds one zone") : PASS;
  return zones > 0 ? PASS : fail(location.path, `is ${location.value}, a single zone`);
}
