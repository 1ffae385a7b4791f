import { HaVpnGateway } from "@pulumi/gcp/compute/haVpnGateway.js";
import { Router } from "@pulumi/gcp/compute/router.js";
import type { Output } from "@pulumi/pulumi";
import { physicalName } from "../../core/name.ts";
import type { GcpNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { BackboneChildren } from "../native.ts";
import type { End } from "../plan.ts";

/** A gateway with two addresses, and the router that tells the others what lies here. */
export function gcpGateway({ name, site, child }: Scope<"gcp", BackboneChildren["gcp"]>, end: End) {
  const { project, region, tags } = site;
  const place = end.place as GcpNetwork;
  const gateway = new HaVpnGateway(
    ...child(
      "gateway",
      {
        name: physicalName(site, name, { max: 60 }),
        project,
        region,
        network: place.networkId,
        stackType: "IPV4_ONLY",
        labels: tags,
      },
      { lasting: true },
    ),
  );
  const router = new Router(
    ...child("router", {
      name: physicalName(site, `${name}-bgp`, { max: 60 }),
      project,
      region,
      network: place.networkId,
      bgp: {
        asn: end.asn,
        advertiseMode: "CUSTOM",
        advertisedIpRanges: end.routes.map((range) => ({ range, description: "declared" })),
        keepaliveInterval: 20,
      },
    }),
  );
  return { gateway, router };
}

/** The public addresses of a gateway, in the order of its interfaces. */
export function gcpOutside({ vpnInterfaces }: HaVpnGateway): readonly Output<string>[] {
  return [0, 1].map((index) =>
    vpnInterfaces.apply((interfaces) => interfaces.find(({ id }) => id === index)?.ipAddress ?? ""),
  );
}
