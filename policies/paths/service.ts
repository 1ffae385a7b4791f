import type { Graph } from "../core/graph.ts";
import { allOf, anyOf, holds, type Truth } from "../core/truth.ts";
import type { Cluster } from "./cluster.ts";
import { type Hop, uncovered } from "./hop.ts";
import { vpcsOf } from "./ranges.ts";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
// these have gateways in route tables, which need no address of their own
const GATEWAYS = ["s3", "dynamodb"];

/** Whether a cluster's network has a private way to a cloud's own interface. */
export function serviceHop(cluster: Cluster, service: string): Hop {
  const what = `a private endpoint for ${service} in the network of ${cluster.resource.name}`;
  const name = service.split(":")[1] ?? "";
  if (!service.startsWith("aws:") || cluster.resource.type !== "aws:eks/cluster:Cluster" || !GATEWAYS.includes(name)) {
    return {
      what,
      open: uncovered(service, "is reached by what is not followed: only gateway endpoints of AWS are"),
      by: [],
    };
  }
  const found = endpointsIn(cluster, name, cluster.graph).filter(({ fits }) => fits !== false);
  const open = anyOf(found.map(({ fits }) => fits));
  return {
    what,
    open:
      open === false
        ? uncovered(service, "has no gateway endpoint here, and ways over the internet are not followed")
        : open,
    by: found.map(({ urn }) => urn),
  };
}

function endpointsIn(
  cluster: Cluster,
  name: string,
  graph: Graph,
): readonly { readonly urn: string; readonly fits: Truth }[] {
  return vpcsOf(cluster).flatMap((vpc) =>
    graph.attached(vpc, { type: ENDPOINT, key: "vpcId", name: "id" }).sure.map((endpoint) => {
      const is = holds(endpoint.text("serviceName"), (text) => text.endsWith(`.${name}`));
      const type = holds(endpoint.text("vpcEndpointType"), (word) => word === "Gateway", true);
      const tied = holds(endpoint.list("routeTableIds"), (list) => list.length > 0);
      return { urn: endpoint.urn, fits: allOf([is, type, tied]) };
    }),
  );
}
