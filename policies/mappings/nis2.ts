import type { Framework } from "./mapping.ts";

/** Article 21(2): measures that resources of a program can show. */
export const NIS2: Framework = {
  id: "nis2",
  name: "NIS2",
  version: "(EU) 2022/2555",
  reference: "https://eur-lex.europa.eu/eli/dir/2022/2555/oj",
  note: "Which rule shows which measure is an interpretation; national law transposes the directive.",
  controls: [
    { id: "21(2)(a)", title: "Risks are analysed", rules: ["data-classified", "threat-detection-on"] },
    {
      id: "21(2)(b)",
      title: "Incidents are handled",
      rules: [
        "alarms-have-actions",
        "audit-log-immutable",
        "breach-alerting-wired",
        "cloud-audit-log-on",
        "network-flow-logs",
      ],
    },
    {
      id: "21(2)(c)",
      title: "The business goes on, from back-ups where it must",
      rules: [
        "async-dlq-required",
        "backup-isolated-and-locked",
        "connected-ranges-apart",
        "deletion-protection",
        "dr-copy-in-allowed-region",
        "istio-failover-ejects",
        "istio-gateway-deny-excepted",
        "istio-networks-apart",
        "istio-routes-everywhere",
        "multi-az-prod",
        "pitr-and-backups",
        "private-api-reachable",
      ],
    },
    {
      id: "21(2)(d)",
      title: "The supply chain is secure",
      rules: ["image-pinned-trusted", "processor-register", "provider-pinned", "registry-scanning"],
    },
    {
      id: "21(2)(e)",
      title: "Systems are maintained, and their faults mended",
      rules: ["hardened-nodes", "k8s-restricted-pods", "no-extended-support", "supported-runtimes"],
    },
    { id: "21(2)(f)", title: "Measures are checked", rules: ["ignore-changes-hides-control"] },
    {
      id: "21(2)(g)",
      title: "Basic hygiene",
      rules: ["no-default-network", "no-open-ingress-sensitive-ports", "no-public-compute-ip"],
    },
    {
      id: "21(2)(h)",
      title: "Cryptography",
      rules: [
        "cmk-for-personal-data",
        "encryption-at-rest",
        "istio-discovery-keeps-root",
        "istio-mtls-strict",
        "istio-one-root",
        "kms-key-rotation",
        "no-plaintext-transport",
        "tls-minimum-1-2",
      ],
    },
    {
      id: "21(2)(i)",
      title: "Access control and assets",
      rules: [
        "database-not-public",
        "iam-no-admin-star",
        "iam-no-privilege-escalation",
        "k8s-rbac-no-wildcards",
        "no-public-path-to-data",
        "object-storage-not-public",
        "resource-policy-not-public",
      ],
    },
    {
      id: "21(2)(j)",
      title: "Strong authentication",
      rules: [
        "cluster-central-identity",
        "endpoint-authn-required",
        "iam-trust-policy-bounded",
        "no-long-lived-cloud-keys",
        "paas-local-auth-disabled",
        "workload-identity-required",
      ],
    },
    { id: "20", title: "The management answers for it, and is trained", rules: [] },
    { id: "23", title: "Incidents are reported within 24 h and 72 h", rules: [] },
  ],
};
