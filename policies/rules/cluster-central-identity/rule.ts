import type { AccessPolicyAssociationArgs } from "@pulumi/aws/eks/accessPolicyAssociation.js";
import type { ClusterArgs as EksArgs } from "@pulumi/aws/eks/cluster.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { ClusterArgs as GkeArgs } from "@pulumi/gcp/container/cluster.js";
import type { ConfigMapArgs } from "@pulumi/kubernetes/core/v1/configMap.js";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, faultIf, holds } from "../../core/truth.ts";
import { decide, every, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";

const MODES: Readonly<Record<string, Verdict | string>> = {
  API: PASS,
  API_AND_CONFIG_MAP: "is API_AND_CONFIG_MAP, so that the ConfigMap aws-auth still lets people in",
  CONFIG_MAP: "is CONFIG_MAP, so that the ConfigMap aws-auth lets people in",
};

function eks(own: Resource<EksArgs>): readonly Verdict[] {
  const mode = own.text("accessConfig.authenticationMode");
  return every([
    decide(mode, {
      known: (word) => MODES[word] ?? notCovered(mode.path, `is ${word}, which is not known`),
      absent: "is not set; default is CONFIG_MAP",
    }),
    must(false, own.flag("accessConfig.bootstrapClusterCreatorAdminPermissions"), "is not set; default is true"),
  ]);
}

function aks(own: Resource<ManagedClusterArgs>): readonly Verdict[] {
  // the provider's Automatic tier decides all of this by itself
  const automatic = holds(own.text("sku.name"), (name) => name.toLowerCase() === "automatic");
  const byDefault = (what: string) =>
    automatic === true ? undefined : automatic === false ? what : undetermined(automatic);
  return every([
    must(true, own.flag("disableLocalAccounts"), byDefault("is not set; default is false")),
    must(true, own.flag("enableRBAC"), undefined),
    must(true, own.flag("aadProfile.enableAzureRBAC"), byDefault("is not set; default is false")),
  ]);
}

function must(wanted: boolean, read: Read<boolean>, absent: Verdict | string | undefined): Verdict {
  return decide(read, { known: (value) => (value === wanted ? undefined : `is ${value}`), absent });
}

export const clusterCentralIdentity: Rule = {
  id: "cluster-central-identity",
  packs: ["zero-trust"],
  title: "Clusters know people by the cloud's identities",
  severity: "high",
  scope: "resource",
  since: "0.2.0",
  why: "An account that only the cluster knows outlives the person, and no log of the cloud shows its use.",
  equivalents: ["CKV_AZURE_141", "CKV_AZURE_5", "CKV_GCP_7", "CKV_GCP_13", "AZU-0042", "GCP-0064"],
  fixText: ({ path }) => FIXES[path] ?? "Use AccessEntry and AccessPolicyAssociation in place of the ConfigMap.",
  checks: {
    "aws:eks/cluster:Cluster": eks,
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": (own: Resource<AccessPolicyAssociationArgs>) =>
      faultIf(
        allOf([
          holds(own.text("policyArn"), (arn) => arn.endsWith("/AmazonEKSClusterAdminPolicy")),
          holds(own.text("accessScope.type"), (type) => type === "cluster"),
        ]),
        "policyArn",
        "makes its principal an administrator of the whole cluster for good",
      ),
    "gcp:container/cluster:Cluster": (own: Resource<GkeArgs>) =>
      every([
        must(false, own.flag("enableLegacyAbac"), undefined),
        must(false, own.flag("masterAuth.clientCertificateConfig.issueClientCertificate"), undefined),
      ]),
    "azure-native:containerservice:ManagedCluster": aks,
    "kubernetes:core/v1:ConfigMap": (own: Resource<ConfigMapArgs>) => {
      const name = own.text("metadata.name");
      const isAuth = holds(name, (text) => text === "aws-auth");
      if (isAuth === false) return notApplicable("is not aws-auth");
      const users = own.text("data.mapUsers");
      return isAuth === true
        ? decide(users, {
            known: (text) =>
              /^\s*(\[\s*\])?\s*$/.test(text) ? undefined : "maps users past the cloud's access entries",
          })
        : undetermined(isAuth);
    },
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "accessConfig.authenticationMode": "Set `accessConfig.authenticationMode: API`.",
  "accessConfig.bootstrapClusterCreatorAdminPermissions":
    "Set `accessConfig.bootstrapClusterCreatorAdminPermissions: false` and give the deployer an AccessEntry.",
  policyArn:
    "Associate AmazonEKSAdminPolicy with namespaces, or a view policy, and keep the cluster's administrator for emergencies.",
  enableLegacyAbac: "Set `enableLegacyAbac: false`.",
  "masterAuth.clientCertificateConfig.issueClientCertificate":
    "Set `masterAuth.clientCertificateConfig.issueClientCertificate: false`.",
  disableLocalAccounts: "Set `disableLocalAccounts: true`.",
  enableRBAC: "Set `enableRBAC: true`.",
  "aadProfile.enableAzureRBAC": "Set `aadProfile.managed: true` and `aadProfile.enableAzureRBAC: true`.",
};
