import { ActionGroup } from "@pulumi/azure-native/monitor/actionGroup.js";
import { ScheduledQueryRule } from "@pulumi/azure-native/monitor/scheduledQueryRule.js";
import { isoDuration } from "../../core/duration.ts";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import type { AzureSite } from "../../core/site.ts";
import type { AuditTrailSpec } from "../args.ts";
import type { AuditTrailChildren } from "../native.ts";
import { groupUse } from "../use.ts";

const EVERY_SECONDS = 300;
// logs of Azure arrive late: the activity log within 20 minutes; each look overlaps the ones before
const WINDOW_SECONDS = 1800;

/** Tells people that a group's rights were used: a query over each workspace to which API servers log. */
export function azureAlarm(scope: Scope<"azure", AuditTrailChildren["azure"]>, spec: AuditTrailSpec) {
  const { site } = scope;
  const { breakGlass, receivers: people, message, covers, tags } = spec;
  const called = physicalName(site, "break-glass", { max: 260 });
  const receivers = new ActionGroup(
    ...scope.child("receivers", {
      actionGroupName: called,
      resourceGroupName: site.resourceGroupName,
      location: "Global",
      // at most 12 characters
      groupShortName: "break-glass",
      enabled: true,
      emailReceivers: people.map(({ address, short }) => ({
        name: short,
        emailAddress: address,
        useCommonAlertSchema: true,
      })),
      tags,
    }),
  );
  const listen = (where: AzureSite, of?: string) =>
    new ScheduledQueryRule(
      ...scope.child(
        "alarm",
        {
          ruleName: called,
          resourceGroupName: where.resourceGroupName,
          location: where.location,
          displayName: called,
          description: message,
          kind: "LogAlert",
          enabled: true,
          severity: 0,
          scopes: [where.logWorkspaceId],
          evaluationFrequency: isoDuration(EVERY_SECONDS),
          windowSize: isoDuration(WINDOW_SECONDS),
          criteria: {
            allOf: [
              {
                query: groupUse(breakGlass),
                timeAggregation: "Count",
                operator: "GreaterThan",
                threshold: 0,
                failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
              },
            ],
          },
          autoMitigate: true,
          actions: { actionGroups: [receivers.id] },
          tags,
        },
        { ...(of !== undefined && { of }), invariants: ["enabled", "criteria"] },
      ),
    );
  const others = covers.filter((other) => other.cloud === "azure");
  return { receivers, alarm: [listen(site), ...others.map((other) => listen(other, other.name))] };
}
