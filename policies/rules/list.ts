import type { Rule } from "../core/rule.ts";
import { alarmsHaveActions } from "./alarms-have-actions/rule.ts";
import { armFirst } from "./arm-first/rule.ts";
import { asyncDlqRequired } from "./async-dlq-required/rule.ts";
import { autoscalingCeiling } from "./autoscaling-ceiling/rule.ts";
import { backupRetentionBounded } from "./backup-retention-bounded/rule.ts";
import { budgetAndAnomalyAlert } from "./budget-and-anomaly-alert/rule.ts";
import { cmkForPersonalData } from "./cmk-for-personal-data/rule.ts";
import { dataAccessLogged } from "./data-access-logged/rule.ts";
import { dataClassified } from "./data-classified/rule.ts";
import { dataResidencyAllowedRegions } from "./data-residency-allowed-regions/rule.ts";
import { deletionProtection } from "./deletion-protection/rule.ts";
import { encryptionAtRest } from "./encryption-at-rest/rule.ts";
import { erasureNotBlocked } from "./erasure-not-blocked/rule.ts";
import { iamNoAdminStar } from "./iam-no-admin-star/rule.ts";
import { iamTrustPolicyBounded } from "./iam-trust-policy-bounded/rule.ts";
import { idlePublicIp } from "./idle-public-ip/rule.ts";
import { instanceSizeCeiling } from "./instance-size-ceiling/rule.ts";
import { k8sRestrictedPods } from "./k8s-restricted-pods/rule.ts";
import { lakeNoOpenDefaults } from "./lake-no-open-defaults/rule.ts";
import { logRetentionBounded } from "./log-retention-bounded/rule.ts";
import { messagesPersistInRegion } from "./messages-persist-in-region/rule.ts";
import { modernVolumeTypes } from "./modern-volume-types/rule.ts";
import { multiAzProd } from "./multi-az-prod/rule.ts";
import { natEgressTrap } from "./nat-egress-trap/rule.ts";
import { noExtendedSupport } from "./no-extended-support/rule.ts";
import { noExternalDataSharing } from "./no-external-data-sharing/rule.ts";
import { noLongLivedCloudKeys } from "./no-long-lived-cloud-keys/rule.ts";
import { noOpenIngressSensitivePorts } from "./no-open-ingress-sensitive-ports/rule.ts";
import { noPayloadLogging } from "./no-payload-logging/rule.ts";
import { objectLifecycle } from "./object-lifecycle/rule.ts";
import { objectStorageNotPublic } from "./object-storage-not-public/rule.ts";
import { paasLocalAuthDisabled } from "./paas-local-auth-disabled/rule.ts";
import { personalDataRetention } from "./personal-data-retention/rule.ts";
import { pitrAndBackups } from "./pitr-and-backups/rule.ts";
import { queryResultsProtected } from "./query-results-protected/rule.ts";
import { queueTimeoutCoherent } from "./queue-timeout-coherent/rule.ts";
import { replicasStayInRegion } from "./replicas-stay-in-region/rule.ts";
import { requiredCostTags } from "./required-cost-tags/rule.ts";
import { resourcePolicyNotPublic } from "./resource-policy-not-public/rule.ts";
import { ropaTagsComplete } from "./ropa-tags-complete/rule.ts";
import { serverlessNotPrewarmedNonprod } from "./serverless-not-prewarmed-nonprod/rule.ts";
import { supportedRuntimes } from "./supported-runtimes/rule.ts";
import { tlsMinimum12 } from "./tls-minimum-1-2/rule.ts";
import { versioningCritical } from "./versioning-critical/rule.ts";

/** Every rule there is, by name. Written by `npm run fix` from the folders beside it. */
export const rules: readonly Rule[] = [
  alarmsHaveActions,
  armFirst,
  asyncDlqRequired,
  autoscalingCeiling,
  backupRetentionBounded,
  budgetAndAnomalyAlert,
  cmkForPersonalData,
  dataAccessLogged,
  dataClassified,
  dataResidencyAllowedRegions,
  deletionProtection,
  encryptionAtRest,
  erasureNotBlocked,
  iamNoAdminStar,
  iamTrustPolicyBounded,
  idlePublicIp,
  instanceSizeCeiling,
  k8sRestrictedPods,
  lakeNoOpenDefaults,
  logRetentionBounded,
  messagesPersistInRegion,
  modernVolumeTypes,
  multiAzProd,
  natEgressTrap,
  noExtendedSupport,
  noExternalDataSharing,
  noLongLivedCloudKeys,
  noOpenIngressSensitivePorts,
  noPayloadLogging,
  objectLifecycle,
  objectStorageNotPublic,
  paasLocalAuthDisabled,
  personalDataRetention,
  pitrAndBackups,
  queryResultsProtected,
  queueTimeoutCoherent,
  replicasStayInRegion,
  requiredCostTags,
  resourcePolicyNotPublic,
  ropaTagsComplete,
  serverlessNotPrewarmedNonprod,
  supportedRuntimes,
  tlsMinimum12,
  versioningCritical,
];
