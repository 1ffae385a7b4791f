import type { AddonArgs } from "@pulumi/aws/eks/addon.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, fail, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { sameNamespace } from "../../models/namespace.ts";
import { deniesIngress, opensAll } from "../../models/network-policy.ts";

const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
/** Policies of whole clusters, in languages of their own. */
const OF_CLUSTERS = [
  "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy",
  "kubernetes:crd.projectcalico.org/v1:GlobalNetworkPolicy",
  "kubernetes:projectcalico.org/v3:GlobalNetworkPolicy",
  "kubernetes:policy.networking.k8s.io/v1alpha1:BaselineAdminNetworkPolicy",
  "kubernetes:policy.networking.k8s.io/v1alpha1:AdminNetworkPolicy",
];
const ENGINES = /calico|tigera|cilium/i;

function namespace(own: Resource, { graph }: GraphRun): Verdict {
  const name = own.text("metadata.name");
  if (name.state === "known" && name.value.startsWith("kube-")) return notApplicable("belongs to the cluster itself");
  const denied = anyOf(
    graph.ofType(POLICY).map((policy) => {
      const tie = sameNamespace(own, policy);
      return tie === false ? false : allOf([tie, deniesIngress(policy)]);
    }),
  );
  // whose it is decides whether anything is asked of it
  if (denied === false && name.state === "unknown") return undetermined(name);
  const other = OF_CLUSTERS.flatMap((type) => graph.ofType(type)).find(
    ({ providerUrn }) => providerUrn === own.providerUrn,
  );
  if (denied === false && other !== undefined)
    return notCovered("metadata.name", `is left to the ${other.type} ${other.name}`);
  return faultIf(not(denied), "", "has no NetworkPolicy that selects all its pods and denies what comes in");
}

function addon(own: Resource<AddonArgs>, { graph }: GraphRun): Verdict {
  const network = holds(own.text("addonName"), (name) => name === "vpc-cni");
  if (network === false) return notApplicable("is not the add-on for the network");
  if (network !== true) return undetermined(network);
  const verdict = decide(own.json("configurationValues").flag("enableNetworkPolicy"), {
    known: (on) => (on ? undefined : "is false"),
    absent: "is not set; default is false, and a NetworkPolicy does nothing",
  });
  const engine = graph
    .ofType("kubernetes:helm.sh/v3:Release")
    .find((release) => holds(release.text("chart"), (chart) => ENGINES.test(chart)) === true);
  return verdict.word === "fail" && engine !== undefined
    ? notCovered(verdict.path, `is left to the Release ${engine.name}`)
    : verdict;
}

function gke(own: Resource<ClusterArgs>): Verdict {
  const on = anyOf([
    holds(own.flag("enableAutopilot"), (value) => value),
    holds(own.text("datapathProvider"), (provider) => provider === "ADVANCED_DATAPATH"),
    holds(own.flag("networkPolicy.enabled"), (value) => value),
  ]);
  const legacy =
    own.text("datapathProvider").state === "absent" ? "is not set; default is LEGACY_DATAPATH" : "is LEGACY_DATAPATH";
  return faultIf(
    not(on),
    "datapathProvider",
    `${legacy}, and networkPolicy is not enabled: a NetworkPolicy does nothing`,
  );
}

const AKS: Readonly<Record<string, Verdict>> = {
  azure: PASS,
  calico: PASS,
  cilium: PASS,
  none: fail("networkProfile.networkPolicy", "is none"),
};

function aks(own: Resource<ManagedClusterArgs>): Verdict {
  const cilium = anyOf([
    holds(own.text("networkProfile.networkDataplane"), (plane) => plane.toLowerCase() === "cilium"),
    holds(own.text("sku.name"), (name) => name.toLowerCase() === "automatic"),
  ]);
  const policy = own.text("networkProfile.networkPolicy");
  return decide(policy, {
    known: (word) => AKS[word.toLowerCase()] ?? notCovered(policy.path, `is ${word}, which is not known`),
    absent: faultIf(not(cilium), policy.path, "is not set; a NetworkPolicy does nothing"),
  });
}

export const k8sDefaultDenyNetwork: Rule = {
  id: "k8s-default-deny-network",
  packs: ["zero-trust"],
  title: "In a namespace nothing may come in that is not allowed",
  severity: "high",
  starred: true,
  scope: "graph",
  since: "0.2.0",
  why: "Without a default deny, one pod that is broken into reaches every other pod of the cluster.",
  equivalents: ["CKV_GCP_12", "CKV_AZURE_7", "KSV-0038", "GCP-0056", "AZU-0043"],
  fixText: ({ type, path }) => FIXES[type] ?? `Set \`${path}\`.`,
  checks: {
    "kubernetes:core/v1:Namespace": namespace,
    [POLICY]: (policy: Resource<NetworkPolicyArgs>) =>
      faultIf(opensAll(policy as Resource), "spec.ingress", "lets everybody come to every pod of the namespace"),
    "aws:eks/addon:Addon": addon,
    "gcp:container/cluster:Cluster": gke,
    "azure-native:containerservice:ManagedCluster": aks,
  },
};

const FIXES: Readonly<Record<string, string>> = {
  "kubernetes:core/v1:Namespace":
    "Add a NetworkPolicy in this namespace with `podSelector: {}`, `policyTypes: [Ingress, Egress]` and no `ingress`.",
  [POLICY]: "Name who may come in `spec.ingress[].from`, or select the pods that are open in `spec.podSelector`.",
  "aws:eks/addon:Addon": 'Set `configurationValues` to JSON with `"enableNetworkPolicy": "true"`.',
  "gcp:container/cluster:Cluster":
    "Set `datapathProvider: ADVANCED_DATAPATH`; an existing cluster takes `networkPolicy.enabled: true`.",
  "azure-native:containerservice:ManagedCluster":
    "Set `networkProfile.networkPolicy: cilium` with `networkProfile.networkDataplane: cilium`.",
};
