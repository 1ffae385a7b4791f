import type { Scope } from "../../core/scope.ts";
import type { BuiltEnd } from "../end.ts";
import type { BackboneChildren } from "../native.ts";
import type { BackbonePlan, End } from "../plan.ts";
import { azureGateway } from "./gateway.ts";
import { azureNames } from "./names.ts";
import { azureTunnels } from "./tunnels.ts";

export function azureEnd(scope: Scope<"azure", BackboneChildren["azure"]>, end: End, plan: BackbonePlan) {
  const all = [...plan.links, ...plan.waysOut.map(({ link }) => link)];
  const links = all.filter(({ ends }) => ends.some(({ name }) => name === end.name));
  const own = azureGateway(scope, end, { links, bandwidth: plan.bandwidth });
  const outside = own.addresses.map(({ ipAddress }) => ipAddress.apply((address) => address ?? ""));
  return {
    side: scope,
    outside,
    nodes: { gateway: own.gateway },
    join: (link, peer, keys) => {
      azureTunnels(scope, own, link, peer, keys);
      return outside;
    },
    resolve: (answered, foreign) => {
      azureNames(scope, end, { own: answered, foreign });
    },
  } satisfies BuiltEnd;
}
