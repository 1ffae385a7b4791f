import type { ClusterArgs as EksArgs } from "@pulumi/aws/eks/cluster.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { NamespaceArgs } from "@pulumi/azure-native/servicebus/namespace.js";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { ClusterArgs as GkeArgs } from "@pulumi/gcp/container/cluster.js";
import { ifPersonal } from "../../core/classification.ts";
import { mustBe, mustSay } from "../../core/expected.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { type GraphCheck, type GraphRun, type Rule } from "../../core/rule.ts";
import { PERSONAL_CLASSES } from "../../core/settings.ts";
import { anyItem, faultIf, not } from "../../core/truth.ts";
import type { Verdict } from "../../core/verdict.ts";
import { KEYS, ownKey } from "../../models/store-key.ts";
import { bucket } from "./bucket.ts";

const fromVault = (read: Read<string>, byDefault: string): Verdict =>
  mustSay(read, { good: ["Microsoft.KeyVault"], bad: ["Microsoft.Storage"], byDefault });

function eks(cluster: Resource<EksArgs>): Verdict {
  const secrets = anyItem(cluster.list("encryptionConfig.resources"), (name) => name === "secrets");
  return faultIf(not(secrets), "encryptionConfig.resources", "does not name secrets; default is AWS's own key");
}

function gke(cluster: Resource<GkeArgs>): Verdict {
  return mustSay(cluster.text("databaseEncryption.state"), {
    good: ["ENCRYPTED", "ALL_OBJECTS_ENCRYPTION_ENABLED"],
    bad: ["DECRYPTED"],
    byDefault: "DECRYPTED",
  });
}

function storage(account: Resource<StorageAccountArgs>): readonly Verdict[] {
  const source = fromVault(account.text("encryption.keySource"), "Microsoft.Storage");
  if (source.word !== "pass") return [source];
  return [ownKey(account.text("encryption.keyVaultProperties.keyName"))];
}

function aks(cluster: Resource<ManagedClusterArgs>): Verdict {
  return mustBe(cluster.flag("securityProfile.azureKeyVaultKms.enabled"), true, false);
}

const judged =
  (judge: (store: Resource, run: GraphRun) => Verdict | readonly Verdict[]): GraphCheck =>
  (store, run) =>
    ifPersonal(store, run, () => [judge(store, run)].flat());

const keyed = Object.entries(KEYS).map(([type, path]) => [type, judged((store) => ownKey(store.text(path)))] as const);

const FIX: Readonly<Record<string, string>> = {
  "encryption.keySource": "Set `encryption.keySource: Microsoft.Keyvault` and `encryption.keyVaultProperties`.",
  "encryptionConfig.resources": "Set `encryptionConfig` to a key and `resources: [secrets]`.",
  "databaseEncryption.state": "Set `databaseEncryption: { state: ENCRYPTED, keyName: … }`.",
};

export const cmkForPersonalData: Rule = {
  id: "cmk-for-personal-data",
  packs: ["gdpr"],
  title: "Personal data is encrypted with a key of one's own",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Who holds the key decides who reads, sees each use of it, and can make all copies unreadable at once.",
  equivalents: [
    "CKV_AWS_145",
    "CKV_AWS_119",
    "CKV_AWS_327",
    "CKV_AWS_158",
    "CKV_AWS_149",
    "CKV_AWS_58",
    "CKV2_AWS_73",
    "CKV_GCP_81",
    "CKV_GCP_83",
    "CKV_GCP_84",
    "CKV2_AZURE_1",
    "AWS-0132",
    "AWS-0025",
    "AWS-0135",
    "AWS-0039",
    "GCP-0066",
    "AZU-0060",
  ],
  fixText: ({ type, path }) => {
    if (path.endsWith("bucketKeyEnabled")) return "Set `bucketKeyEnabled: true`.";
    if (path.endsWith(".enabled")) return `Set \`${path}: true\` and a \`keyId\`.`;
    if (type === "aws:s3/bucket:Bucket") {
      return "Add a BucketServerSideEncryptionConfiguration with `sseAlgorithm: aws:kms` and `kmsMasterKeyId`.";
    }
    return FIX[path] ?? `Set \`${path}\` to a key of your own.`;
  },
  settings: [PERSONAL_CLASSES],
  checks: {
    "aws:s3/bucket:Bucket": judged(bucket),
    ...Object.fromEntries(keyed),
    "aws:eks/cluster:Cluster": judged(eks),
    "gcp:container/cluster:Cluster": judged(gke),
    "azure-native:storage:StorageAccount": judged(storage),
    "azure-native:servicebus:Namespace": judged((bus: Resource<NamespaceArgs>) =>
      fromVault(bus.text("encryption.keySource"), "Microsoft's own key"),
    ),
    "azure-native:containerservice:ManagedCluster": judged(aks),
  },
};
