import { ManagementLockByScope } from "@pulumi/azure-native/authorization/managementLockByScope.js";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { BlobContainer } from "@pulumi/azure-native/storage/blobContainer.js";
import { BlobContainerImmutabilityPolicy } from "@pulumi/azure-native/storage/blobContainerImmutabilityPolicy.js";
import { BlobServiceProperties } from "@pulumi/azure-native/storage/blobServiceProperties.js";
import { ManagementPolicy } from "@pulumi/azure-native/storage/managementPolicy.js";
import { StorageAccount } from "@pulumi/azure-native/storage/storageAccount.js";
import { interpolate } from "@pulumi/pulumi";
import { type Granter, roleOn } from "../core/grant.ts";
import { physicalName } from "../core/name.ts";
import type { Scope } from "../core/scope.ts";
import type { BucketRight, BucketSpec } from "./args.ts";
import { logContainers } from "./azure/logs.ts";
import type { BucketChildren } from "./native.ts";

const ROLES: { readonly [R in BucketRight]: string } = {
  read: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", // Storage Blob Data Reader
  write: "ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor, the narrowest that may add
};
const CLOSED = {
  enableHttpsTrafficOnly: true,
  minimumTlsVersion: "TLS1_2",
  allowSharedKeyAccess: false,
  allowBlobPublicAccess: false,
  allowCrossTenantReplication: false,
  defaultToOAuthAuthentication: true,
  isLocalUserEnabled: false,
  isSftpEnabled: false,
};

export function azureBucket(scope: Scope<"azure", BucketChildren["azure"]>, spec: BucketSpec) {
  const { name, site, opts } = scope;
  const { resourceGroupName, location } = site;
  const account = new StorageAccount(
    ...scope.child(
      "account",
      {
        accountName: physicalName(site, name, { max: 24, separator: "", unique: true }),
        resourceGroupName,
        location,
        kind: "StorageV2",
        sku: { name: spec.zones === "one" ? "Standard_LRS" : "Standard_ZRS" },
        accessTier: "Hot",
        ...CLOSED,
        // who may enter is decided by identity alone until a network is given
        publicNetworkAccess: "Enabled",
        encryption: {
          keySource: "Microsoft.Storage",
          requireInfrastructureEncryption: true,
          services: { blob: { enabled: true, keyType: "Account" }, file: { enabled: true, keyType: "Account" } },
        },
        tags: spec.tags,
      },
      { lasting: true, invariants: [...Object.keys(CLOSED), "encryption"] },
    ),
  );
  const target = { resourceGroupName, accountName: account.name };
  const service = new BlobServiceProperties(
    ...scope.child("service", {
      ...target,
      blobServicesName: "default",
      isVersioningEnabled: spec.oldVersionDays > 0,
      // versions do this already, and end when the retention ends
      deleteRetentionPolicy: { enabled: false },
      containerDeleteRetentionPolicy: { enabled: true, days: 7 },
    }),
  );
  const container = new BlobContainer(
    ...scope.child(
      "container",
      { ...target, containerName: name, publicAccess: "None", denyEncryptionScopeOverride: false },
      { lasting: true, invariants: ["publicAccess"] },
    ),
  );
  const lifecycle = new ManagementPolicy(
    ...scope.child(
      "lifecycle",
      { ...target, managementPolicyName: "default", policy: { rules: expiry(spec) } },
      { dependsOn: [service] },
    ),
  );
  const immutability = spec.lockDays !== undefined && {
    immutability: new BlobContainerImmutabilityPolicy(
      ...scope.child("immutability", {
        ...target,
        containerName: container.name,
        immutabilityPolicyName: "default",
        immutabilityPeriodSinceCreationInDays: spec.lockDays,
        allowProtectedAppendWrites: false,
      }),
    ),
  };
  const accessLog = new DiagnosticSetting(
    ...scope.child("accessLog", {
      name: "access",
      resourceUri: interpolate`${account.id}/blobServices/default`,
      workspaceId: site.logWorkspaceId,
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    }),
  );
  const logs = logContainers(scope, target, spec);
  const parts = { service, container, lifecycle, accessLog, ...immutability, ...logs };
  // made last, so that it goes first: a lock also keeps what is below from being deleted
  const lock = scope.protection && {
    lock: new ManagementLockByScope(
      ...scope.child(
        "lock",
        { scope: account.id, level: "CanNotDelete", notes: "Objects would be lost." },
        { dependsOn: Object.values(parts).flat() },
      ),
    ),
  };
  const grant: Granter<"azure", BucketRight> = (right, { principalId }, grantName) => [
    new RoleAssignment(grantName, roleOn(site, container.id, principalId, ROLES[right]), opts),
  ];
  return {
    outputs: {
      id: container.id,
      name: container.name,
      endpoint: interpolate`${account.primaryEndpoints.blob}${container.name}`,
    },
    nodes: { account, ...parts, ...lock },
    grant,
  };
}

function expiry({ retentionDays, liveDays, coldAfterDays, receivesAuditLogs }: BucketSpec) {
  const end = liveDays !== undefined && { delete: { daysAfterModificationGreaterThan: liveDays } };
  const tierToCool = coldAfterDays !== undefined && {
    tierToCool: { daysAfterModificationGreaterThan: coldAfterDays },
  };
  const rule = (name: string, blobType: string, actions: object) => ({
    name,
    enabled: true,
    type: "Lifecycle",
    definition: { filters: { blobTypes: [blobType] }, actions },
  });
  const blocks = rule("expire", "blockBlob", {
    baseBlob: { ...end, ...tierToCool },
    // Azure counts from when the version was written, not from when it became old
    version: { delete: { daysAfterCreationGreaterThan: retentionDays } },
    snapshot: { delete: { daysAfterCreationGreaterThan: retentionDays } },
  });
  // Azure Monitor appends, and what is appended to has no cooler tier
  const appended = rule("expire-logs", "appendBlob", { baseBlob: { ...end } });
  return receivesAuditLogs && end !== false ? [blocks, appended] : [blocks];
}
