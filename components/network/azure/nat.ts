import { NatGateway } from "@pulumi/azure-native/network/natGateway.js";
import { PublicIPAddress } from "@pulumi/azure-native/network/publicIPAddress.js";
import { physicalName } from "../../core/name.ts";
import type { NetworkSpec } from "../args.ts";
import type { AzureScope } from "../native.ts";

/** A way out with an address that partners can put on their lists; Azure chooses the gateway's zone. */
export function natGateway(scope: AzureScope, { tags }: NetworkSpec) {
  const { name, site } = scope;
  const { resourceGroupName, location } = site;
  const physical = physicalName(site, `${name}-nat`, { max: 80 });
  const natAddress = new PublicIPAddress(
    ...scope.child(
      "natAddress",
      {
        publicIpAddressName: physical,
        resourceGroupName,
        location,
        sku: { name: "Standard", tier: "Regional" },
        publicIPAllocationMethod: "Static",
        publicIPAddressVersion: "IPv4",
        idleTimeoutInMinutes: 4,
        tags,
      },
      { lasting: true },
    ),
  );
  const nat = new NatGateway(
    ...scope.child("nat", {
      natGatewayName: physical,
      resourceGroupName,
      location,
      sku: { name: "Standard" },
      idleTimeoutInMinutes: 4,
      publicIpAddresses: [{ id: natAddress.id }],
      tags,
    }),
  );
  return { nat, natAddress };
}
