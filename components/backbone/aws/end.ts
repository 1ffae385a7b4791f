import type { Scope } from "../../core/scope.ts";
import type { BuiltEnd } from "../end.ts";
import type { BackboneChildren } from "../native.ts";
import type { BackbonePlan, End } from "../plan.ts";
import { awsGateway } from "./gateway.ts";
import { awsNames } from "./names.ts";
import { awsTunnels } from "./tunnels.ts";

export function awsEnd(scope: Scope<"aws", BackboneChildren["aws"]>, end: End, { ends, waysOut }: BackbonePlan) {
  const others = [...ends.filter(({ name }) => name !== end.name), ...waysOut.map(({ to }) => to)];
  const { gateway, attachment } = awsGateway(scope, end, others);
  return {
    side: { scope, gateway },
    outside: [],
    nodes: { gateway, attachment },
    join: (link, peer, keys) => awsTunnels(scope, gateway, link, peer, keys),
    resolve: (own, foreign) => awsNames(scope, end, others, { own, foreign }),
  } satisfies BuiltEnd;
}
