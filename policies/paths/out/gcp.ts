import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, holds, not, someItem, type Truth } from "../../core/truth.ts";
import type { Cluster } from "../cluster.ts";
import { uncovered } from "../hop.ts";
import type { Decision } from "../ordered.ts";

const NETWORK = "gcp:compute/network:Network";
const SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
const ROUTE = "gcp:compute/route:Route";
const ROUTER = "gcp:compute/router:Router";
const NAT = "gcp:compute/routerNat:RouterNat";
const FIREWALL = "gcp:compute/firewall:Firewall";

/** Private machines in Google Cloud leave by the network's default route, through a NAT that is for their subnetwork. */
export function gcpWayOut({ resource, graph }: Cluster): Decision {
  const [network] = graph.named(resource, NETWORK, { key: "network", name: "selfLink" }).sure;
  const [subnet] = graph.named(resource, SUBNETWORK, { key: "subnetwork", name: "selfLink" }).sure;
  if (network === undefined || subnet === undefined)
    return { open: uncovered(resource.name, "stands in a network that the program does not show"), by: [resource] };
  const routes = graph.attached(network, { type: ROUTE, key: "network", name: "selfLink" }).sure.filter(isDefault);
  const nats = graph
    .attached(network, { type: ROUTER, key: "network", name: "selfLink" })
    .sure.flatMap((router) => graph.attached(router, { type: NAT, key: "router", name: "name" }).sure)
    .map((nat) => ({ nat, its: translates(nat, subnet) }))
    .filter(({ its }) => its !== false);
  const alone = holds(resource.flag("privateClusterConfig.enablePrivateNodes"), (on) => on);
  const hidden =
    alone === false ? uncovered(resource.name, "has machines with public addresses, which are not followed") : alone;
  const refused = refusals(network, graph);
  return {
    open: allOf([
      anyOf([not(holds(network.flag("deleteDefaultRoutesOnCreate"), (gone) => gone)), ...routes.map(leadsOut)]),
      anyOf(nats.map(({ its }) => its)) === false && alone !== true ? hidden : anyOf(nats.map(({ its }) => its)),
      refused === undefined || uncovered(refused.name, "may refuse, which is not followed"),
    ]),
    by: [...routes, ...nats.map(({ nat }) => nat), ...(refused ? [refused] : [])],
  };
}

const isDefault = (route: Resource) => holds(route.text("destRange"), (range) => range === "0.0.0.0/0") !== false;

function leadsOut(route: Resource): Truth {
  const gateway = holds(route.text("nextHopGateway"), (name) => name.endsWith("default-internet-gateway"));
  return gateway === false ? uncovered(route.name, "leads to what is not followed") : gateway;
}

/** Whether a NAT is for the machines of a subnetwork, whose addresses pods have outside. */
function translates(nat: Resource, subnet: Resource): Truth {
  const which = nat.text("sourceSubnetworkIpRangesToNat");
  const listed = (nat.edges["subnetworks"] ?? []).includes(subnet.urn);
  const ranges = someItem(nat.list("subnetworks"), (one) =>
    anyItem(one.list("sourceIpRangesToNats"), (word) => word === "ALL_IP_RANGES" || word === "PRIMARY_IP_RANGE"),
  );
  return anyOf([
    holds(which, (word) => word.startsWith("ALL_SUBNETWORKS")),
    allOf([holds(which, (word) => word === "LIST_OF_SUBNETWORKS"), listed, ranges]),
  ]);
}

function refusals(network: Resource, graph: Graph): Resource | undefined {
  return graph
    .attached(network, { type: FIREWALL, key: "network", name: "selfLink" })
    .sure.find(
      (rule) =>
        allOf([
          holds(rule.text("direction"), (word) => word.toUpperCase() === "EGRESS"),
          holds(rule.list("denies"), (list) => list.length > 0),
          not(holds(rule.flag("disabled"), (off) => off)),
        ]) !== false,
    );
}
