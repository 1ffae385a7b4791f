import { VirtualNetworkPeering } from "@pulumi/azure-native/network/virtualNetworkPeering.js";
import { physicalName } from "../../core/name.ts";
import type { AzureNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { Peering } from "../plan.ts";

/** Joins two virtual networks; each side says so. */
export function azurePeering(one: Scope<"azure">, other: Scope<"azure">, { name: link, ends }: Peering): void {
  const side = (scope: Scope<"azure">, from: 0 | 1, to: 0 | 1) =>
    new VirtualNetworkPeering(
      `${scope.name}-${link}`,
      {
        virtualNetworkPeeringName: physicalName(scope.site, `${scope.name}-${link}`, { max: 80 }),
        resourceGroupName: scope.site.resourceGroupName,
        virtualNetworkName: (ends[from].place as AzureNetwork).virtualNetworkName,
        remoteVirtualNetwork: { id: (ends[to].place as AzureNetwork).virtualNetworkId },
        allowVirtualNetworkAccess: true,
        allowForwardedTraffic: true,
        allowGatewayTransit: false,
        useRemoteGateways: false,
      },
      scope.opts,
    );
  side(one, 0, 1);
  side(other, 1, 0);
}
