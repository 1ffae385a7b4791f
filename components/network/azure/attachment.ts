import { PrivateDnsZoneGroup } from "@pulumi/azure-native/network/privateDnsZoneGroup.js";
import { PrivateEndpoint } from "@pulumi/azure-native/network/privateEndpoint.js";
import type { Subnet } from "@pulumi/azure-native/network/subnet.js";
import type { PrivateZone } from "@pulumi/azure-native/privatedns/privateZone.js";
import { physicalName } from "../../core/name.ts";
import type { PrivateTarget } from "../../core/network.ts";
import type { NetworkSpec } from "../args.ts";
import type { AzureScope } from "../native.ts";
import { LINKS } from "./private-dns.ts";

interface Place {
  readonly subnet: Subnet;
  readonly zones: Readonly<Record<string, PrivateZone>>;
}

/** A private endpoint with its name in the network's zones. */
export function attachment(
  scope: AzureScope,
  { tags }: NetworkSpec,
  { subnet, zones }: Place,
  { name, service, resourceId }: PrivateTarget,
) {
  const { site, opts } = scope;
  const { resourceGroupName, location } = site;
  const { groupId, zones: zoneNames } = LINKS[service];
  const physical = physicalName(site, `${scope.name}-${name}`, { max: 64 });
  const endpoint = new PrivateEndpoint(
    `${scope.name}-${name}-endpoint`,
    {
      privateEndpointName: physical,
      customNetworkInterfaceName: physical,
      resourceGroupName,
      location,
      subnet: { id: subnet.id },
      privateLinkServiceConnections: [{ name, privateLinkServiceId: resourceId, groupIds: [groupId] }],
      tags,
    },
    opts,
  );
  const group = new PrivateDnsZoneGroup(
    `${scope.name}-${name}-names`,
    {
      privateDnsZoneGroupName: "default",
      privateEndpointName: endpoint.name,
      resourceGroupName,
      privateDnsZoneConfigs: zoneNames(location).map((zone) => ({
        name: zone.replaceAll(".", "-"),
        privateDnsZoneId: zones[zone]?.id,
      })),
    },
    opts,
  );
  return [endpoint, group];
}
