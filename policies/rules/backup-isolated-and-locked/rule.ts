import type { VaultArgs as AwsVaultArgs } from "@pulumi/aws/backup/vault.js";
import type { VaultLockConfigurationArgs } from "@pulumi/aws/backup/vaultLockConfiguration.js";
import type { BackupVaultArgs } from "@pulumi/gcp/backupdisasterrecovery/backupVault.js";
import { mustHave } from "../../core/attached.ts";
import { mustSay } from "../../core/expected.ts";
import { unlessElsewhere } from "../../core/production.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type GraphCheck, type GraphRun, type Rule } from "../../core/rule.ts";
import { ENVIRONMENT } from "../../core/settings.ts";
import { anyOf, faultIf, holds } from "../../core/truth.ts";
import { decide, every, fail, PASS, type Verdict } from "../../core/verdict.ts";
import { secondsOf } from "../../models/duration.ts";
import { isSameKey, keyNamed, keysOf, ownKey } from "../../models/store-key.ts";

const VAULT = "aws:backup/vault:Vault";
const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const GCP_VAULT = "gcp:backupdisasterrecovery/backupVault:BackupVault";
const AZURE_VAULTS = ["azure-native:recoveryservices:Vault", "azure-native:dataprotection:BackupVault"];
const STATE = "properties.securitySettings.immutabilitySettings.state";
// what AWS Backup copies, and a key of one's own can encrypt
const BACKED_UP = [
  "aws:dynamodb/table:Table",
  "aws:rds/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:s3/bucket:Bucket",
];
const DAY_SECONDS = 86_400;

function vault(vault: Resource<AwsVaultArgs>, { graph }: GraphRun): readonly Verdict[] {
  const locked = mustHave(graph, vault as Resource, { type: LOCK, key: "backupVaultName", name: "name" }, () =>
    fail("", "has no VaultLockConfiguration: who may delete the data may delete its backups"),
  );
  return [locked, key(vault, graph)];
}

/** A key by itself: one that is destroyed or withheld takes the data with it, and must not take the backups. */
function key(vault: Resource<AwsVaultArgs>, graph: GraphRun["graph"]): Verdict {
  const value = vault.text("kmsKeyArn");
  const mine = keyNamed({ from: vault as Resource, key: "kmsKeyArn", value }, graph);
  const own = mine.urns.length > 0 ? PASS : ownKey(value);
  if (own.word !== "pass") return own.word === "fail" ? { ...own, severity: "low" } : own;
  const stores = BACKED_UP.flatMap((type) => graph.ofType(type));
  const theirs = stores.flatMap((store) => keysOf(store, graph).map((pointer) => keyNamed(pointer, graph)));
  const shared = theirs.map((other) => isSameKey(mine, other));
  return faultIf(anyOf(shared), "kmsKeyArn", "is the key of the data, too");
}

const lock = (lock: Resource<VaultLockConfigurationArgs>): Verdict =>
  decide(lock.number("minRetentionDays"), {
    known: (days) => (days >= 1 ? undefined : `is ${days}`),
    absent: "is not set: backups may be made that end the next day",
  });

function gcp(vault: Resource<BackupVaultArgs>): Verdict {
  return decide(secondsOf(vault.text("backupMinimumEnforcedRetentionDuration")), {
    known: (value) => (value >= DAY_SECONDS ? undefined : `is ${value} seconds, less than a day`),
    absent: "is not set",
  });
}

function azure(vault: Resource): Verdict {
  const state = vault.text(STATE);
  if (holds(state, (word) => word.toLowerCase() === "unlocked") === true) {
    return fail(STATE, "is Unlocked: who administers the vault may lift it", "low");
  }
  return mustSay(state, { good: ["Locked"], bad: ["Disabled"], byDefault: "Disabled" });
}

const judged =
  (judge: (resource: Resource, run: GraphRun) => Verdict | readonly Verdict[]): GraphCheck =>
  (resource, run) =>
    unlessElsewhere(run, () => every([judge(resource, run)].flat()));

export const backupIsolatedAndLocked: Rule = {
  id: "backup-isolated-and-locked",
  packs: ["reliability"],
  title: "Backups outlive whoever can delete the data",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Ransom works where one stolen role can delete the data and its backups, or one key opens both.",
  equivalents: ["CKV_AWS_166"],
  fixText: ({ type, path }) => {
    if (type === VAULT) {
      return path === "kmsKeyArn"
        ? "Set `kmsKeyArn` to a key that encrypts nothing but backups; it replaces the vault."
        : "Add a VaultLockConfiguration with `minRetentionDays` and `changeableForDays`.";
    }
    return path === STATE ? `Set \`${path}: Locked\`; it cannot be undone.` : `Set \`${path}\` to a day or more.`;
  },
  settings: [ENVIRONMENT],
  checks: {
    [VAULT]: judged(vault),
    [LOCK]: judged(lock),
    [GCP_VAULT]: judged(gcp),
    ...each(AZURE_VAULTS, judged(azure)),
  },
};
