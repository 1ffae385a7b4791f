import type { Network } from "@pulumi/gcp/compute/network.js";
import { Subnetwork, type SubnetworkArgs } from "@pulumi/gcp/compute/subnetwork.js";
import { kebab, physicalName } from "../../core/name.ts";
import { cut } from "../../ipam/index.ts";
import type { NetworkSpec } from "../args.ts";
import type { GcpScope } from "../native.ts";

export const PODS = "pods";
export const SERVICES = "services";
/** The subnetworks that machines, endpoints and balancers have addresses in; they log their flows. */
export const LOGGED = ["nodes", "controlPlane", "endpoints", "balancers"] as const;
type Key = (typeof LOGGED)[number] | "proxies";

/** What Google Cloud calls a part of the network. */
export function subnetworkName({ site, name }: GcpScope, key: Key): string {
  return physicalName(site, `${name}-${kebab(key)}`, { max: 63 });
}

/** One for each part, over all zones of the region. */
export function subnetworks(scope: GcpScope, { addresses }: NetworkSpec, network: Network) {
  const { region } = scope.site;
  const part = (key: Key, ipCidrRange: string, more: Partial<SubnetworkArgs>) =>
    new Subnetwork(
      ...scope.child(
        key,
        { name: subnetworkName(scope, key), network: network.id, region, ipCidrRange, ...more },
        { invariants: ["ipCidrRange", "privateIpGoogleAccess", "logConfig.flowSampling"] },
      ),
    );
  const logged: Partial<SubnetworkArgs> = {
    purpose: "PRIVATE",
    stackType: "IPV4_ONLY",
    privateIpGoogleAccess: true,
    // all flows, as on the other clouds; five seconds, the default, would cost a multiple
    logConfig: { aggregationInterval: "INTERVAL_10_MIN", flowSampling: 1, metadata: "INCLUDE_ALL_METADATA" },
  };
  return {
    nodes: part("nodes", addresses.nodes, {
      ...logged,
      secondaryIpRanges: [
        { rangeName: PODS, ipCidrRange: addresses.pods },
        { rangeName: SERVICES, ipCidrRange: addresses.services },
      ],
    }),
    controlPlane: part("controlPlane", addresses.controlPlane, logged),
    endpoints: part("endpoints", addresses.endpoints, logged),
    balancers: part("balancers", addresses.balancers, logged),
    // where regional balancers open their connections from: it takes neither logs nor machines
    proxies: part("proxies", proxyRange(addresses.edge), { purpose: "REGIONAL_MANAGED_PROXY", role: "ACTIVE" }),
  };
}

/** A quarter of the edge; the rest is for balancers over several regions. */
export function proxyRange(edge: string): string {
  return cut(edge, 1).join();
}
