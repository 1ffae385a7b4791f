import type { Scope } from "../../core/scope.ts";
import type { BuiltEnd } from "../end.ts";
import type { BackboneChildren } from "../native.ts";
import type { End } from "../plan.ts";
import { gcpGateway, gcpOutside } from "./gateway.ts";
import { gcpNames } from "./names.ts";
import { gcpTunnels } from "./tunnels.ts";

export function gcpEnd(scope: Scope<"gcp", BackboneChildren["gcp"]>, end: End) {
  const { gateway, router } = gcpGateway(scope, end);
  const outside = gcpOutside(gateway);
  return {
    side: scope,
    outside,
    nodes: { gateway, router },
    join: (link, peer, keys) => {
      gcpTunnels(scope, { gateway, router, end }, link, peer, keys);
      return outside;
    },
    resolve: (_, foreign) => {
      gcpNames(scope, end, foreign);
    },
  } satisfies BuiltEnd;
}
