import { ManagedZone } from "@pulumi/gcp/dns/managedZone.js";
import { physicalName } from "../../core/name.ts";
import type { GcpNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { BackboneChildren } from "../native.ts";
import type { Domain, End } from "../plan.ts";

/** Asks the other networks about names that only they know. */
export function gcpNames(
  { name, site, child }: Scope<"gcp", BackboneChildren["gcp"]>,
  end: End,
  foreign: readonly Domain[],
) {
  const place = end.place as GcpNetwork;
  return foreign.map(
    ({ of, domain, addresses }) =>
      new ManagedZone(
        ...child(
          "forwarding",
          {
            name: physicalName(site, `${name}-names-of-${of.name}`, { max: 63 }),
            project: site.project,
            dnsName: `${domain}.`,
            description: `names that ${of.name} knows`,
            visibility: "private",
            privateVisibilityConfig: { networks: [{ networkUrl: place.networkId }] },
            forwardingConfig: {
              targetNameServers: addresses.map((ipv4Address) => ({ ipv4Address, forwardingPath: "private" })),
            },
            labels: site.tags,
          },
          { of: of.name },
        ),
      ),
  );
}
