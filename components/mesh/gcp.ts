import { Address } from "@pulumi/gcp/compute/address.js";
import type { Resource } from "@pulumi/pulumi";
import { physicalName } from "../core/name.ts";
import type { GcpNetwork } from "../core/network.ts";
import type { Scope } from "../core/scope.ts";
import type { Member } from "./plan.ts";

/** Keeps the gateway's address for it: a balancer of Google Cloud takes a given one only where nobody else can have it. */
export function gcpAddress(scope: Scope<"gcp">, { cluster, addresses }: Member): readonly Resource[] {
  const { balancerSubnetworkId } = cluster.network as GcpNetwork;
  return addresses.map(
    (address) =>
      new Address(
        ...scope.child(
          "gatewayAddress",
          {
            name: physicalName(scope.site, scope.name, { max: 63 }),
            region: scope.site.region,
            subnetwork: balancerSubnetworkId,
            addressType: "INTERNAL",
            purpose: "GCE_ENDPOINT",
            address,
          },
          { lasting: true },
        ),
      ),
  );
}
