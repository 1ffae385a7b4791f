import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { decide, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";

const NAMESPACE = "kubernetes:core/v1:Namespace";
const LABEL = "pod-security.kubernetes.io/enforce";
const LEVELS: Readonly<Record<string, Verdict | string>> = {
  baseline: PASS,
  restricted: PASS,
  privileged: "is privileged, which keeps nothing out",
};

function judge(own: Resource<NamespaceArgs>): Verdict {
  const name = own.text("metadata.name");
  if (name.state === "known" && name.value.startsWith("kube-")) return notApplicable("belongs to the cluster itself");
  const label = own.bag("metadata.labels").under(LABEL).itself();
  const verdict = decide(label, {
    known: (level) => LEVELS[level] ?? notCovered(label.path, `is ${level}, which is not known`),
    absent: "is not set; any pod may run here",
  });
  return verdict.word === "fail" && name.state === "unknown" ? undetermined(name) : verdict;
}

export const k8sPsaLabel: Rule = {
  id: "k8s-psa-label",
  packs: ["zero-trust"],
  title: "Namespaces keep out pods that are too strong",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "Without an enforced level, whoever may create a pod may create one that owns its node.",
  equivalents: ["kyverno:psa"],
  fixText: () => `Set the label \`${LABEL}: restricted\`, or \`baseline\` where a pod needs more.`,
  inPlace: [NAMESPACE],
  checks: { [NAMESPACE]: judge },
};
