import type { VirtualNetwork } from "@pulumi/azure-native/network/virtualNetwork.js";
import { PrivateZone } from "@pulumi/azure-native/privatedns/privateZone.js";
import { VirtualNetworkLink } from "@pulumi/azure-native/privatedns/virtualNetworkLink.js";
import type { PrivateService } from "../../core/network.ts";
import type { NetworkSpec } from "../args.ts";
import type { AzureScope } from "../native.ts";

interface Link {
  /** Where the names of its private endpoints are (Azure documentation, "Private endpoint private DNS zone values"). */
  readonly zones: (location: string) => readonly string[];
  /** What part of a resource an endpoint leads to. */
  readonly groupId: string;
}
const vault: Link = { zones: () => ["privatelink.vaultcore.azure.net"], groupId: "vault" };
export const LINKS: { readonly [S in PrivateService]: Link } = {
  storage: { zones: () => ["privatelink.blob.core.windows.net"], groupId: "blob" },
  registry: { zones: () => ["privatelink.azurecr.io"], groupId: "registry" },
  keys: vault,
  secrets: vault,
  logs: {
    zones: () => [
      "privatelink.monitor.azure.com",
      "privatelink.oms.opinsights.azure.com",
      "privatelink.ods.opinsights.azure.com",
      "privatelink.agentsvc.azure-automation.net",
    ],
    groupId: "azuremonitor",
  },
  // not offered (services.ts)
  tokens: { zones: () => [], groupId: "" },
  kubernetes: { zones: (location) => [`privatelink.${location}.azmk8s.io`], groupId: "management" },
};

/** The private zones, by name, in which a name leads to an endpoint instead of the internet. */
export function privateDns(scope: AzureScope, { privateEndpoints, tags }: NetworkSpec, network: VirtualNetwork) {
  const { resourceGroupName, location } = scope.site;
  const names = [...new Set(privateEndpoints.flatMap((service) => LINKS[service].zones(location)))];
  const zones = Object.fromEntries(
    names.map((privateZoneName) => [
      privateZoneName,
      new PrivateZone(
        ...scope.child(
          "zone",
          { privateZoneName, resourceGroupName, location: "Global", tags },
          { of: shortOf(privateZoneName) },
        ),
      ),
    ]),
  );
  const links = Object.entries(zones).map(
    ([name, zone]) =>
      new VirtualNetworkLink(
        ...scope.child(
          "zoneLink",
          {
            virtualNetworkLinkName: scope.name,
            privateZoneName: zone.name,
            resourceGroupName,
            location: "Global",
            virtualNetwork: { id: network.id },
            registrationEnabled: false,
            // what others keep behind endpoints of theirs, such as Microsoft's images, stays reachable
            resolutionPolicy: "NxDomainRedirect",
            tags,
          },
          { of: shortOf(name) },
        ),
      ),
  );
  return { zones, links };
}

function shortOf(zone: string): string {
  return zone.replace("privatelink.", "").replaceAll(".", "-");
}
