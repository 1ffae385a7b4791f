import { BlobContainer } from "@pulumi/azure-native/storage/blobContainer.js";
import { BlobContainerImmutabilityPolicy } from "@pulumi/azure-native/storage/blobContainerImmutabilityPolicy.js";
import type { Input } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import type { BucketSpec } from "../args.ts";
import type { BucketChildren } from "../native.ts";

// where Azure Monitor writes the activity log, and the logs of blobs; it makes what is not there, but never a lock
const CONTAINERS = [
  "insights-activity-logs",
  "insights-logs-storageread",
  "insights-logs-storagewrite",
  "insights-logs-storagedelete",
];

interface Account {
  readonly resourceGroupName: Input<string>;
  readonly accountName: Input<string>;
}

/** The containers that Azure Monitor writes to, locked as the bucket is. */
export function logContainers(
  scope: Scope<"azure", BucketChildren["azure"]>,
  account: Account,
  { lockDays, receivesAuditLogs }: BucketSpec,
) {
  if (!receivesAuditLogs) return {};
  const logs = CONTAINERS.map(
    (containerName) =>
      new BlobContainer(
        ...scope.child(
          "logs",
          { ...account, containerName, publicAccess: "None", denyEncryptionScopeOverride: false },
          { of: containerName, lasting: true, invariants: ["publicAccess"] },
        ),
      ),
  );
  if (lockDays === undefined) return { logs };
  const logImmutability = logs.map(
    (container, index) =>
      new BlobContainerImmutabilityPolicy(
        ...scope.child(
          "logImmutability",
          {
            ...account,
            containerName: container.name,
            immutabilityPolicyName: "default",
            immutabilityPeriodSinceCreationInDays: lockDays,
            // Azure Monitor adds to a blob for an hour
            allowProtectedAppendWrites: true,
          },
          { of: CONTAINERS[index] ?? "" },
        ),
      ),
  );
  return { logs, logImmutability };
}
