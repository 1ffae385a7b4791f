import type { Graph } from "../../core/graph.ts";
import type { Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { onlyIf } from "../../core/truth.ts";
import { fail, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { waysBeyond } from "../../models/network/beyond.ts";
import { neighboursOf } from "../../models/network/joins.ts";
import type { Cluster } from "../../paths/cluster.ts";
import { privateEndpointHop } from "../../paths/private-endpoint.ts";
import { networksOf, sourceRanges } from "../../paths/ranges.ts";
import { isPrivateOnly } from "./private.ts";

const HTTPS = { number: 443, protocol: "TCP" } as const;

/** Whether machines of one cluster reach the API server of another, which is private. */
export function reaches(caller: Cluster, target: Cluster, path: string): readonly Verdict[] {
  const name = target.resource.name;
  return onlyIf(isPrivateOnly(target), `${name} has an API server that the internet reaches`, () => {
    const [here] = networksOf(caller);
    const [there] = networksOf(target);
    if (here === undefined || there === undefined)
      return notCovered(
        path,
        `${(here === undefined ? caller : target).resource.name} stands in a network that the program does not show`,
      );
    if (here !== there && !areJoined(here, there, caller.graph)) return apart(here, there, caller, target, path);
    return admits(caller, target, path);
  });
}

export function areJoined(one: Resource, other: Resource, graph: Graph): boolean {
  return neighboursOf(one, graph).some(({ network }) => network === other);
}

function apart(here: Resource, there: Resource, caller: Cluster, target: Cluster, path: string): Verdict {
  const { graph } = caller;
  const [way] = [here, there].flatMap((network) => waysBeyond(network, graph));
  if (way !== undefined) return notCovered(path, `${way.name} leads to networks that the program does not show`);
  return fail(
    path,
    `leads to the private API server of ${target.resource.name}, and nothing joins ${here.name}, where ${caller.resource.name} stands, to ${there.name}`,
  );
}

/** A way is of no use to whom the endpoint does not answer. */
function admits(caller: Cluster, target: Cluster, path: string): Verdict {
  if (caller === target) return PASS;
  const sources = sourceRanges(caller);
  if (sources.state !== "known") return sources.state === "unknown" ? judged(sources) : PASS;
  const { open } = privateEndpointHop(target, sources.value, HTTPS);
  if (open !== false) return open === true ? PASS : judged(open);
  return fail(
    path,
    `leads to the private API server of ${target.resource.name}, which does not answer ${sources.value.join(", ")}, where ${caller.resource.name} calls from`,
  );
}

// what is not followed is no fault, where a way is there
function judged(open: Unknown): Verdict {
  return open.reason === undefined ? undetermined(open) : PASS;
}
