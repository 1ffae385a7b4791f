import type { Resource } from "../../core/resource.ts";
import { allOf, holds, isSet, not, someItem, type Truth } from "../../core/truth.ts";
import { isInternal } from "../../models/balancer.ts";
import { namespaceOf } from "../../models/namespace.ts";
import { holdsPeer } from "../address.ts";
import { uncovered } from "../hop.ts";
import { type Door, type Finder, hopOf, orLinked, unfollowed } from "./door.ts";

/** Ways in that a Service opens by itself: a balancer of its own, ports of machines, addresses of others. */
export const ownDoors: Finder = (service, { graph }): readonly Door[] => {
  const type = service.text("spec.type");
  const balanced = holds(type, (word) => word === "LoadBalancer");
  const inside = isInternal(service);
  const doors: Door[] = [];
  if (holds(type, (word) => word === "NodePort") === true)
    doors.push(unfollowed(service, service, "opens a port of every machine, which is not followed"));
  if (holds(service.list("spec.externalIPs"), (list) => list.length > 0) !== false)
    doors.push(unfollowed(service, service, "has addresses of others, which are not followed"));
  const isPublic = orLinked(not(inside), graph);
  if (balanced !== false && isPublic !== false) doors.push(publicDoor(service, allOf([balanced, isPublic])));
  return doors;
};

// its controller lets callers of its ranges come up to the pods, and shows them as they are or as machines of the cluster
function publicDoor(service: Resource, is: Truth): Door {
  const ranges = service.list("spec.loadBalancerSourceRanges");
  const annotated = isSet(
    service.bag("metadata.annotations").under("service.beta.kubernetes.io/load-balancer-source-ranges").self(),
  );
  const admits: Truth =
    ranges.state === "absent"
      ? annotated === false || uncovered(service.name, "says by an annotation whom it lets in, which is not read")
      : someItem(ranges, (range) => {
          const block = range.itself();
          return block.state === "known"
            ? holdsPeer(block.value, [], { kind: "internet" }, block.path)
            : block.state === "unknown" && block;
        });
  const where = namespaceOf(service);
  const name = where.state === "known" ? `${service.name} of ${where.value}` : service.name;
  return { sources: { kind: "internet" }, hops: [hopOf(`the balancer before ${name}`, allOf([is, admits]), service)] };
}
