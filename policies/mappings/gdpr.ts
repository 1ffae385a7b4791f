import type { Framework } from "./mapping.ts";

/** Articles that resources of a program can show; consent, information and rights of people are beyond it. */
export const GDPR: Framework = {
  id: "gdpr",
  name: "GDPR",
  version: "(EU) 2016/679",
  reference: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  note: "Which rule shows which article is an interpretation. A passing rule is evidence, not compliance.",
  controls: [
    { id: "5(1)(b)", title: "Data is used for its purpose only", rules: ["no-prod-data-in-nonprod"] },
    { id: "5(1)(c)", title: "No more data than needed", rules: ["no-payload-logging", "no-prod-data-in-nonprod"] },
    {
      id: "5(1)(e)",
      title: "Data ends",
      rules: ["backup-retention-bounded", "erasure-not-blocked", "log-retention-bounded", "personal-data-retention"],
    },
    {
      id: "5(1)(f)",
      title: "Integrity and confidentiality",
      rules: ["data-residency-allowed-regions", "no-public-path-to-data", "object-storage-not-public"],
    },
    {
      id: "5(2)",
      title: "Accountability",
      rules: ["audit-log-immutable", "data-access-logged", "data-classified", "log-retention-bounded"],
    },
    { id: "6", title: "A lawful basis is named", rules: ["ropa-tags-complete"] },
    {
      id: "17",
      title: "Data can be erased",
      rules: ["backup-retention-bounded", "erasure-not-blocked", "key-scope-per-classification"],
    },
    { id: "24", title: "Somebody answers for it", rules: ["data-classified"] },
    {
      id: "25",
      title: "Protection by design",
      rules: [
        "key-scope-per-classification",
        "log-data-masking",
        "no-payload-logging",
        "no-prod-data-in-nonprod",
        "query-results-protected",
      ],
    },
    { id: "25(2)", title: "Protection by default", rules: ["lake-no-open-defaults"] },
    {
      id: "28",
      title: "Processors are chosen and bound",
      rules: ["no-external-data-sharing", "no-third-country-telemetry", "processor-register"],
    },
    {
      id: "30(1)",
      title: "Records of processing",
      rules: ["data-access-logged", "data-classified", "data-discovery-on-lake", "ropa-tags-complete"],
    },
    { id: "30(2)", title: "Records of processors", rules: ["processor-register"] },
    {
      id: "32(1)(a)",
      title: "Encryption and pseudonymisation",
      rules: [
        "cmk-for-personal-data",
        "encryption-at-rest",
        "key-scope-per-classification",
        "no-plaintext-transport",
        "query-results-protected",
        "tls-minimum-1-2",
      ],
    },
    {
      id: "32(1)(b)",
      title: "Lasting confidentiality and availability",
      rules: ["database-not-public", "egress-restricted", "log-data-masking", "multi-az-prod"],
    },
    {
      id: "32(1)(c)",
      title: "Data comes back after an incident",
      rules: ["backup-isolated-and-locked", "deletion-protection", "pitr-and-backups", "versioning-critical"],
    },
    {
      id: "33",
      title: "A breach is noticed in time (72 h)",
      rules: ["breach-alerting-wired", "data-access-logged", "threat-detection-on"],
    },
    { id: "33(5)", title: "A breach is documented", rules: ["audit-log-immutable"] },
    { id: "34(3)(a)", title: "Lost data cannot be read", rules: ["cmk-for-personal-data"] },
    { id: "35", title: "Risks are known before", rules: ["data-discovery-on-lake"] },
    {
      id: "44",
      title: "No transfer without a ground",
      rules: [
        "data-residency-allowed-regions",
        "messages-persist-in-region",
        "no-external-data-sharing",
        "no-third-country-telemetry",
        "replicas-stay-in-region",
      ],
    },
    {
      id: "45",
      title: "Transfers on an adequacy decision",
      rules: ["data-residency-allowed-regions", "no-third-country-telemetry", "replicas-stay-in-region"],
    },
    {
      id: "46",
      title: "Transfers under safeguards",
      rules: ["data-residency-allowed-regions", "no-third-country-telemetry", "replicas-stay-in-region"],
    },
    { id: "12-15", title: "People are informed, and get a copy", rules: [] },
    { id: "37-39", title: "A data protection officer", rules: [] },
  ],
};
