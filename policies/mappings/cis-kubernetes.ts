import { type Framework, on, uncovered } from "./mapping.ts";

/** Ids only: the text is the center's. */
export const CIS_KUBERNETES: Framework = {
  id: "cis-kubernetes",
  name: "CIS Kubernetes Benchmark",
  version: "1.12.0",
  reference: "https://www.cisecurity.org/benchmark/kubernetes",
  note: "On managed clusters the control plane and the nodes (1, 2 and 4) are the cloud's matter.",
  controls: [
    { id: "3.2.1", rules: ["k8s-control-plane-audit"] },
    { id: "5.1.1", rules: [on("iam-no-admin-star", "kubernetes:")] },
    { id: "5.1.3", rules: ["k8s-rbac-no-wildcards"] },
    { id: "5.1.5", rules: ["k8s-no-default-sa-token"] },
    { id: "5.1.6", rules: ["k8s-no-default-sa-token"] },
    { id: "5.1.7", rules: ["k8s-rbac-no-wildcards"] },
    { id: "5.1.8", rules: [on("iam-no-privilege-escalation", "kubernetes:")] },
    { id: "5.2.1", rules: ["k8s-psa-label"] },
    ...["5.2.2", "5.2.3", "5.2.4", "5.2.5", "5.2.6", "5.2.7", "5.2.8", "5.2.9", "5.2.10", "5.2.11", "5.2.12"].map(
      (id) => ({
        id,
        rules: ["k8s-restricted-pods"],
      }),
    ),
    { id: "5.3.1", rules: [on("k8s-default-deny-network", "aws:", "gcp:", "azure-native:")] },
    { id: "5.3.2", rules: [on("k8s-default-deny-network", "kubernetes:")] },
    { id: "5.4.1", rules: [on("no-plaintext-secrets", "kubernetes:")] },
    { id: "5.6.2", rules: ["k8s-restricted-pods"] },
    { id: "5.6.3", rules: ["k8s-restricted-pods"] },
    ...uncovered("1.1.1-21", "1.2.1-30", "1.3.1-7", "1.4.1-2", "2.1-7", "3.1.1-3", "3.2.2", "4.1.1-10", "4.2.1-14"),
    ...uncovered("4.3.1", "5.1.2", "5.1.4", "5.1.9-13", "5.4.2", "5.5.1", "5.6.1", "5.6.4"),
  ],
};
