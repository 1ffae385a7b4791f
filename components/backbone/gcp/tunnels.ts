import { ExternalVpnGateway } from "@pulumi/gcp/compute/externalVpnGateway.js";
import type { HaVpnGateway } from "@pulumi/gcp/compute/haVpnGateway.js";
import type { Router } from "@pulumi/gcp/compute/router.js";
import { RouterInterface } from "@pulumi/gcp/compute/routerInterface.js";
import { RouterPeer } from "@pulumi/gcp/compute/routerPeer.js";
import { VPNTunnel } from "@pulumi/gcp/compute/vpntunnel.js";
import type { Output } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { Peer } from "../end.ts";
import type { BackboneChildren } from "../native.ts";
import type { End, Link } from "../plan.ts";

const REDUNDANCY: Readonly<Record<number, string>> = { 2: "TWO_IPS_REDUNDANCY", 4: "FOUR_IPS_REDUNDANCY" };

/** A tunnel to each outside address of the other gateway, with its BGP session. */
export function gcpTunnels(
  scope: Scope<"gcp", BackboneChildren["gcp"]>,
  own: { readonly gateway: HaVpnGateway; readonly router: Router; readonly end: End },
  link: Link,
  peer: Peer,
  keys: readonly Output<string>[],
): void {
  const { name, site, opts } = scope;
  const { project, region, tags } = site;
  const called = (suffix: string) => physicalName(site, `${name}-${suffix}`, { max: 60 });
  // which address of a tunnel is ours: the first end's come first
  const [ours, theirs] = link.ends[0].name === own.end.name ? ([0, 1] as const) : ([1, 0] as const);
  const external = new ExternalVpnGateway(
    `${name}-${link.name}`,
    {
      name: called(link.name),
      project,
      redundancyType: REDUNDANCY[peer.outside.length] ?? "SINGLE_IP_INTERNALLY_REDUNDANT",
      interfaces: peer.outside.map((ipAddress, id) => ({ id, ipAddress })),
      labels: tags,
    },
    opts,
  );
  for (const { index, at, addresses } of link.tunnels) {
    const of = `${link.name}-${index}`;
    const key = keys[index];
    const tunnel = new VPNTunnel(
      ...scope.child(
        "tunnel",
        {
          name: called(of),
          project,
          region,
          vpnGateway: own.gateway.id,
          vpnGatewayInterface: at,
          peerExternalGateway: external.id,
          peerExternalGatewayInterface: index % peer.outside.length,
          router: own.router.id,
          ikeVersion: 2,
          ...(key !== undefined && { sharedSecret: key }),
          labels: tags,
        },
        { of, invariants: ["ikeVersion"] },
      ),
    );
    const side = new RouterInterface(
      `${name}-${of}`,
      {
        name: called(of),
        project,
        region,
        router: own.router.name,
        ipRange: `${addresses[ours]}/30`,
        vpnTunnel: tunnel.id,
      },
      opts,
    );
    new RouterPeer(
      `${name}-${of}`,
      {
        name: called(of),
        project,
        region,
        router: own.router.name,
        interface: side.name,
        ipAddress: addresses[ours],
        peerIpAddress: addresses[theirs],
        peerAsn: peer.end.asn,
        advertisedRoutePriority: 100,
      },
      opts,
    );
  }
}
