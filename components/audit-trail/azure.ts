import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { interpolate } from "@pulumi/pulumi";
import type { Bucket } from "../bucket/index.ts";
import { type Granter, roleOn } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import { type AuditTrailRight, type AuditTrailSpec, TRAIL } from "./args.ts";
import { azureAlarm } from "./azure/alarm.ts";
import type { AuditTrailChildren } from "./native.ts";

// all that the activity log of a subscription has
const ACTIVITIES = [
  "Administrative",
  "Security",
  "ServiceHealth",
  "Alert",
  "Recommendation",
  "Policy",
  "Autoscale",
  "ResourceHealth",
];
const BLOB_DATA_READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

export function azureAuditTrail(scope: Scope<"azure", AuditTrailChildren["azure"]>, spec: AuditTrailSpec) {
  const { site, opts } = scope;
  const { bucket, objectsOf } = spec;
  const { logs = [] } = bucket.nodes.azure ?? {};
  const called = physicalName(site, TRAIL, { max: 260 });
  const storageAccountId = accountIdOf(bucket);
  const trail = new DiagnosticSetting(
    ...scope.child(
      "trail",
      {
        name: called,
        resourceUri: `/subscriptions/${site.subscriptionId}`,
        workspaceId: site.logWorkspaceId,
        storageAccountId,
        logs: ACTIVITIES.map((category) => ({ category, enabled: true })),
      },
      // a container that Azure Monitor made itself would have no lock
      { dependsOn: [...logs], lasting: true, invariants: ["logs"] },
    ),
  );
  const objects = objectsOf.map(
    (one) =>
      new DiagnosticSetting(
        ...scope.child(
          "objects",
          {
            name: called,
            resourceUri: interpolate`${accountIdOf(one)}/blobServices/default`,
            storageAccountId,
            logs: ["StorageRead", "StorageWrite", "StorageDelete"].map((category) => ({ category, enabled: true })),
          },
          { of: one.logicalName, dependsOn: [...logs] },
        ),
      ),
  );
  const heard = azureAlarm(scope, spec);
  const grant: Granter<"azure", AuditTrailRight> = (_, { principalId }, grantName) => [
    new RoleAssignment(grantName, roleOn(site, storageAccountId, principalId, BLOB_DATA_READER), opts),
  ];
  return { outputs: { id: trail.id, receivers: heard.receivers.id }, nodes: { trail, objects, ...heard }, grant };
}

function accountIdOf({ nodes, logicalName }: Bucket) {
  if (nodes.azure !== undefined) return nodes.azure.account.id;
  throw new Error(`${logicalName} has no storage account`); // the limits have refused other clouds
}
