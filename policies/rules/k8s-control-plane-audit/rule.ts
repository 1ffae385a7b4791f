import type { ClusterArgs as EksArgs } from "@pulumi/aws/eks/cluster.js";
import type { ClusterArgs as GkeArgs } from "@pulumi/gcp/container/cluster.js";
import { listed } from "../../core/expected.ts";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { every, PASS, undetermined, type Verdict } from "../../core/verdict.ts";

const EKS = "aws:eks/cluster:Cluster";
const GKE = "gcp:container/cluster:Cluster";
const AKS = "azure-native:containerservice:ManagedCluster";
const SETTING = "azure-native:monitor:DiagnosticSetting";

const among = (words: readonly Read<string>[], wanted: string): Truth =>
  anyOf(words.map((word) => holds(word, (own) => own === wanted)));

/** Each wanted log is in the list; a list that is not there has its documented default. */
function all(path: string, words: readonly Read<string>[], wanted: readonly string[], absent: boolean): Verdict {
  const missing = wanted.filter((word) => among(words, word) === false);
  const what = absent ? `is not set; default is without ${missing.join(", ")}` : `leaves out ${missing.join(", ")}`;
  return faultIf(not(allOf(wanted.map((word) => among(words, word)))), path, what);
}

function eks(cluster: Resource<EksArgs>): Verdict {
  const path = "enabledClusterLogTypes";
  return all(path, listed(cluster, path), ["api", "audit", "authenticator"], cluster.read(path).state === "absent");
}

/** Admin activity is logged by Google whatever is said; system and API server logs are chosen. */
function gke(cluster: Resource<GkeArgs>): readonly Verdict[] {
  const service = holds(cluster.text("loggingService"), (name) => name === "none");
  const path = "loggingConfig.enableComponents";
  const words = listed(cluster, path);
  const chosen =
    cluster.list(path).state === "absent" ? PASS : all(path, words, ["SYSTEM_COMPONENTS", "APISERVER"], false);
  return every([faultIf(service, "loggingService", "is none"), chosen]);
}

function sends(setting: Resource, wanted: RegExp): Truth {
  const logs = setting.list("logs");
  if (logs.state !== "known") return logs.state === "unknown" && logs;
  return anyOf(
    logs.value.map((log) =>
      allOf([
        holds(log.flag("enabled"), (on) => on),
        anyOf([
          holds(log.text("category"), (category) => wanted.test(category)),
          holds(log.text("categoryGroup"), (group) => /^(allLogs|audit)$/i.test(group)),
        ]),
      ]),
    ),
  );
}

const aks: GraphCheck = (cluster, { graph }) => {
  const { sure, maybe } = graph.attached(cluster, { type: SETTING, key: "resourceUri", name: "id" });
  const sent = anyOf(sure.map((setting) => sends(setting, /^kube-audit(-admin)?$/i)));
  const [open] = maybe;
  if (open !== undefined && sent === false) return undetermined({ state: "unknown", path: `${open.name}.resourceUri` });
  return faultIf(not(sent), "", "has no diagnostic setting that sends kube-audit or kube-audit-admin");
};

export const k8sControlPlaneAudit: Rule = {
  id: "k8s-control-plane-audit",
  packs: ["zero-trust"],
  title: "Control planes of clusters send their audit logs",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "Without the API server's audit log nobody sees who read a secret or started a privileged pod.",
  equivalents: ["CKV_AWS_37", "CKV_GCP_1", "CKV_AZURE_4", "AWS-0038", "AZU-0040"],
  fixText: ({ type, path }) => {
    if (type === EKS) return 'Set `enabledClusterLogTypes: ["api", "audit", "authenticator"]`.';
    if (type === AKS)
      return "Add a DiagnosticSetting of the cluster with `category: kube-audit-admin` and `enabled: true`.";
    if (path === "loggingService") return "Leave `loggingService` out.";
    return 'Set `loggingConfig.enableComponents: ["SYSTEM_COMPONENTS", "APISERVER"]`, with WORKLOADS where wanted.';
  },
  inPlace: [EKS, GKE],
  checks: { [EKS]: eks, [GKE]: gke, [AKS]: aks },
};
