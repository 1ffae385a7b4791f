import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { anyOf, holds } from "../../core/truth.ts";
import { decide, every, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { ASSOCIATION, addon, association, cluster } from "./eks.ts";

const GKE = "gcp:container/cluster:Cluster";
const POOL = "gcp:container/nodePool:NodePool";

function gke(own: Resource<ClusterArgs>): readonly Verdict[] {
  const autopilot = holds(own.flag("enableAutopilot"), (on) => on);
  if (autopilot === true) return [PASS];
  if (autopilot !== false) return [undetermined(autopilot)];
  return every([
    decide(own.text("workloadIdentityConfig.workloadPool"), {
      known: (pool) => (pool === "" ? "is empty" : undefined),
      absent: "is not set; pods have the identity of their node",
    }),
    metadata(own.text("nodeConfig.workloadMetadataConfig.mode"), undefined),
  ]);
}

// where the cluster has a pool, a node pool without a word of its own follows it
function pool(own: Resource<NodePoolArgs>, { graph }: GraphRun): Verdict {
  const mode = own.text("nodeConfig.workloadMetadataConfig.mode");
  if (mode.state !== "absent") return metadata(mode, undefined);
  const join = { type: POOL, key: "cluster", name: "name" };
  const clusters = graph.ofType(GKE).filter((one) => graph.attached(one, join).sure.includes(own as Resource));
  if (clusters.length === 0) return notCovered(mode.path, "is not set, and its cluster is not seen here");
  const follows = anyOf(
    clusters.map((one) => holds(one.text("workloadIdentityConfig.workloadPool"), (text) => text !== "")),
  );
  if (typeof follows !== "boolean") return undetermined(follows);
  return metadata(mode, follows ? undefined : "is not set; default is the metadata of the node");
}

function metadata(mode: Read<string>, absent: string | undefined): Verdict {
  return decide(mode, {
    known: (word) => METADATA[word] ?? notCovered(mode.path, `is ${word}, which is not known`),
    absent,
  });
}
const METADATA: Readonly<Record<string, Verdict | string>> = {
  GKE_METADATA: PASS,
  GCE_METADATA: "is GCE_METADATA, which hands pods the identity of their node",
  MODE_UNSPECIFIED: "is MODE_UNSPECIFIED; default is the metadata of the node",
};

function aks(own: Resource<ManagedClusterArgs>): readonly Verdict[] {
  // the provider's Automatic tier switches both on by itself
  const automatic = holds(own.text("sku.name"), (name) => name.toLowerCase() === "automatic");
  const on = (path: "oidcIssuerProfile.enabled" | "securityProfile.workloadIdentity.enabled") =>
    decide(own.flag(path), {
      known: (value) => (value ? undefined : "is false"),
      absent:
        automatic === true ? undefined : automatic === false ? "is not set; default is false" : undetermined(automatic),
    });
  return every([on("oidcIssuerProfile.enabled"), on("securityProfile.workloadIdentity.enabled")]);
}

/** Annotations that give a pod an identity of a cloud, and what such an identity looks like. */
const ANNOTATIONS: Readonly<Record<string, RegExp>> = {
  "azure.workload.identity/client-id": /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  "eks.amazonaws.com/role-arn": /^arn:[^:]+:iam::\d{12}:role\/.+$/,
  "iam.gke.io/gcp-service-account": /^[^@\s]+@[^@\s]+\.gserviceaccount\.com$/,
};

function serviceAccount(own: Resource<ServiceAccountArgs>): readonly Verdict[] {
  const annotations = own.bag("metadata.annotations");
  const verdicts = Object.entries(ANNOTATIONS).map(([name, form]) => {
    const read = annotations.under(name).itself();
    if (read.state === "absent") return notApplicable("asks for no identity of a cloud");
    return decide(read, {
      known: (text) => (form.test(text) ? undefined : "is no identity of its cloud; the pods have that of their node"),
    });
  });
  return every(verdicts);
}

export const workloadIdentityRequired: Rule = {
  id: "workload-identity-required",
  packs: ["zero-trust"],
  title: "Pods have identities of their own",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "With the identity of the node, any pod may do what the strongest pod beside it needs.",
  equivalents: ["CKV_GCP_69", "GCP-0057"],
  fixText: ({ type, path }) => FIXES[path] ?? FIXES[type] ?? `Set \`${path}\`.`,
  inPlace: [GKE, POOL, "azure-native:containerservice:ManagedCluster"],
  checks: {
    "aws:eks/cluster:Cluster": cluster,
    "aws:eks/addon:Addon": addon,
    [ASSOCIATION]: association,
    [GKE]: gke,
    [POOL]: pool,
    "azure-native:containerservice:ManagedCluster": aks,
    "kubernetes:core/v1:ServiceAccount": serviceAccount,
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "aws:eks/cluster:Cluster":
    "Add an Addon with `addonName: eks-pod-identity-agent`, or an OpenIdConnectProvider with the cluster's issuer as `url`.",
  serviceAccountRoleArn: "Set `serviceAccountRoleArn`, or `podIdentityAssociations`, to a role for this add-on.",
  clusterName: "Add an Addon with `addonName: eks-pod-identity-agent` to the cluster.",
  "workloadIdentityConfig.workloadPool": "Set `workloadIdentityConfig.workloadPool: <project>.svc.id.goog`.",
  "nodeConfig.workloadMetadataConfig.mode": "Set `nodeConfig.workloadMetadataConfig.mode: GKE_METADATA`.",
  "oidcIssuerProfile.enabled": "Set `oidcIssuerProfile.enabled: true`.",
  "securityProfile.workloadIdentity.enabled": "Set `securityProfile.workloadIdentity.enabled: true`.",
  "kubernetes:core/v1:ServiceAccount":
    "Give the identity in full: a role's ARN, a service account's e-mail or a client id.",
};
