import { LocalNetworkGateway } from "@pulumi/azure-native/network/localNetworkGateway.js";
import { VirtualNetworkGatewayConnection } from "@pulumi/azure-native/network/virtualNetworkGatewayConnection.js";
import type { Output } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { Peer } from "../end.ts";
import type { BackboneChildren } from "../native.ts";
import type { Link } from "../plan.ts";
import type { azureGateway } from "./gateway.ts";

// AES-256-GCM with SHA-384 and group 20 (ECP384): what gateways of all three clouds take
const STRONG = {
  ikeEncryption: "GCMAES256",
  ikeIntegrity: "SHA384",
  dhGroup: "ECP384",
  ipsecEncryption: "GCMAES256",
  ipsecIntegrity: "GCMAES256",
  pfsGroup: "ECP384",
  saLifeTimeSeconds: 3600,
  saDataSizeKilobytes: 102_400_000,
};

/** A connection for each outside address of the other gateway. */
export function azureTunnels(
  scope: Scope<"azure", BackboneChildren["azure"]>,
  own: ReturnType<typeof azureGateway>,
  link: Link,
  peer: Peer,
  keys: readonly Output<string>[],
): void {
  const { name, site, opts } = scope;
  const { resourceGroupName, location, tags } = site;
  for (const { index, at, addresses } of link.tunnels) {
    const of = `${link.name}-${index}`;
    const called = physicalName(site, `${name}-${of}`, { max: 80 });
    const [outside, key] = [peer.outside[index % peer.outside.length], keys[index]];
    const [theirs, ours] = addresses;
    const local = new LocalNetworkGateway(
      `${name}-${of}`,
      {
        localNetworkGatewayName: called,
        resourceGroupName,
        location,
        ...(outside && { gatewayIpAddress: outside }),
        bgpSettings: { asn: peer.end.asn, bgpPeeringAddress: theirs },
        tags,
      },
      opts,
    );
    new VirtualNetworkGatewayConnection(
      ...scope.child(
        "connection",
        {
          virtualNetworkGatewayConnectionName: called,
          resourceGroupName,
          location,
          connectionType: "IPsec",
          connectionProtocol: "IKEv2",
          connectionMode: "Default",
          virtualNetworkGateway1: { id: own.gateway.id },
          localNetworkGateway2: { id: local.id },
          enableBgp: true,
          gatewayCustomBgpIpAddresses: [
            { ipConfigurationId: own.half(at), customBgpIpAddress: ours },
            // the other half has an address too, or Azure takes none
            { ipConfigurationId: own.half(at === 0 ? 1 : 0), customBgpIpAddress: otherHalf(link, at) },
          ],
          ipsecPolicies: [STRONG],
          dpdTimeoutSeconds: 45,
          ...(key && { sharedKey: key }),
          tags,
        },
        { of, invariants: ["connectionProtocol", "ipsecPolicies"] },
      ),
    );
  }
}

function otherHalf({ tunnels }: Link, at: 0 | 1): string {
  return tunnels.find((tunnel) => tunnel.at !== at)?.addresses[1] ?? "";
}
