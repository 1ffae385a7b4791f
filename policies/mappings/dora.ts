import type { Framework } from "./mapping.ts";

/** Articles that resources of a program can show. */
export const DORA: Framework = {
  id: "dora",
  name: "DORA",
  version: "(EU) 2022/2554",
  reference: "https://eur-lex.europa.eu/eli/reg/2022/2554/oj",
  note: "Which rule shows which article is an interpretation.",
  controls: [
    { id: "8", title: "Assets and what depends on them are known", rules: ["data-classified", "provider-pinned"] },
    {
      id: "9(2)",
      title: "Availability, integrity and confidentiality of data",
      rules: ["async-dlq-required", "encryption-at-rest", "no-plaintext-transport", "queue-timeout-coherent"],
    },
    {
      id: "9(3)",
      title: "Means of transfer are secure, and data is not lost or corrupted",
      rules: ["istio-discovery-keeps-root", "istio-mtls-strict", "no-public-path-to-data", "tls-minimum-1-2"],
    },
    {
      id: "9(4)(c)",
      title: "Access is limited to what is needed",
      rules: [
        "database-not-public",
        "iam-no-admin-star",
        "iam-no-privilege-escalation",
        "iam-trust-policy-bounded",
        "object-storage-not-public",
        "resource-policy-not-public",
      ],
    },
    {
      id: "9(4)(d)",
      title: "Strong authentication, and protected keys",
      rules: ["endpoint-authn-required", "kms-key-rotation", "no-long-lived-cloud-keys", "no-plaintext-secrets"],
    },
    {
      id: "9(4)(e)",
      title: "Changes are controlled",
      rules: ["ignore-changes-hides-control", "image-pinned-trusted", "opaque-deployment-inspected"],
    },
    {
      id: "10",
      title: "Anomalies are detected",
      rules: [
        "alarms-have-actions",
        "breach-alerting-wired",
        "cloud-audit-log-on",
        "k8s-probes",
        "threat-detection-on",
      ],
    },
    {
      id: "11",
      title: "The business goes on",
      rules: [
        "async-dlq-required",
        "connected-ranges-apart",
        "dr-copy-in-allowed-region",
        "istio-failover-ejects",
        "istio-gateway-deny-excepted",
        "istio-networks-apart",
        "istio-routes-everywhere",
        "k8s-availability",
        "multi-az-prod",
        "private-api-reachable",
      ],
    },
    {
      id: "12",
      title: "Backup and recovery",
      rules: [
        "backup-isolated-and-locked",
        "deletion-protection",
        "dr-copy-in-allowed-region",
        "pitr-and-backups",
        "versioning-critical",
      ],
    },
    { id: "28(8)", title: "There is a way out of a provider", rules: ["exit-plan-for-proprietary"] },
    { id: "28(3)", title: "Third parties are registered", rules: ["no-external-data-sharing", "processor-register"] },
    {
      id: "30(2)(b)",
      title: "Where data is processed is agreed",
      rules: ["data-residency-allowed-regions", "replicas-stay-in-region"],
    },
    { id: "5", title: "The management answers for it", rules: [] },
    { id: "17-19", title: "Incidents are classified and reported", rules: [] },
    { id: "24-27", title: "Resilience is tested", rules: [] },
  ],
};
