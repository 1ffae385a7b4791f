import { RegionSecurityPolicy, type RegionSecurityPolicyArgs } from "@pulumi/gcp/compute/regionSecurityPolicy.js";
import { physicalName } from "../../core/name.ts";
import type { GatewaySpec } from "../args.ts";
import type { GcpScope } from "../native.ts";

/** What Google keeps up to date, from the rules of the OWASP project. */
const MANAGED = ["sqli", "xss", "lfi", "rfi", "rce", "protocolattack", "sessionfixation"];
const ANYBODY = { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges: ["*"] } };
// where Cloud Armor keeps the rule that holds for all others
const LAST = 2_147_483_647;

/** Turns known attacks and floods away before the cluster sees them. */
export function webFirewall(scope: GcpScope, { firewall }: GatewaySpec) {
  const { site, name } = scope;
  const preview = firewall.mode === "count";
  const rules: RegionSecurityPolicyArgs["rules"] = [
    ...MANAGED.map((set, index) => ({
      priority: 100 + index,
      action: "deny(403)",
      preview,
      match: { expr: { expression: `evaluatePreconfiguredWaf('${set}-v33-stable', {'sensitivity': 1})` } },
    })),
    {
      priority: 1000,
      action: "throttle",
      preview,
      match: ANYBODY,
      rateLimitOptions: {
        conformAction: "allow",
        exceedAction: "deny(429)",
        enforceOnKey: "IP",
        rateLimitThreshold: { count: firewall.requestsPerFiveMinutes, intervalSec: 300 },
      },
    },
    { priority: LAST, action: "allow", match: ANYBODY },
  ];
  return new RegionSecurityPolicy(
    ...scope.child(
      "webFirewall",
      { name: physicalName(site, name, { max: 63 }), region: site.region, type: "CLOUD_ARMOR", rules },
      { invariants: ["type"] },
    ),
  );
}
