import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { LoadBalancer } from "@pulumi/aws/lb/loadBalancer.js";
import { WebAcl } from "@pulumi/aws/wafv2/webAcl.js";
import { WebAclAssociation } from "@pulumi/aws/wafv2/webAclAssociation.js";
import { WebAclLoggingConfiguration } from "@pulumi/aws/wafv2/webAclLoggingConfiguration.js";
import { physicalName } from "../../core/name.ts";
import type { GatewaySpec } from "../args.ts";
import type { AwsScope } from "../native.ts";

/** What AWS keeps up to date: addresses of attackers first, since they cost least to turn away. */
const MANAGED = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesSQLiRuleSet",
];

/** Turns known attacks and floods away before the balancer takes them, and logs what it turned away. */
export function webFirewall(scope: AwsScope, { firewall, tags }: GatewaySpec, balancer: LoadBalancer) {
  const { site, name } = scope;
  const physical = physicalName(site, name, { max: 100 });
  const seen = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName });
  const acl = new WebAcl(
    ...scope.child(
      "webFirewall",
      {
        name: physical,
        scope: "REGIONAL",
        defaultAction: { allow: {} },
        rules: [
          {
            name: "rate",
            priority: 0,
            action: firewall.mode === "block" ? { block: {} } : { count: {} },
            statement: {
              rateBasedStatement: {
                limit: firewall.requestsPerFiveMinutes,
                evaluationWindowSec: 300,
                aggregateKeyType: "IP",
              },
            },
            visibilityConfig: seen("rate"),
          },
          ...MANAGED.map((group, index) => ({
            name: group,
            priority: index + 1,
            overrideAction: firewall.mode === "block" ? { none: {} } : { count: {} },
            statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
            visibilityConfig: seen(group),
          })),
        ],
        visibilityConfig: seen(physical),
        tags,
      },
      { invariants: ["defaultAction"] },
    ),
  );
  const use = new WebAclAssociation(
    ...scope.child(
      "webFirewallUse",
      { resourceArn: balancer.arn, webAclArn: acl.arn },
      { invariants: ["resourceArn", "webAclArn"] },
    ),
  );
  const log = new LogGroup(
    ...scope.child("webFirewallLog", {
      // AWS WAF writes only to groups that are called so
      name: `aws-waf-logs-${physical}`,
      retentionInDays: site.logRetentionDays,
      tags,
    }),
  );
  const logging = new WebAclLoggingConfiguration(
    ...scope.child("webFirewallLogging", {
      resourceArn: acl.arn,
      logDestinationConfigs: [log.arn],
      redactedFields: ["authorization", "cookie"].map((header) => ({ singleHeader: { name: header } })),
      // what went through is in the balancer's own log
      loggingFilter: {
        defaultBehavior: "DROP",
        filters: [
          {
            behavior: "KEEP",
            requirement: "MEETS_ANY",
            conditions: ["BLOCK", "COUNT"].map((action) => ({ actionCondition: { action } })),
          },
        ],
      },
    }),
  );
  return { webFirewall: acl, webFirewallUse: use, webFirewallLog: log, webFirewallLogging: logging };
}
