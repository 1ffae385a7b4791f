import { Firewall, type FirewallArgs } from "@pulumi/gcp/compute/firewall.js";
import type { Network } from "@pulumi/gcp/compute/network.js";
import { physicalName } from "../../core/name.ts";
import type { NetworkSpec } from "../args.ts";
import type { GcpScope } from "../native.ts";
import { proxyRange } from "./subnetworks.ts";

// where Google's health checks come from (Cloud Load Balancing documentation, "Firewall rules")
const PROBES = ["35.191.0.0/16", "130.211.0.0/22"];
// before Google's own, which refuse the same and say nothing
const LAST = 65_534;

/** Nothing comes in but probes and balancers; what a cluster needs between its nodes, GKE opens itself. */
export function firewalls(scope: GcpScope, { addresses }: NetworkSpec, network: Network) {
  const { site, name } = scope;
  const rule = (of: string, args: Pick<FirewallArgs, "priority" | "sourceRanges" | "allows" | "denies">) =>
    new Firewall(
      ...scope.child(
        "firewall",
        {
          name: physicalName(site, `${name}-${of}`, { max: 63 }),
          network: network.id,
          direction: "INGRESS",
          disabled: false,
          logConfig: { metadata: "INCLUDE_ALL_METADATA" },
          ...args,
        },
        { of, invariants: ["denies", "direction", "disabled"] },
      ),
    );
  const tcp = [{ protocol: "tcp" }];
  return {
    firewall: [
      rule("deny-ingress", { priority: LAST, sourceRanges: ["0.0.0.0/0"], denies: [{ protocol: "all" }] }),
      rule("allow-probes", { priority: 1000, sourceRanges: PROBES, allows: tcp }),
      rule("allow-proxies", { priority: 1000, sourceRanges: [proxyRange(addresses.edge)], allows: tcp }),
    ],
  };
}
