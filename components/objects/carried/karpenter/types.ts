// made of schema.json by .config/carry.js: @kubernetes-models/karpenter says where it is from

export interface KarpenterKinds {
  "karpenter.k8s.aws/v1/EC2NodeClass": {
    spec?: EC2NodeClassSpec;
  };
  "karpenter.sh/v1/NodeClaim": {
    spec: NodeClaimSpec;
  };
  "karpenter.sh/v1/NodePool": {
    spec: NodePoolSpec;
  };
}
export interface EC2NodeClassSpec {
  amiFamily?: "AL2" | "AL2023" | "Bottlerocket" | "Custom" | "Windows2019" | "Windows2022" | "Windows2025";
  amiSelectorTerms: AMISelectorTerm[];
  associatePublicIPAddress?: boolean;
  blockDeviceMappings?: BlockDeviceMapping[];
  capacityReservationSelectorTerms?: CapacityReservationSelectorTerm[];
  context?: string;
  detailedMonitoring?: boolean;
  instanceProfile?: string;
  instanceStorePolicy?: "RAID0";
  ipPrefixCount?: number;
  kubelet?: KubeletConfiguration;
  metadataOptions?: MetadataOptions;
  networkInterfaces?: NetworkInterface[];
  placementGroupSelector?: PlacementGroupSelector;
  role?: string;
  securityGroupSelectorTerms: SecurityGroupSelectorTerm[];
  subnetSelectorTerms: SubnetSelectorTerm[];
  tags?: {
    [k: string]: string;
  };
  userData?: string;
}
export interface AMISelectorTerm {
  alias?: string;
  id?: string;
  name?: string;
  owner?: string;
  ssmParameter?: string;
  tags?: {
    [k: string]: string;
  };
}
export interface BlockDeviceMapping {
  deviceName?: string;
  ebs?: BlockDevice;
  rootVolume?: boolean;
}
export interface BlockDevice {
  deleteOnTermination?: boolean;
  encrypted?: boolean;
  iops?: number;
  kmsKeyID?: string;
  snapshotID?: string;
  throughput?: number;
  volumeInitializationRate?: number;
  volumeSize?: string;
  volumeType?: "standard" | "io1" | "io2" | "gp2" | "sc1" | "st1" | "gp3";
}
export interface CapacityReservationSelectorTerm {
  id?: string;
  instanceMatchCriteria?: "open" | "targeted";
  ownerID?: string;
  tags?: {
    [k: string]: string;
  };
}
export interface KubeletConfiguration {
  clusterDNS?: string[];
  cpuCFSQuota?: boolean;
  evictionHard?: {
    [k: string]: string;
  };
  evictionMaxPodGracePeriod?: number;
  evictionSoft?: {
    [k: string]: string;
  };
  evictionSoftGracePeriod?: {
    [k: string]: string;
  };
  imageGCHighThresholdPercent?: number;
  imageGCLowThresholdPercent?: number;
  kubeReserved?: {
    [k: string]: string;
  };
  maxPods?: number;
  podsPerCore?: number;
  systemReserved?: {
    [k: string]: string;
  };
}
export interface MetadataOptions {
  httpEndpoint?: "enabled" | "disabled";
  httpProtocolIPv6?: "enabled" | "disabled";
  httpPutResponseHopLimit?: number;
  httpTokens?: "required" | "optional";
}
export interface NetworkInterface {
  deviceIndex: number;
  interfaceType: string;
  networkCardIndex: number;
}
export interface PlacementGroupSelector {
  id?: string;
  name?: string;
}
export interface SecurityGroupSelectorTerm {
  id?: string;
  name?: string;
  tags?: {
    [k: string]: string;
  };
}
export interface SubnetSelectorTerm {
  id?: string;
  tags?: {
    [k: string]: string;
  };
}
export interface NodeClaimSpec {
  expireAfter?: string;
  nodeClassRef: NodeClassReference;
  requirements: NodeSelectorRequirementWithMinValues[];
  resources?: ResourceRequirements;
  startupTaints?: Taint[];
  taints?: Taint[];
  terminationGracePeriod?: string;
}
export interface NodeClassReference {
  group: string;
  kind: string;
  name: string;
}
export interface NodeSelectorRequirementWithMinValues {
  key: string;
  minValues?: number;
  operator: "DoesNotExist" | "Exists" | "Gt" | "In" | "Lt" | "NotIn";
  values?: string[];
}
export interface ResourceRequirements {
  requests?: {
    [k: string]: number | string;
  };
}
export interface Taint {
  effect: "NoExecute" | "NoSchedule" | "PreferNoSchedule";
  key: string;
  timeAdded?: string;
  value?: string;
}
export interface NodePoolSpec {
  disruption?: Disruption;
  limits?: {
    [k: string]: number | string;
  };
  replicas?: number;
  template: NodeClaimTemplate;
  weight?: number;
}
export interface Disruption {
  budgets?: Budget[];
  consolidateAfter: string;
  consolidationPolicy?: string;
}
export interface Budget {
  duration?: string;
  nodes: string;
  reasons?: ("Underutilized" | "Empty" | "Drifted")[];
  schedule?: string;
}
export interface NodeClaimTemplate {
  metadata?: ObjectMeta_;
  spec: NodeClaimTemplateSpec;
}
export interface ObjectMeta_ {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface NodeClaimTemplateSpec {
  expireAfter?: string;
  nodeClassRef: NodeClassReference;
  requirements: NodeSelectorRequirementWithMinValues[];
  startupTaints?: Taint[];
  taints?: Taint[];
  terminationGracePeriod?: string;
}
