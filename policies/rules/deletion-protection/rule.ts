import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault.js";
import { ifMissed } from "../../core/production.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphCheck, type GraphRun, type Rule } from "../../core/rule.ts";
import { ENVIRONMENT, MIN_BACKUP_DAYS, numeral, type Setting } from "../../core/settings.ts";
import { anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, every, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { isLocked, LOCKS, locks } from "../../models/lock.ts";
import { inPulumi, judge, protectedBy, SWITCHES } from "./switches.ts";

const VAULT = "azure-native:keyvault:Vault";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const LOCKED_ELSEWHERE = {
  name: "locksElsewhere",
  schema: { type: "boolean", description: "Whether locks on the subscription are declared in another stack." },
} as const satisfies Setting;

// what Azure protects by locks, under the property that names it
const LOCKABLE: Readonly<Record<string, string>> = {
  "azure-native:storage:StorageAccount": "accountName",
  "azure-native:cosmosdb:DatabaseAccount": "accountName",
  "azure-native:sql:Server": "serverName",
  "azure-native:dbforpostgresql:Server": "serverName",
};
// a replica is made again from its source
const SOURCES = ["replicateSourceDb", "replicationSourceIdentifier", "masterInstanceName"];

function switched(resource: Resource, run: GraphRun): readonly Verdict[] {
  const replica = anyOf(SOURCES.map((path) => holds(resource.text(path), (source) => source !== "")));
  if (replica === true) return [notApplicable("is a replica")];
  const switches = SWITCHES[resource.type] ?? [];
  return ifMissed(resource, run, () => {
    // a balancer holds nothing that Pulumi could not make again
    const verdicts =
      resource.type === BALANCER ? every(switches.map((one) => judge(resource, one))) : protectedBy(resource, switches);
    const faulty = verdicts.some(({ word }) => word === "fail");
    return typeof replica !== "boolean" && faulty ? [undetermined(replica)] : verdicts;
  });
}

/** What was deleted from a vault stays as long as backups reach back. */
function vault(vault: Resource<VaultArgs>, run: GraphRun): readonly Verdict[] {
  const min = numeral(run.config, MIN_BACKUP_DAYS);
  const days = decide(vault.number("properties.softDeleteRetentionInDays"), {
    known: (value) => (value < min ? `is ${value}, less than ${min}` : undefined),
  });
  return ifMissed(vault as Resource, run, () =>
    every([...protectedBy(vault as Resource, SWITCHES[VAULT] ?? []), days]),
  );
}

const locked =
  (name: string): GraphCheck =>
  (store, run) =>
    ifMissed(store, run, () => {
      const elsewhere = holds(run.config.flag(LOCKED_ELSEWHERE.name), (on) => on);
      const kept = anyOf([elsewhere, isLocked(store, store.text(name), run.graph)]);
      return every([faultIf(not(kept), "", "has no lock, neither its own nor one of its group"), inPulumi(store)]);
    });

const FIX: Readonly<Record<string, string>> = {
  "": "Add a ManagementLockByScope with `level: CanNotDelete` and the resource's id as `scope`.",
  level: "Set `level: CanNotDelete`.",
  protect: "Set the resource option `protect: true`.",
  deleteProtectionState: "Set `deleteProtectionState: DELETE_PROTECTION_ENABLED`.",
  "properties.enablePurgeProtection": "Set `properties.enablePurgeProtection: true`; it cannot be taken back.",
  "properties.softDeleteRetentionInDays": "Raise `properties.softDeleteRetentionInDays`, to 90 at most.",
};
const WANTED_FALSE = new Set(["skipFinalSnapshot", "forceDestroy", "deleteContentsOnDestroy"]);

export const deletionProtection: Rule = {
  id: "deletion-protection",
  packs: ["reliability"],
  title: "Nothing in production is deleted by one mistake",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "A renamed resource or a wrong stack deletes a database in one command, with its backups.",
  equivalents: [
    "CKV_AWS_139",
    "CKV_AWS_293",
    "CKV_AWS_150",
    "CKV_GCP_119",
    "CKV_GCP_120",
    "CKV_GCP_121",
    "CKV_GCP_122",
    "CKV_AZURE_110",
    "AWS-0177",
    "AWS-0343",
    "AZU-0016",
  ],
  fixText: ({ path }) => FIX[path] ?? `Set \`${path}: ${!WANTED_FALSE.has(path)}\`.`,
  inPlace: Object.keys(SWITCHES),
  settings: [ENVIRONMENT, MIN_BACKUP_DAYS, LOCKED_ELSEWHERE],
  checks: {
    ...each(Object.keys(SWITCHES), switched),
    ...Object.fromEntries(Object.entries(LOCKABLE).map(([type, name]) => [type, locked(name)])),
    ...each(LOCKS, (lock: Resource) => faultIf(not(locks(lock)), "level", "is not CanNotDelete or ReadOnly")),
    [VAULT]: vault,
  },
};
