// Karmada 1.18, as its API server takes them; Cluster is served by the aggregated one and has no CRD
import type {
  LabelSelector,
  MetricSpec,
  NodeSelectorRequirement,
  ScalingBehavior,
  Taint,
  Toleration,
} from "./shared.ts";

export interface KarmadaKinds {
  "apps.karmada.io/v1alpha1/WorkloadRebalancer": { spec: Rebalancing };
  "autoscaling.karmada.io/v1alpha1/CronFederatedHPA": { spec: CronScaling };
  "autoscaling.karmada.io/v1alpha1/FederatedHPA": { spec: Scaling };
  "cluster.karmada.io/v1alpha1/Cluster": { spec: Member };
  "config.karmada.io/v1alpha1/ResourceInterpreterCustomization": { spec: Interpretation };
  "networking.karmada.io/v1alpha1/MultiClusterService": { spec: Exposure };
  "policy.karmada.io/v1alpha1/ClusterOverridePolicy": { spec: Overriding };
  "policy.karmada.io/v1alpha1/ClusterPropagationPolicy": { spec: Propagation };
  "policy.karmada.io/v1alpha1/ClusterTaintPolicy": { spec: Tainting };
  "policy.karmada.io/v1alpha1/FederatedResourceQuota": { spec: Quota };
  "policy.karmada.io/v1alpha1/OverridePolicy": { spec: Overriding };
  "policy.karmada.io/v1alpha1/PropagationPolicy": { spec: Propagation };
}

interface Member {
  syncMode: "Push" | "Pull";
  id?: string;
  apiEndpoint?: string;
  secretRef?: NamespacedName;
  impersonatorSecretRef?: NamespacedName;
  insecureSkipTLSVerification?: boolean;
  proxyURL?: string;
  proxyHeader?: Record<string, string>;
  provider?: string;
  region?: string;
  zone?: string;
  zones?: string[];
  taints?: Taint[];
  resourceModels?: { grade: number; ranges: { name: string; min: number | string; max: number | string }[] }[];
}
interface NamespacedName {
  namespace: string;
  name: string;
}

interface Propagation {
  resourceSelectors: ResourceSelector[];
  placement?: Placement;
  association?: boolean;
  propagateDeps?: boolean;
  priority?: number;
  preemption?: "Always" | "Never";
  dependentOverrides?: string[];
  schedulerName?: string;
  failover?: Failover;
  conflictResolution?: "Abort" | "Overwrite";
  activationPreference?: "Lazy";
  suspension?: { dispatching?: boolean; dispatchingOnClusters?: { clusterNames?: string[] } };
  preserveResourcesOnDeletion?: boolean;
  schedulePriority?: { priorityClassSource: "KubePriorityClass"; priorityClassName: string };
}
interface ResourceSelector {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name?: string;
  labelSelector?: LabelSelector;
}
interface Placement {
  clusterAffinity?: ClusterAffinity;
  clusterAffinities?: NamedAffinity[];
  clusterTolerations?: Toleration[];
  spreadConstraints?: SpreadConstraint[];
  replicaScheduling?: ReplicaScheduling;
  workloadAffinity?: { affinity?: { groupByLabelKey: string }; antiAffinity?: { groupByLabelKey: string } };
}
interface ClusterAffinity {
  labelSelector?: LabelSelector;
  fieldSelector?: { matchExpressions?: NodeSelectorRequirement[] };
  clusterNames?: string[];
  exclude?: string[];
}
interface OverflowAffinity extends ClusterAffinity {
  affinityName: string;
}
interface NamedAffinity extends OverflowAffinity {
  overflowAffinities?: OverflowAffinity[];
}
interface SpreadConstraint {
  spreadByField?: "cluster" | "region" | "zone" | "provider";
  spreadByLabel?: string;
  minGroups?: number;
  maxGroups?: number;
}
interface ReplicaScheduling {
  replicaSchedulingType?: "Duplicated" | "Divided";
  replicaDivisionPreference?: "Aggregated" | "Weighted";
  weightPreference?: {
    staticWeightList?: { targetCluster: ClusterAffinity; weight: number }[];
    dynamicWeight?: "AvailableReplicas";
  };
}
interface Failover {
  application?: {
    decisionConditions: { tolerationSeconds?: number };
    purgeMode?: PurgeMode | "Never" | "Immediately" | "Graciously";
    gracePeriodSeconds?: number;
    statePreservation?: StatePreservation;
  };
  cluster?: { purgeMode?: PurgeMode; statePreservation?: StatePreservation };
}
type PurgeMode = "Directly" | "Gracefully";
interface StatePreservation {
  rules: { aliasLabelName: string; jsonPath: string }[];
}

interface Overriding {
  resourceSelectors?: ResourceSelector[];
  overrideRules?: { targetCluster?: ClusterAffinity; overriders: Overriders }[];
  // before there were rules
  targetCluster?: ClusterAffinity;
  overriders?: Overriders;
}
type Operator = "add" | "remove" | "replace";
interface Overriders {
  plaintext?: { path: string; operator: Operator; value?: unknown }[];
  imageOverrider?: {
    predicate?: { path: string };
    component: "Registry" | "Repository" | "Tag";
    operator: Operator;
    value?: string;
  }[];
  commandOverrider?: CommandOverrider[];
  argsOverrider?: CommandOverrider[];
  labelsOverrider?: LabelsOverrider[];
  annotationsOverrider?: LabelsOverrider[];
  fieldOverrider?: { fieldPath: string; json?: Patch[]; yaml?: Patch[] }[];
}
interface CommandOverrider {
  containerName: string;
  operator: "add" | "remove";
  value?: string[];
}
interface LabelsOverrider {
  operator: Operator;
  value: Record<string, string>;
}
interface Patch {
  subPath: string;
  operator: Operator;
  value?: unknown;
}

interface Tainting {
  targetClusters?: ClusterAffinity;
  addOnConditions?: ConditionMatch[];
  removeOnConditions?: ConditionMatch[];
  taints: { key: string; effect: "NoSchedule" | "NoExecute"; value?: string }[];
}
interface ConditionMatch {
  conditionType: string;
  operator: "In" | "NotIn";
  statusValues: ("True" | "False" | "Unknown")[];
}
interface Quota {
  overall: Record<string, number | string>;
  staticAssignments?: { clusterName: string; hard: Record<string, number | string> }[];
}

interface Scaling {
  scaleTargetRef: TargetRef;
  minReplicas?: number;
  maxReplicas: number;
  metrics?: MetricSpec[];
  behavior?: ScalingBehavior;
}
interface TargetRef {
  apiVersion?: string;
  kind: string;
  name: string;
}
interface CronScaling {
  scaleTargetRef: TargetRef;
  rules: {
    name: string;
    schedule: string;
    targetReplicas?: number;
    targetMinReplicas?: number;
    targetMaxReplicas?: number;
    suspend?: boolean;
    timeZone?: string;
    successfulHistoryLimit?: number;
    failedHistoryLimit?: number;
  }[];
}

interface Interpretation {
  target: { apiVersion: string; kind: string };
  customizations: {
    retention?: Script;
    replicaResource?: Script;
    componentResource?: Script;
    replicaRevision?: Script;
    statusReflection?: Script;
    statusAggregation?: Script;
    healthInterpretation?: Script;
    dependencyInterpretation?: Script;
  };
}
interface Script {
  luaScript: string;
}
interface Exposure {
  types: ("CrossCluster" | "LoadBalancer")[];
  ports?: { name?: string; port: number }[];
  range?: { clusterNames?: string[] };
  serviceProvisionClusters?: string[];
  serviceConsumptionClusters?: string[];
  providerClusters?: { name: string }[];
  consumerClusters?: { name: string }[];
}
interface Rebalancing {
  workloads: { apiVersion: string; kind: string; name: string; namespace?: string }[];
  ttlSecondsAfterFinished?: number;
}
