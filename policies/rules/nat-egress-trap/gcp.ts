import type { Graph } from "../../core/graph.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { pointsTo } from "../../models/reference.ts";

const NAT = "gcp:compute/routerNat:RouterNat";
const ROUTER = "gcp:compute/router:Router";

/** What a NAT serves should reach Google's own services without it. */
export function subnetwork(subnet: Resource, { graph }: GraphRun): Verdict {
  const own = holds(subnet.text("purpose"), (purpose) => purpose.toUpperCase() === "PRIVATE", true);
  if (own === false) return notApplicable("is for balancers or services, not for machines");
  const served = anyOf(graph.ofType(NAT).map((nat) => serves(nat, subnet, graph)));
  if (served === false) return notApplicable("is served by no NAT of this stack");
  const direct = holds(subnet.flag("privateIpGoogleAccess"), (on) => on);
  if (own !== true && direct !== true) return undetermined(own);
  return faultIf(allOf([served, not(direct)]), "privateIpGoogleAccess", "is not true; default is false");
}

function serves(nat: Resource, subnet: Resource, graph: Graph): Truth {
  const value = nat.text("router");
  const near = anyOf(
    graph.ofType(ROUTER).map((router) => {
      const mine = pointsTo({ from: nat, key: "router", value }, router, router.text("name"));
      return allOf([mine, sameNetwork(router, subnet)]);
    }),
  );
  const ranges = nat.text("sourceSubnetworkIpRangesToNat");
  const listed = holds(ranges, (word) => word.toUpperCase() === "LIST_OF_SUBNETWORKS");
  const list = nat.list("subnetworks");
  const names: readonly Read<string>[] = list.state === "known" ? list.value.map((item) => item.text("name")) : [];
  const name = subnet.text("name");
  const named = anyOf(names.map((one) => pointsTo({ from: nat, key: "subnetworks", value: one }, subnet, name)));
  return allOf([near, anyOf([not(listed), named, list.state === "unknown" ? list : false])]);
}

function sameNetwork(one: Resource, other: Resource): Truth {
  const [mine, theirs] = [one.edges["network"] ?? [], other.edges["network"] ?? []];
  if (mine.some((urn) => theirs.includes(urn))) return true;
  if (mine.length > 0 && theirs.length > 0) return false;
  const [left, right] = [one.text("network"), other.text("network")];
  if (left.state !== "known") return holds(left, () => false);
  return holds(right, (name) => name.split("/").at(-1) === left.value.split("/").at(-1));
}
