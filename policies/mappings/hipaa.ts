import type { Framework } from "./mapping.ts";

/** The Security Rule: safeguards that resources of a program can show. */
export const HIPAA: Framework = {
  id: "hipaa",
  name: "HIPAA Security Rule",
  version: "45 CFR 164 C",
  reference: "https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C",
  note: "Which rule shows which safeguard is an interpretation. Where health data lies is what the class tag says.",
  controls: [
    { id: "164.308(a)(1)(ii)(A)", title: "Risks are analysed", rules: ["data-classified", "data-discovery-on-lake"] },
    {
      id: "164.308(a)(1)(ii)(D)",
      title: "Activity is reviewed",
      rules: ["cloud-audit-log-on", "data-access-logged", "k8s-control-plane-audit"],
    },
    {
      id: "164.308(a)(3)(i)",
      title: "Only those who need it have access",
      rules: ["iam-no-admin-star", "iam-no-star-resource-on-write", "object-storage-not-public"],
    },
    {
      id: "164.308(a)(4)(i)",
      title: "Access is managed",
      rules: [
        "iam-no-privilege-escalation",
        "iam-trust-policy-bounded",
        "iam-user-no-direct-policy",
        "k8s-rbac-no-wildcards",
        "resource-policy-not-public",
      ],
    },
    {
      id: "164.308(a)(5)(ii)(B)",
      title: "Malicious software is noticed",
      rules: ["registry-scanning", "threat-detection-on"],
    },
    {
      id: "164.308(a)(5)(ii)(D)",
      title: "Passwords are managed",
      rules: ["no-plaintext-secrets", "secret-and-key-expiry"],
    },
    {
      id: "164.308(a)(6)(ii)",
      title: "Incidents are found and answered",
      rules: ["alarms-have-actions", "breach-alerting-wired", "threat-detection-on"],
    },
    {
      id: "164.308(a)(7)(ii)(A)",
      title: "Data is backed up",
      rules: ["backup-isolated-and-locked", "pitr-and-backups", "versioning-critical"],
    },
    {
      id: "164.308(a)(7)(ii)(B)",
      title: "Data comes back after a disaster",
      rules: ["deletion-protection", "dr-copy-in-allowed-region", "multi-az-prod"],
    },
    {
      id: "164.308(b)(1)",
      title: "Business associates are bound",
      rules: ["no-external-data-sharing", "processor-register"],
    },
    {
      id: "164.312(a)(1)",
      title: "Access control",
      rules: [
        "database-not-public",
        "endpoint-authn-required",
        "k8s-api-endpoint-private",
        "no-open-ingress-sensitive-ports",
        "no-public-path-to-data",
        "paas-private-endpoint",
      ],
    },
    {
      id: "164.312(a)(2)(i)",
      title: "Everybody has an identity of their own",
      rules: ["cluster-central-identity", "no-long-lived-cloud-keys", "one-identity-per-workload"],
    },
    {
      id: "164.312(a)(2)(iv)",
      title: "Data is encrypted at rest",
      rules: ["cmk-for-personal-data", "encryption-at-rest", "kms-key-rotation", "query-results-protected"],
    },
    {
      id: "164.312(b)",
      title: "Audit controls",
      rules: [
        "cloud-audit-log-on",
        "data-access-logged",
        "edge-access-logs",
        "log-retention-bounded",
        "network-flow-logs",
      ],
    },
    {
      id: "164.312(c)(1)",
      title: "Data is not changed or destroyed by mistake",
      rules: ["audit-log-immutable", "deletion-protection", "versioning-critical"],
    },
    {
      id: "164.312(d)",
      title: "Who comes is who they say",
      rules: ["iam-trust-policy-bounded", "imdsv2-required", "paas-local-auth-disabled", "workload-identity-required"],
    },
    {
      id: "164.312(e)(1)",
      title: "Data is guarded on its way",
      rules: ["istio-mtls-strict", "no-plaintext-transport", "tls-minimum-1-2"],
    },
    {
      id: "164.312(e)(2)(ii)",
      title: "Data is encrypted on its way",
      rules: ["istio-mtls-strict", "no-plaintext-transport", "tls-minimum-1-2"],
    },
    { id: "164.308(a)(5)(i)", title: "People are trained", rules: [] },
    { id: "164.310", title: "Buildings, workplaces and devices", rules: [] },
    { id: "164.312(a)(2)(ii)", title: "Access in an emergency", rules: [] },
    { id: "164.312(a)(2)(iii)", title: "Sessions end by themselves", rules: [] },
    { id: "164.316", title: "Policies are written down", rules: [] },
  ],
};
