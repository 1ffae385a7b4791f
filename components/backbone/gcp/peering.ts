import { NetworkPeering } from "@pulumi/gcp/compute/networkPeering.js";
import { physicalName } from "../../core/name.ts";
import type { GcpNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { Peering } from "../plan.ts";

/** Joins two VPC networks; each side says so, one after the other, since Google Cloud takes one change at a time. */
export function gcpPeering(one: Scope<"gcp">, other: Scope<"gcp">, { name: link, ends }: Peering): void {
  const side = (scope: Scope<"gcp">, from: 0 | 1, to: 0 | 1, dependsOn: readonly NetworkPeering[]) =>
    new NetworkPeering(
      `${scope.name}-${link}`,
      {
        name: physicalName(scope.site, `${scope.name}-${link}`, { max: 63 }),
        network: (ends[from].place as GcpNetwork).networkId,
        peerNetwork: (ends[to].place as GcpNetwork).networkId,
        exportCustomRoutes: false,
        importCustomRoutes: false,
      },
      { ...scope.opts, dependsOn: [...dependsOn] },
    );
  side(other, 1, 0, [side(one, 0, 1, [])]);
}
