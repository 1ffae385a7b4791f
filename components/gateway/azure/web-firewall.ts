import { WebApplicationFirewallPolicy } from "@pulumi/azure-native/network/webApplicationFirewallPolicy.js";
import { physicalName } from "../../core/name.ts";
import type { GatewaySpec } from "../args.ts";
import type { AzureScope } from "../native.ts";

/** What Microsoft keeps up to date. */
const MANAGED = [
  { ruleSetType: "Microsoft_DefaultRuleSet", ruleSetVersion: "2.1" },
  { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" },
];

/** Turns known attacks and floods away before the cluster sees them. */
export function webFirewall(scope: AzureScope, { firewall, tags }: GatewaySpec) {
  const { site, name } = scope;
  const { resourceGroupName, location } = site;
  const blocks = firewall.mode === "block";
  return new WebApplicationFirewallPolicy(
    ...scope.child(
      "webFirewall",
      {
        policyName: physicalName(site, name, { max: 80 }),
        resourceGroupName,
        location,
        policySettings: {
          state: "Enabled",
          mode: blocks ? "Prevention" : "Detection",
          requestBodyCheck: true,
          maxRequestBodySizeInKb: 128,
          fileUploadLimitInMb: 100,
        },
        managedRules: { managedRuleSets: MANAGED },
        customRules: [
          {
            name: "rate",
            priority: 1,
            state: "Enabled",
            ruleType: "RateLimitRule",
            rateLimitDuration: "FiveMins",
            rateLimitThreshold: firewall.requestsPerFiveMinutes,
            groupByUserSession: [{ groupByVariables: [{ variableName: "ClientAddr" }] }],
            // a rule must match something: all addresses, in two halves
            matchConditions: [
              {
                matchVariables: [{ variableName: "RemoteAddr" }],
                operator: "IPMatch",
                matchValues: ["0.0.0.0/1", "128.0.0.0/1"],
              },
            ],
            action: blocks ? "Block" : "Log",
          },
        ],
        tags,
      },
      { invariants: ["policySettings.state"] },
    ),
  );
}
