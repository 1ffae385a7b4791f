import { type Framework, on, uncovered } from "./mapping.ts";

/** Ids only: the text is the center's. */
export const CIS_EKS: Framework = {
  id: "cis-eks",
  name: "CIS Amazon Elastic Kubernetes Service Benchmark",
  version: "1.4.0",
  reference: "https://www.cisecurity.org/benchmark/kubernetes",
  note: "Sections 3 and 4 are about nodes and objects in the cluster: see the Kubernetes benchmark.",
  provider: "aws:",
  controls: [
    { id: "2.1.1", rules: ["k8s-control-plane-audit"] },
    { id: "5.1.1", rules: [on("registry-scanning", "aws:ecr/")] },
    { id: "5.2.1", rules: ["workload-identity-required"] },
    { id: "5.3.1", rules: [on("cmk-for-personal-data", "aws:eks/")] },
    { id: "5.4.1", rules: ["k8s-api-endpoint-private"] },
    { id: "5.4.4", rules: ["k8s-default-deny-network"] },
    { id: "5.5.1", rules: ["cluster-central-identity"] },
    ...uncovered("5.1.2-4", "5.4.2-3", "5.4.5"),
  ],
};
