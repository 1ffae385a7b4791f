import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { decide, every, fail, PASS, type Verdict } from "../../core/verdict.ts";

/** A property that has to have a value, and what it is where nobody says so. */
export interface Switch {
  readonly path: string;
  readonly wanted: boolean | string;
  readonly byDefault: boolean | string;
}

/** What protects each type from being deleted, in the words of its cloud. */
export const SWITCHES: Readonly<Record<string, readonly Switch[]>> = {
  "aws:rds/cluster:Cluster": [
    { path: "deletionProtection", wanted: true, byDefault: false },
    { path: "skipFinalSnapshot", wanted: false, byDefault: false },
  ],
  "aws:rds/instance:Instance": [
    { path: "deletionProtection", wanted: true, byDefault: false },
    { path: "skipFinalSnapshot", wanted: false, byDefault: false },
  ],
  "aws:dynamodb/table:Table": [{ path: "deletionProtectionEnabled", wanted: true, byDefault: false }],
  "aws:eks/cluster:Cluster": [{ path: "deletionProtection", wanted: true, byDefault: false }],
  "aws:s3/bucket:Bucket": [{ path: "forceDestroy", wanted: false, byDefault: false }],
  "aws:lb/loadBalancer:LoadBalancer": [{ path: "enableDeletionProtection", wanted: true, byDefault: false }],
  // the provider's own refusal, and the one of the API: two controls
  "gcp:sql/databaseInstance:DatabaseInstance": [
    { path: "deletionProtection", wanted: true, byDefault: true },
    { path: "settings.deletionProtectionEnabled", wanted: true, byDefault: false },
  ],
  "gcp:container/cluster:Cluster": [{ path: "deletionProtection", wanted: true, byDefault: true }],
  "gcp:firestore/database:Database": [
    {
      path: "deleteProtectionState",
      wanted: "DELETE_PROTECTION_ENABLED",
      byDefault: "DELETE_PROTECTION_DISABLED",
    },
  ],
  "gcp:spanner/database:Database": [{ path: "enableDropProtection", wanted: true, byDefault: false }],
  "gcp:bigquery/dataset:Dataset": [{ path: "deleteContentsOnDestroy", wanted: false, byDefault: false }],
  "gcp:bigquery/table:Table": [{ path: "deletionProtection", wanted: true, byDefault: true }],
  "gcp:bigtable/instance:Instance": [{ path: "deletionProtection", wanted: true, byDefault: true }],
  "azure-native:keyvault:Vault": [
    { path: "properties.enablePurgeProtection", wanted: true, byDefault: false },
    { path: "properties.enableSoftDelete", wanted: true, byDefault: true },
  ],
};

/** Judges every switch of a type, and Pulumi's own where the host tells it. */
export function protectedBy(resource: Resource, switches: readonly Switch[]): readonly Verdict[] {
  return every([...switches.map((one) => judge(resource, one)), inPulumi(resource)]);
}

/** Judges one switch. */
export function judge(resource: Resource, { path, wanted, byDefault }: Switch): Verdict {
  const read: Read<boolean | string> = typeof wanted === "boolean" ? resource.flag(path) : resource.text(path);
  return decide(read, {
    known: (value) => (value === wanted ? undefined : `is ${value}`),
    absent: byDefault === wanted ? undefined : `is not set; default is ${byDefault}`,
  });
}

/** The option of Pulumi that refuses a deletion before the cloud is asked. */
export function inPulumi({ protect }: Resource): Verdict {
  return protect === false
    ? fail("protect", "is not set: the resource option that stops `pulumi destroy`", "medium")
    : PASS;
}
