import { Address } from "@pulumi/gcp/compute/address.js";
import type { Network } from "@pulumi/gcp/compute/network.js";
import { Route } from "@pulumi/gcp/compute/route.js";
import { Router } from "@pulumi/gcp/compute/router.js";
import { RouterNat } from "@pulumi/gcp/compute/routerNat.js";
import type { Subnetwork } from "@pulumi/gcp/compute/subnetwork.js";
import { physicalName } from "../../core/name.ts";
import type { NetworkSpec } from "../args.ts";
import type { GcpScope } from "../native.ts";
import { RESTRICTED_RANGE } from "./private-access.ts";

interface Place {
  readonly network: Network;
  readonly nodes: Subnetwork;
}

/** The ways out that there are: to Google's APIs, and through a NAT of all zones to the internet. */
export function egress(scope: GcpScope, spec: NetworkSpec, { network, nodes }: Place) {
  const { site, name } = scope;
  const { region } = site;
  const route = (of: string, destRange: string) =>
    new Route(
      ...scope.child(
        "route",
        {
          name: physicalName(site, `${name}-${of}`, { max: 63 }),
          network: network.id,
          destRange,
          // the gateway's name is the same for what stays in Google's network
          nextHopGateway: "default-internet-gateway",
          priority: 1000,
        },
        { of },
      ),
    );
  const toGoogle = spec.privateEndpoints.length > 0 ? [route("google", RESTRICTED_RANGE)] : [];
  if (spec.nat === "none") return { route: toGoogle };
  const router = new Router(
    ...scope.child("router", { name: physicalName(site, `${name}-nat`, { max: 63 }), network: network.id, region }),
  );
  // an address that partners can put on their lists
  const natAddress = new Address(
    ...scope.child(
      "natAddress",
      {
        name: physicalName(site, `${name}-nat`, { max: 63 }),
        region,
        addressType: "EXTERNAL",
        networkTier: "PREMIUM",
        labels: spec.tags,
      },
      { lasting: true },
    ),
  );
  const nat = new RouterNat(
    ...scope.child("nat", {
      name: physicalName(site, `${name}-nat`, { max: 63 }),
      router: router.name,
      region,
      natIpAllocateOption: "MANUAL_ONLY",
      natIps: [natAddress.selfLink],
      // machines and pods alone: what stands elsewhere has no business outside
      sourceSubnetworkIpRangesToNat: "LIST_OF_SUBNETWORKS",
      subnetworks: [{ name: nodes.id, sourceIpRangesToNats: ["ALL_IP_RANGES"] }],
      enableDynamicPortAllocation: true,
      minPortsPerVm: 64,
      maxPortsPerVm: 4096,
      enableEndpointIndependentMapping: false,
      logConfig: { enable: true, filter: "ERRORS_ONLY" },
    }),
  );
  return { route: [...toGoogle, route("internet", "0.0.0.0/0")], router, natAddress, nat };
}
