import type { Framework } from "./mapping.ts";

/** Section 404 names no technical control: these are the general controls of IT that its auditors look at. */
export const SOX: Framework = {
  id: "sox",
  name: "SOX IT general controls",
  version: "Section 404",
  reference: "https://pcaobus.org/oversight/standards/auditing-standards/details/AS2201",
  note: "An interpretation: the law names no technical control, and the names of these are ours.",
  controls: [
    {
      id: "access.privileged",
      title: "Privileged access is restricted",
      rules: [
        "iam-no-admin-star",
        "iam-no-privilege-escalation",
        "iam-no-star-resource-on-write",
        "iam-permissions-boundary",
        "k8s-rbac-no-wildcards",
      ],
    },
    {
      id: "access.authentication",
      title: "Who comes is known",
      rules: [
        "cluster-central-identity",
        "endpoint-authn-required",
        "iam-trust-policy-bounded",
        "no-long-lived-cloud-keys",
        "paas-local-auth-disabled",
        "workload-identity-required",
      ],
    },
    {
      id: "access.provisioning",
      title: "Rights are given by role, to one identity each",
      rules: ["iam-user-no-direct-policy", "k8s-no-default-sa-token", "one-identity-per-workload"],
    },
    {
      id: "access.data",
      title: "Financial data is reached through the application only",
      rules: [
        "database-not-public",
        "no-external-data-sharing",
        "no-public-path-to-data",
        "object-storage-not-public",
        "resource-policy-not-public",
      ],
    },
    {
      id: "access.secrets",
      title: "Credentials are kept, and changed",
      rules: ["kms-key-rotation", "no-plaintext-secrets", "secret-and-key-expiry"],
    },
    {
      id: "change.integrity",
      title: "What runs is what was approved",
      rules: ["image-pinned-trusted", "opaque-deployment-inspected", "provider-pinned", "registry-scanning"],
    },
    {
      id: "change.bypass",
      title: "A control cannot be switched off past the change process",
      rules: ["deletion-protection", "ignore-changes-hides-control"],
    },
    { id: "change.segregation", title: "Production data stays in production", rules: ["no-prod-data-in-nonprod"] },
    {
      id: "operations.logging",
      title: "What was done can be shown, and cannot be changed",
      rules: [
        "audit-log-immutable",
        "cloud-audit-log-on",
        "data-access-logged",
        "k8s-control-plane-audit",
        "log-retention-bounded",
      ],
    },
    {
      id: "operations.monitoring",
      title: "Faults and attacks are noticed",
      rules: ["alarms-have-actions", "breach-alerting-wired", "threat-detection-on"],
    },
    {
      id: "operations.backup",
      title: "Data comes back",
      rules: ["backup-isolated-and-locked", "dr-copy-in-allowed-region", "pitr-and-backups", "versioning-critical"],
    },
    {
      id: "operations.processing",
      title: "Jobs end, or somebody hears of it",
      rules: ["async-dlq-required", "k8s-probes", "queue-timeout-coherent"],
    },
    { id: "access.review", title: "Rights are reviewed", rules: [] },
    { id: "change.approval", title: "Changes are tested and approved", rules: [] },
  ],
};
