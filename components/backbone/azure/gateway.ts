import { PublicIPAddress } from "@pulumi/azure-native/network/publicIPAddress.js";
import { VirtualNetworkGateway } from "@pulumi/azure-native/network/virtualNetworkGateway.js";
import { interpolate, type Output } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { AzureNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { BackboneChildren } from "../native.ts";
import type { BackbonePlan, End, Link } from "../plan.ts";

const SKU = { standard: "VpnGw2AZ", high: "VpnGw4AZ" } as const;
/** The two halves of an active-active gateway. */
const HALVES = ["first", "second"] as const;

/** A gateway with two addresses, both in use, that speaks BGP from inside each tunnel. */
export function azureGateway(
  scope: Scope<"azure", BackboneChildren["azure"]>,
  end: End,
  { links, bandwidth }: { readonly links: readonly Link[] } & Pick<BackbonePlan, "bandwidth">,
) {
  const { name, site } = scope;
  const place = end.place as AzureNetwork;
  const { resourceGroupName, location, tags } = site;
  const gatewayName = physicalName(site, name, { max: 80 });
  const addresses = HALVES.map(
    (of) =>
      new PublicIPAddress(
        ...scope.child(
          "address",
          {
            publicIpAddressName: physicalName(site, `${name}-${of}`, { max: 80 }),
            resourceGroupName,
            location,
            sku: { name: "Standard", tier: "Regional" },
            publicIPAllocationMethod: "Static",
            publicIPAddressVersion: "IPv4",
            zones: ["1", "2", "3"],
            tags,
          },
          { of, lasting: true },
        ),
      ),
  );
  const half = (which: string): Output<string> =>
    interpolate`/subscriptions/${site.subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.Network/virtualNetworkGateways/${gatewayName}/ipConfigurations/${which}`;
  const gateway = new VirtualNetworkGateway(
    ...scope.child(
      "gateway",
      {
        virtualNetworkGatewayName: gatewayName,
        resourceGroupName,
        location,
        gatewayType: "Vpn",
        vpnType: "RouteBased",
        vpnGatewayGeneration: "Generation2",
        sku: { name: SKU[bandwidth], tier: SKU[bandwidth] },
        activeActive: true,
        enableBgp: true,
        ipConfigurations: HALVES.map((of, index) => ({
          name: of,
          privateIPAllocationMethod: "Dynamic",
          subnet: { id: place.gatewaySubnetId },
          ...(addresses[index] && { publicIPAddress: { id: addresses[index].id } }),
        })),
        bgpSettings: {
          asn: end.asn,
          bgpPeeringAddresses: HALVES.map((of, at) => ({
            ipconfigurationId: half(of),
            customBgpIpAddresses: insideAddresses(end, links, at),
          })),
        },
        tags,
      },
      { lasting: true },
    ),
  );
  return { gateway, addresses, half: (at: 0 | 1) => half(HALVES[at]) };
}

function insideAddresses(end: End, links: readonly Link[], at: number): string[] {
  return links.flatMap(({ ends, tunnels }) => {
    const ours = ends.findIndex(({ name }) => name === end.name);
    return tunnels.filter((tunnel) => tunnel.at === at).flatMap(({ addresses }) => addresses[ours] ?? []);
  });
}
