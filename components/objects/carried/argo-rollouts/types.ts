// made of schema.json by .config/carry.js: @kubernetes-models/argo-rollouts says where it is from

export type FieldsV1 = unknown;

export interface ArgoRolloutsKinds {
  "argoproj.io/v1alpha1/AnalysisRun": {
    spec: AnalysisRunSpec;
  };
  "argoproj.io/v1alpha1/AnalysisTemplate": {
    spec: AnalysisTemplateSpec;
  };
  "argoproj.io/v1alpha1/ClusterAnalysisTemplate": {
    spec: AnalysisTemplateSpec;
  };
  "argoproj.io/v1alpha1/Experiment": {
    spec: ExperimentSpec;
  };
  "argoproj.io/v1alpha1/Rollout": {
    spec: RolloutSpec;
  };
}
export interface AnalysisRunSpec {
  args?: Argument[];
  dryRun?: DryRun[];
  measurementRetention?: MeasurementRetention[];
  metrics: Metric[];
  terminate?: boolean;
  ttlStrategy?: TTLStrategy;
}
export interface Argument {
  name: string;
  value?: string;
  valueFrom?: ValueFrom;
}
export interface ValueFrom {
  fieldRef?: FieldRef;
  secretKeyRef?: SecretKeyRef;
}
export interface FieldRef {
  fieldPath: string;
}
export interface SecretKeyRef {
  key: string;
  name: string;
}
export interface DryRun {
  metricName: string;
}
export interface MeasurementRetention {
  limit: number;
  metricName: string;
}
export interface Metric {
  consecutiveErrorLimit?: number | string;
  consecutiveSuccessLimit?: number | string;
  count?: number | string;
  failureCondition?: string;
  failureLimit?: number | string;
  inconclusiveLimit?: number | string;
  initialDelay?: string;
  interval?: string;
  name: string;
  provider: MetricProvider;
  successCondition?: string;
}
export interface MetricProvider {
  cloudWatch?: CloudWatchMetric;
  datadog?: DatadogMetric;
  graphite?: GraphiteMetric;
  influxdb?: InfluxdbMetric;
  job?: JobMetric;
  kayenta?: KayentaMetric;
  newRelic?: NewRelicMetric;
  plugin?: unknown;
  prometheus?: PrometheusMetric;
  skywalking?: SkyWalkingMetric;
  wavefront?: WavefrontMetric;
  web?: WebMetric;
}
export interface CloudWatchMetric {
  interval?: string;
  metricDataQueries: CloudWatchMetricDataQuery[];
}
export interface CloudWatchMetricDataQuery {
  expression?: string;
  id?: string;
  label?: string;
  metricStat?: CloudWatchMetricStat;
  period?: number | string;
  returnData?: boolean;
}
export interface CloudWatchMetricStat {
  metric?: CloudWatchMetricStatMetric;
  period?: number | string;
  stat?: string;
  unit?: string;
}
export interface CloudWatchMetricStatMetric {
  dimensions?: CloudWatchMetricStatMetricDimension[];
  metricName?: string;
  namespace?: string;
}
export interface CloudWatchMetricStatMetricDimension {
  name?: string;
  value?: string;
}
export interface DatadogMetric {
  aggregator?: "avg" | "min" | "max" | "sum" | "last" | "percentile" | "mean" | "l2norm" | "area";
  apiVersion?: "v1" | "v2";
  formula?: string;
  interval?: string;
  queries?: {
    [k: string]: string;
  };
  query?: string;
  secretRef?: SecretRef;
}
export interface SecretRef {
  name?: string;
  namespaced?: boolean;
}
export interface GraphiteMetric {
  address?: string;
  query?: string;
}
export interface InfluxdbMetric {
  profile?: string;
  query?: string;
}
export interface JobMetric {
  metadata?: ObjectMeta;
  spec: JobSpec;
}
export interface ObjectMeta {
  annotations?: {
    [k: string]: string;
  };
  creationTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  deletionTimestamp?: string;
  finalizers?: string[];
  generateName?: string;
  generation?: number;
  labels?: {
    [k: string]: string;
  };
  managedFields?: ManagedFieldsEntry[];
  name?: string;
  namespace?: string;
  ownerReferences?: OwnerReference[];
  resourceVersion?: string;
  selfLink?: string;
  uid?: string;
}
export interface ManagedFieldsEntry {
  apiVersion?: string;
  fieldsType?: string;
  fieldsV1?: FieldsV1;
  manager?: string;
  operation?: string;
  subresource?: string;
  time?: string;
}
export interface OwnerReference {
  apiVersion: string;
  blockOwnerDeletion?: boolean;
  controller?: boolean;
  kind: string;
  name: string;
  uid: string;
}
export interface JobSpec {
  activeDeadlineSeconds?: number;
  backoffLimit?: number;
  backoffLimitPerIndex?: number;
  completionMode?: "Indexed" | "NonIndexed";
  completions?: number;
  managedBy?: string;
  manualSelector?: boolean;
  maxFailedIndexes?: number;
  parallelism?: number;
  podFailurePolicy?: PodFailurePolicy;
  podReplacementPolicy?: "Failed" | "TerminatingOrFailed";
  selector?: LabelSelector;
  successPolicy?: SuccessPolicy;
  suspend?: boolean;
  template: PodTemplateSpec;
  ttlSecondsAfterFinished?: number;
}
export interface PodFailurePolicy {
  rules: PodFailurePolicyRule[];
}
export interface PodFailurePolicyRule {
  action: "Count" | "FailIndex" | "FailJob" | "Ignore";
  onExitCodes?: PodFailurePolicyOnExitCodesRequirement;
  onPodConditions?: PodFailurePolicyOnPodConditionsPattern[];
}
export interface PodFailurePolicyOnExitCodesRequirement {
  containerName?: string;
  operator: "In" | "NotIn";
  values: number[];
}
export interface PodFailurePolicyOnPodConditionsPattern {
  status?: string;
  type: string;
}
export interface LabelSelector {
  matchExpressions?: LabelSelectorRequirement[];
  matchLabels?: {
    [k: string]: string;
  };
}
export interface LabelSelectorRequirement {
  key: string;
  operator: string;
  values?: string[];
}
export interface SuccessPolicy {
  rules: SuccessPolicyRule[];
}
export interface SuccessPolicyRule {
  succeededCount?: number;
  succeededIndexes?: string;
}
export interface PodTemplateSpec {
  metadata?: ObjectMeta;
  spec?: PodSpec;
}
export interface PodSpec {
  activeDeadlineSeconds?: number;
  affinity?: Affinity;
  automountServiceAccountToken?: boolean;
  containers: Container[];
  dnsConfig?: PodDNSConfig;
  dnsPolicy?: "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None";
  enableServiceLinks?: boolean;
  ephemeralContainers?: EphemeralContainer[];
  hostAliases?: HostAlias[];
  hostIPC?: boolean;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostUsers?: boolean;
  hostname?: string;
  hostnameOverride?: string;
  imagePullSecrets?: LocalObjectReference[];
  initContainers?: Container[];
  nodeName?: string;
  nodeSelector?: {
    [k: string]: string;
  };
  os?: PodOS;
  overhead?: {
    [k: string]: number | string;
  };
  preemptionPolicy?: "Never" | "PreemptLowerPriority";
  priority?: number;
  priorityClassName?: string;
  readinessGates?: PodReadinessGate[];
  resourceClaims?: PodResourceClaim[];
  resources?: ResourceRequirements;
  restartPolicy?: "Always" | "Never" | "OnFailure";
  runtimeClassName?: string;
  schedulerName?: string;
  schedulingGates?: PodSchedulingGate[];
  schedulingGroup?: PodSchedulingGroup;
  securityContext?: PodSecurityContext;
  serviceAccount?: string;
  serviceAccountName?: string;
  setHostnameAsFQDN?: boolean;
  shareProcessNamespace?: boolean;
  subdomain?: string;
  terminationGracePeriodSeconds?: number;
  tolerations?: Toleration[];
  topologySpreadConstraints?: TopologySpreadConstraint[];
  volumes?: Volume[];
}
export interface Affinity {
  nodeAffinity?: NodeAffinity;
  podAffinity?: PodAffinity;
  podAntiAffinity?: PodAntiAffinity;
}
export interface NodeAffinity {
  preferredDuringSchedulingIgnoredDuringExecution?: PreferredSchedulingTerm[];
  requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
}
export interface PreferredSchedulingTerm {
  preference: NodeSelectorTerm;
  weight: number;
}
export interface NodeSelectorTerm {
  matchExpressions?: NodeSelectorRequirement[];
  matchFields?: NodeSelectorRequirement[];
}
export interface NodeSelectorRequirement {
  key: string;
  operator: "DoesNotExist" | "Exists" | "Gt" | "In" | "Lt" | "NotIn";
  values?: string[];
}
export interface NodeSelector {
  nodeSelectorTerms: NodeSelectorTerm[];
}
export interface PodAffinity {
  preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[];
  requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
}
export interface WeightedPodAffinityTerm {
  podAffinityTerm: PodAffinityTerm;
  weight: number;
}
export interface PodAffinityTerm {
  labelSelector?: LabelSelector;
  matchLabelKeys?: string[];
  mismatchLabelKeys?: string[];
  namespaceSelector?: LabelSelector;
  namespaces?: string[];
  topologyKey: string;
}
export interface PodAntiAffinity {
  preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[];
  requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
}
export interface Container {
  args?: string[];
  command?: string[];
  env?: EnvVar[];
  envFrom?: EnvFromSource[];
  image?: string;
  imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  lifecycle?: Lifecycle;
  livenessProbe?: Probe;
  name: string;
  ports?: ContainerPort[];
  readinessProbe?: Probe;
  resizePolicy?: ContainerResizePolicy[];
  resources?: ResourceRequirements;
  restartPolicy?: string;
  restartPolicyRules?: ContainerRestartRule[];
  securityContext?: SecurityContext;
  startupProbe?: Probe;
  stdin?: boolean;
  stdinOnce?: boolean;
  terminationMessagePath?: string;
  terminationMessagePolicy?: "FallbackToLogsOnError" | "File";
  tty?: boolean;
  volumeDevices?: VolumeDevice[];
  volumeMounts?: VolumeMount[];
  workingDir?: string;
}
export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: EnvVarSource;
}
export interface EnvVarSource {
  configMapKeyRef?: ConfigMapKeySelector;
  fieldRef?: ObjectFieldSelector;
  fileKeyRef?: FileKeySelector;
  resourceFieldRef?: ResourceFieldSelector;
  secretKeyRef?: SecretKeySelector;
}
export interface ConfigMapKeySelector {
  key: string;
  name?: string;
  optional?: boolean;
}
export interface ObjectFieldSelector {
  apiVersion?: string;
  fieldPath: string;
}
export interface FileKeySelector {
  key: string;
  optional?: boolean;
  path: string;
  volumeName: string;
}
export interface ResourceFieldSelector {
  containerName?: string;
  divisor?: number | string;
  resource: string;
}
export interface SecretKeySelector {
  key: string;
  name?: string;
  optional?: boolean;
}
export interface EnvFromSource {
  configMapRef?: ConfigMapEnvSource;
  prefix?: string;
  secretRef?: SecretEnvSource;
}
export interface ConfigMapEnvSource {
  name?: string;
  optional?: boolean;
}
export interface SecretEnvSource {
  name?: string;
  optional?: boolean;
}
export interface Lifecycle {
  postStart?: LifecycleHandler;
  preStop?: LifecycleHandler;
  stopSignal?:
    | "SIGABRT"
    | "SIGALRM"
    | "SIGBUS"
    | "SIGCHLD"
    | "SIGCLD"
    | "SIGCONT"
    | "SIGFPE"
    | "SIGHUP"
    | "SIGILL"
    | "SIGINT"
    | "SIGIO"
    | "SIGIOT"
    | "SIGKILL"
    | "SIGPIPE"
    | "SIGPOLL"
    | "SIGPROF"
    | "SIGPWR"
    | "SIGQUIT"
    | "SIGRTMAX"
    | "SIGRTMAX-1"
    | "SIGRTMAX-10"
    | "SIGRTMAX-11"
    | "SIGRTMAX-12"
    | "SIGRTMAX-13"
    | "SIGRTMAX-14"
    | "SIGRTMAX-2"
    | "SIGRTMAX-3"
    | "SIGRTMAX-4"
    | "SIGRTMAX-5"
    | "SIGRTMAX-6"
    | "SIGRTMAX-7"
    | "SIGRTMAX-8"
    | "SIGRTMAX-9"
    | "SIGRTMIN"
    | "SIGRTMIN+1"
    | "SIGRTMIN+10"
    | "SIGRTMIN+11"
    | "SIGRTMIN+12"
    | "SIGRTMIN+13"
    | "SIGRTMIN+14"
    | "SIGRTMIN+15"
    | "SIGRTMIN+2"
    | "SIGRTMIN+3"
    | "SIGRTMIN+4"
    | "SIGRTMIN+5"
    | "SIGRTMIN+6"
    | "SIGRTMIN+7"
    | "SIGRTMIN+8"
    | "SIGRTMIN+9"
    | "SIGSEGV"
    | "SIGSTKFLT"
    | "SIGSTOP"
    | "SIGSYS"
    | "SIGTERM"
    | "SIGTRAP"
    | "SIGTSTP"
    | "SIGTTIN"
    | "SIGTTOU"
    | "SIGURG"
    | "SIGUSR1"
    | "SIGUSR2"
    | "SIGVTALRM"
    | "SIGWINCH"
    | "SIGXCPU"
    | "SIGXFSZ";
}
export interface LifecycleHandler {
  exec?: ExecAction;
  httpGet?: HTTPGetAction;
  sleep?: SleepAction;
  tcpSocket?: TCPSocketAction;
}
export interface ExecAction {
  command?: string[];
}
export interface HTTPGetAction {
  host?: string;
  httpHeaders?: HTTPHeader[];
  path?: string;
  port: number | string;
  scheme?: "HTTP" | "HTTPS";
}
export interface HTTPHeader {
  name: string;
  value: string;
}
export interface SleepAction {
  seconds: number;
}
export interface TCPSocketAction {
  host?: string;
  port: number | string;
}
export interface Probe {
  exec?: ExecAction;
  failureThreshold?: number;
  grpc?: GRPCAction;
  httpGet?: HTTPGetAction;
  initialDelaySeconds?: number;
  periodSeconds?: number;
  successThreshold?: number;
  tcpSocket?: TCPSocketAction;
  terminationGracePeriodSeconds?: number;
  timeoutSeconds?: number;
}
export interface GRPCAction {
  port: number;
  service?: string;
}
export interface ContainerPort {
  containerPort: number;
  hostIP?: string;
  hostPort?: number;
  name?: string;
  protocol?: "SCTP" | "TCP" | "UDP";
}
export interface ContainerResizePolicy {
  resourceName: string;
  restartPolicy: string;
}
export interface ResourceRequirements {
  claims?: ResourceClaim[];
  limits?: {
    [k: string]: number | string;
  };
  requests?: {
    [k: string]: number | string;
  };
}
export interface ResourceClaim {
  name: string;
  request?: string;
}
export interface ContainerRestartRule {
  action: string;
  exitCodes?: ContainerRestartRuleOnExitCodes;
}
export interface ContainerRestartRuleOnExitCodes {
  operator: string;
  values?: number[];
}
export interface SecurityContext {
  allowPrivilegeEscalation?: boolean;
  appArmorProfile?: AppArmorProfile;
  capabilities?: Capabilities;
  privileged?: boolean;
  procMount?: "Default" | "Unmasked";
  readOnlyRootFilesystem?: boolean;
  runAsGroup?: number;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  seLinuxOptions?: SELinuxOptions;
  seccompProfile?: SeccompProfile;
  windowsOptions?: WindowsSecurityContextOptions;
}
export interface AppArmorProfile {
  localhostProfile?: string;
  type: "Localhost" | "RuntimeDefault" | "Unconfined";
}
export interface Capabilities {
  add?: string[];
  drop?: string[];
}
export interface SELinuxOptions {
  level?: string;
  role?: string;
  type?: string;
  user?: string;
}
export interface SeccompProfile {
  localhostProfile?: string;
  type: "Localhost" | "RuntimeDefault" | "Unconfined";
}
export interface WindowsSecurityContextOptions {
  gmsaCredentialSpec?: string;
  gmsaCredentialSpecName?: string;
  hostProcess?: boolean;
  runAsUserName?: string;
}
export interface VolumeDevice {
  devicePath: string;
  name: string;
}
export interface VolumeMount {
  mountPath: string;
  mountPropagation?: "Bidirectional" | "HostToContainer" | "None";
  name: string;
  readOnly?: boolean;
  recursiveReadOnly?: string;
  subPath?: string;
  subPathExpr?: string;
}
export interface PodDNSConfig {
  nameservers?: string[];
  options?: PodDNSConfigOption[];
  searches?: string[];
}
export interface PodDNSConfigOption {
  name?: string;
  value?: string;
}
export interface EphemeralContainer {
  args?: string[];
  command?: string[];
  env?: EnvVar[];
  envFrom?: EnvFromSource[];
  image?: string;
  imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  lifecycle?: Lifecycle;
  livenessProbe?: Probe;
  name: string;
  ports?: ContainerPort[];
  readinessProbe?: Probe;
  resizePolicy?: ContainerResizePolicy[];
  resources?: ResourceRequirements;
  restartPolicy?: string;
  restartPolicyRules?: ContainerRestartRule[];
  securityContext?: SecurityContext;
  startupProbe?: Probe;
  stdin?: boolean;
  stdinOnce?: boolean;
  targetContainerName?: string;
  terminationMessagePath?: string;
  terminationMessagePolicy?: "FallbackToLogsOnError" | "File";
  tty?: boolean;
  volumeDevices?: VolumeDevice[];
  volumeMounts?: VolumeMount[];
  workingDir?: string;
}
export interface HostAlias {
  hostnames?: string[];
  ip: string;
}
export interface LocalObjectReference {
  name?: string;
}
export interface PodOS {
  name: string;
}
export interface PodReadinessGate {
  conditionType: string;
}
export interface PodResourceClaim {
  name: string;
  resourceClaimName?: string;
  resourceClaimTemplateName?: string;
}
export interface PodSchedulingGate {
  name: string;
}
export interface PodSchedulingGroup {
  podGroupName?: string;
}
export interface PodSecurityContext {
  appArmorProfile?: AppArmorProfile;
  fsGroup?: number;
  fsGroupChangePolicy?: "Always" | "OnRootMismatch";
  runAsGroup?: number;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  seLinuxChangePolicy?: string;
  seLinuxOptions?: SELinuxOptions;
  seccompProfile?: SeccompProfile;
  supplementalGroups?: number[];
  supplementalGroupsPolicy?: "Merge" | "Strict";
  sysctls?: Sysctl[];
  windowsOptions?: WindowsSecurityContextOptions;
}
export interface Sysctl {
  name: string;
  value: string;
}
export interface Toleration {
  effect?: "NoExecute" | "NoSchedule" | "PreferNoSchedule";
  key?: string;
  operator?: "Equal" | "Exists" | "Gt" | "Lt";
  tolerationSeconds?: number;
  value?: string;
}
export interface TopologySpreadConstraint {
  labelSelector?: LabelSelector;
  matchLabelKeys?: string[];
  maxSkew: number;
  minDomains?: number;
  nodeAffinityPolicy?: "Honor" | "Ignore";
  nodeTaintsPolicy?: "Honor" | "Ignore";
  topologyKey: string;
  whenUnsatisfiable: "DoNotSchedule" | "ScheduleAnyway";
}
export interface Volume {
  awsElasticBlockStore?: AWSElasticBlockStoreVolumeSource;
  azureDisk?: AzureDiskVolumeSource;
  azureFile?: AzureFileVolumeSource;
  cephfs?: CephFSVolumeSource;
  cinder?: CinderVolumeSource;
  configMap?: ConfigMapVolumeSource;
  csi?: CSIVolumeSource;
  downwardAPI?: DownwardAPIVolumeSource;
  emptyDir?: EmptyDirVolumeSource;
  ephemeral?: EphemeralVolumeSource;
  fc?: FCVolumeSource;
  flexVolume?: FlexVolumeSource;
  flocker?: FlockerVolumeSource;
  gcePersistentDisk?: GCEPersistentDiskVolumeSource;
  gitRepo?: GitRepoVolumeSource;
  glusterfs?: GlusterfsVolumeSource;
  hostPath?: HostPathVolumeSource;
  image?: ImageVolumeSource;
  iscsi?: ISCSIVolumeSource;
  name: string;
  nfs?: NFSVolumeSource;
  persistentVolumeClaim?: PersistentVolumeClaimVolumeSource;
  photonPersistentDisk?: PhotonPersistentDiskVolumeSource;
  portworxVolume?: PortworxVolumeSource;
  projected?: ProjectedVolumeSource;
  quobyte?: QuobyteVolumeSource;
  rbd?: RBDVolumeSource;
  scaleIO?: ScaleIOVolumeSource;
  secret?: SecretVolumeSource;
  storageos?: StorageOSVolumeSource;
  vsphereVolume?: VsphereVirtualDiskVolumeSource;
}
export interface AWSElasticBlockStoreVolumeSource {
  fsType?: string;
  partition?: number;
  readOnly?: boolean;
  volumeID: string;
}
export interface AzureDiskVolumeSource {
  cachingMode?: "None" | "ReadOnly" | "ReadWrite";
  diskName: string;
  diskURI: string;
  fsType?: string;
  kind?: "Dedicated" | "Managed" | "Shared";
  readOnly?: boolean;
}
export interface AzureFileVolumeSource {
  readOnly?: boolean;
  secretName: string;
  shareName: string;
}
export interface CephFSVolumeSource {
  monitors: string[];
  path?: string;
  readOnly?: boolean;
  secretFile?: string;
  secretRef?: LocalObjectReference;
  user?: string;
}
export interface CinderVolumeSource {
  fsType?: string;
  readOnly?: boolean;
  secretRef?: LocalObjectReference;
  volumeID: string;
}
export interface ConfigMapVolumeSource {
  defaultMode?: number;
  items?: KeyToPath[];
  name?: string;
  optional?: boolean;
}
export interface KeyToPath {
  key: string;
  mode?: number;
  path: string;
}
export interface CSIVolumeSource {
  driver: string;
  fsType?: string;
  nodePublishSecretRef?: LocalObjectReference;
  readOnly?: boolean;
  volumeAttributes?: {
    [k: string]: string;
  };
}
export interface DownwardAPIVolumeSource {
  defaultMode?: number;
  items?: DownwardAPIVolumeFile[];
}
export interface DownwardAPIVolumeFile {
  fieldRef?: ObjectFieldSelector;
  mode?: number;
  path: string;
  resourceFieldRef?: ResourceFieldSelector;
}
export interface EmptyDirVolumeSource {
  medium?: string;
  sizeLimit?: number | string;
}
export interface EphemeralVolumeSource {
  volumeClaimTemplate?: PersistentVolumeClaimTemplate;
}
export interface PersistentVolumeClaimTemplate {
  metadata?: ObjectMeta;
  spec: PersistentVolumeClaimSpec;
}
export interface PersistentVolumeClaimSpec {
  accessModes?: ("ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOnce" | "ReadWriteOncePod")[];
  dataSource?: TypedLocalObjectReference;
  dataSourceRef?: TypedObjectReference;
  resources?: VolumeResourceRequirements;
  selector?: LabelSelector;
  storageClassName?: string;
  volumeAttributesClassName?: string;
  volumeMode?: "Block" | "Filesystem";
  volumeName?: string;
}
export interface TypedLocalObjectReference {
  apiGroup?: string;
  kind: string;
  name: string;
}
export interface TypedObjectReference {
  apiGroup?: string;
  kind: string;
  name: string;
  namespace?: string;
}
export interface VolumeResourceRequirements {
  limits?: {
    [k: string]: number | string;
  };
  requests?: {
    [k: string]: number | string;
  };
}
export interface FCVolumeSource {
  fsType?: string;
  lun?: number;
  readOnly?: boolean;
  targetWWNs?: string[];
  wwids?: string[];
}
export interface FlexVolumeSource {
  driver: string;
  fsType?: string;
  options?: {
    [k: string]: string;
  };
  readOnly?: boolean;
  secretRef?: LocalObjectReference;
}
export interface FlockerVolumeSource {
  datasetName?: string;
  datasetUUID?: string;
}
export interface GCEPersistentDiskVolumeSource {
  fsType?: string;
  partition?: number;
  pdName: string;
  readOnly?: boolean;
}
export interface GitRepoVolumeSource {
  directory?: string;
  repository: string;
  revision?: string;
}
export interface GlusterfsVolumeSource {
  endpoints: string;
  path: string;
  readOnly?: boolean;
}
export interface HostPathVolumeSource {
  path: string;
  type?: "" | "BlockDevice" | "CharDevice" | "Directory" | "DirectoryOrCreate" | "File" | "FileOrCreate" | "Socket";
}
export interface ImageVolumeSource {
  pullPolicy?: "Always" | "IfNotPresent" | "Never";
  reference?: string;
}
export interface ISCSIVolumeSource {
  chapAuthDiscovery?: boolean;
  chapAuthSession?: boolean;
  fsType?: string;
  initiatorName?: string;
  iqn: string;
  iscsiInterface?: string;
  lun: number;
  portals?: string[];
  readOnly?: boolean;
  secretRef?: LocalObjectReference;
  targetPortal: string;
}
export interface NFSVolumeSource {
  path: string;
  readOnly?: boolean;
  server: string;
}
export interface PersistentVolumeClaimVolumeSource {
  claimName: string;
  readOnly?: boolean;
}
export interface PhotonPersistentDiskVolumeSource {
  fsType?: string;
  pdID: string;
}
export interface PortworxVolumeSource {
  fsType?: string;
  readOnly?: boolean;
  volumeID: string;
}
export interface ProjectedVolumeSource {
  defaultMode?: number;
  sources?: VolumeProjection[];
}
export interface VolumeProjection {
  clusterTrustBundle?: ClusterTrustBundleProjection;
  configMap?: ConfigMapProjection;
  downwardAPI?: DownwardAPIProjection;
  podCertificate?: PodCertificateProjection;
  secret?: SecretProjection;
  serviceAccountToken?: ServiceAccountTokenProjection;
}
export interface ClusterTrustBundleProjection {
  labelSelector?: LabelSelector;
  name?: string;
  optional?: boolean;
  path: string;
  signerName?: string;
}
export interface ConfigMapProjection {
  items?: KeyToPath[];
  name?: string;
  optional?: boolean;
}
export interface DownwardAPIProjection {
  items?: DownwardAPIVolumeFile[];
}
export interface PodCertificateProjection {
  certificateChainPath?: string;
  credentialBundlePath?: string;
  keyPath?: string;
  keyType: string;
  maxExpirationSeconds?: number;
  signerName: string;
  userAnnotations?: {
    [k: string]: string;
  };
}
export interface SecretProjection {
  items?: KeyToPath[];
  name?: string;
  optional?: boolean;
}
export interface ServiceAccountTokenProjection {
  audience?: string;
  expirationSeconds?: number;
  path: string;
}
export interface QuobyteVolumeSource {
  group?: string;
  readOnly?: boolean;
  registry: string;
  tenant?: string;
  user?: string;
  volume: string;
}
export interface RBDVolumeSource {
  fsType?: string;
  image: string;
  keyring?: string;
  monitors: string[];
  pool?: string;
  readOnly?: boolean;
  secretRef?: LocalObjectReference;
  user?: string;
}
export interface ScaleIOVolumeSource {
  fsType?: string;
  gateway: string;
  protectionDomain?: string;
  readOnly?: boolean;
  secretRef: LocalObjectReference;
  sslEnabled?: boolean;
  storageMode?: string;
  storagePool?: string;
  system: string;
  volumeName?: string;
}
export interface SecretVolumeSource {
  defaultMode?: number;
  items?: KeyToPath[];
  optional?: boolean;
  secretName?: string;
}
export interface StorageOSVolumeSource {
  fsType?: string;
  readOnly?: boolean;
  secretRef?: LocalObjectReference;
  volumeName?: string;
  volumeNamespace?: string;
}
export interface VsphereVirtualDiskVolumeSource {
  fsType?: string;
  storagePolicyID?: string;
  storagePolicyName?: string;
  volumePath: string;
}
export interface KayentaMetric {
  address: string;
  application: string;
  canaryConfigName: string;
  configurationAccountName: string;
  lookback?: boolean;
  metricsAccountName: string;
  scopes: KayentaScope[];
  storageAccountName: string;
  threshold: KayentaThreshold;
}
export interface KayentaScope {
  controlScope: ScopeDetail;
  experimentScope: ScopeDetail;
  name: string;
}
export interface ScopeDetail {
  end?: string;
  region: string;
  scope: string;
  start?: string;
  step: number;
}
export interface KayentaThreshold {
  marginal: number;
  pass: number;
}
export interface NewRelicMetric {
  profile?: string;
  query: string;
  timeout?: number;
}
export interface PrometheusMetric {
  address?: string;
  authentication?: Authentication;
  headers?: WebMetricHeader[];
  insecure?: boolean;
  query?: string;
  rangeQuery?: PrometheusRangeQueryArgs;
  timeout?: number;
}
export interface Authentication {
  oauth2?: OAuth2Config;
  sigv4?: Sigv4Config;
}
export interface OAuth2Config {
  clientId?: string;
  clientSecret?: string;
  scopes?: string[];
  tokenUrl?: string;
}
export interface Sigv4Config {
  profile?: string;
  region?: string;
  roleArn?: string;
}
export interface WebMetricHeader {
  key: string;
  value: string;
}
export interface PrometheusRangeQueryArgs {
  end?: string;
  start?: string;
  step?: string;
}
export interface SkyWalkingMetric {
  address?: string;
  interval?: string;
  query?: string;
}
export interface WavefrontMetric {
  address?: string;
  query?: string;
}
export interface WebMetric {
  authentication?: Authentication;
  body?: string;
  headers?: WebMetricHeader[];
  insecure?: boolean;
  jsonBody?: unknown;
  jsonPath?: string;
  method?: string;
  timeoutSeconds?: number;
  url: string;
}
export interface TTLStrategy {
  secondsAfterCompletion?: number;
  secondsAfterFailure?: number;
  secondsAfterSuccess?: number;
}
export interface AnalysisTemplateSpec {
  args?: Argument[];
  dryRun?: DryRun[];
  measurementRetention?: MeasurementRetention[];
  metrics?: Metric[];
  templates?: AnalysisTemplateRef[];
}
export interface AnalysisTemplateRef {
  clusterScope?: boolean;
  templateName?: string;
}
export interface ExperimentSpec {
  analyses?: ExperimentAnalysisTemplateRef[];
  analysisRunMetadata?: AnalysisRunMetadata;
  dryRun?: DryRun[];
  duration?: string;
  measurementRetention?: MeasurementRetention[];
  progressDeadlineSeconds?: number;
  scaleDownDelaySeconds?: number;
  templates: TemplateSpec[];
  terminate?: boolean;
}
export interface ExperimentAnalysisTemplateRef {
  args?: Argument[];
  clusterScope?: boolean;
  name: string;
  requiredForCompletion?: boolean;
  templateName: string;
}
export interface AnalysisRunMetadata {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface TemplateSpec {
  minReadySeconds?: number;
  name: string;
  replicas?: number;
  selector: LabelSelector;
  service?: TemplateService;
  template: PodTemplateSpec;
}
export interface TemplateService {
  name?: string;
}
export interface RolloutSpec {
  analysis?: AnalysisRunStrategy;
  minReadySeconds?: number;
  paused?: boolean;
  progressDeadlineAbort?: boolean;
  progressDeadlineSeconds?: number;
  replicas?: number;
  restartAt?: string;
  revisionHistoryLimit?: number;
  rollbackWindow?: RollbackWindowSpec;
  selector?: LabelSelector;
  strategy?: RolloutStrategy;
  template?: PodTemplateSpec;
  workloadRef?: ObjectRef;
}
export interface AnalysisRunStrategy {
  successfulRunHistoryLimit?: number;
  unsuccessfulRunHistoryLimit?: number;
}
export interface RollbackWindowSpec {
  revisions?: number;
}
export interface RolloutStrategy {
  blueGreen?: BlueGreenStrategy;
  canary?: CanaryStrategy;
}
export interface BlueGreenStrategy {
  abortScaleDownDelaySeconds?: number;
  activeMetadata?: PodTemplateMetadata;
  activeService: string;
  antiAffinity?: AntiAffinity;
  autoPromotionEnabled?: boolean;
  autoPromotionSeconds?: number;
  maxUnavailable?: number | string;
  postPromotionAnalysis?: RolloutAnalysis;
  prePromotionAnalysis?: RolloutAnalysis;
  previewMetadata?: PodTemplateMetadata;
  previewReplicaCount?: number;
  previewService?: string;
  scaleDownDelayRevisionLimit?: number;
  scaleDownDelaySeconds?: number;
}
export interface PodTemplateMetadata {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface AntiAffinity {
  preferredDuringSchedulingIgnoredDuringExecution?: PreferredDuringSchedulingIgnoredDuringExecution;
  requiredDuringSchedulingIgnoredDuringExecution?: unknown;
}
export interface PreferredDuringSchedulingIgnoredDuringExecution {
  weight: number;
}
export interface RolloutAnalysis {
  analysisRunMetadata?: AnalysisRunMetadata;
  args?: AnalysisRunArgument[];
  dryRun?: DryRun[];
  measurementRetention?: MeasurementRetention[];
  templates?: AnalysisTemplateRef[];
}
export interface AnalysisRunArgument {
  name: string;
  value?: string;
  valueFrom?: ArgumentValueFrom;
}
export interface ArgumentValueFrom {
  fieldRef?: FieldRef;
  podTemplateHashValue?: string;
}
export interface CanaryStrategy {
  abortScaleDownDelaySeconds?: number;
  analysis?: RolloutAnalysisBackground;
  antiAffinity?: AntiAffinity;
  canaryMetadata?: PodTemplateMetadata;
  canaryService?: string;
  dynamicStableScale?: boolean;
  maxSurge?: number | string;
  maxUnavailable?: number | string;
  minPodsPerReplicaSet?: number;
  pingPong?: PingPongSpec;
  replicaProgressThreshold?: ReplicaProgressThreshold;
  scaleDownDelayRevisionLimit?: number;
  scaleDownDelaySeconds?: number;
  stableMetadata?: PodTemplateMetadata;
  stableService?: string;
  steps?: CanaryStep[];
  trafficRouting?: RolloutTrafficRouting;
}
export interface RolloutAnalysisBackground {
  analysisRunMetadata?: AnalysisRunMetadata;
  args?: AnalysisRunArgument[];
  dryRun?: DryRun[];
  measurementRetention?: MeasurementRetention[];
  startingStep?: number;
  templates?: AnalysisTemplateRef[];
}
export interface PingPongSpec {
  pingService: string;
  pongService: string;
}
export interface ReplicaProgressThreshold {
  type: string;
  value: number;
}
export interface CanaryStep {
  analysis?: RolloutAnalysis;
  experiment?: RolloutExperimentStep;
  pause?: RolloutPause;
  plugin?: PluginStep;
  setCanaryScale?: SetCanaryScale;
  setHeaderRoute?: SetHeaderRoute;
  setMirrorRoute?: SetMirrorRoute;
  setWeight?: number;
}
export interface RolloutExperimentStep {
  analyses?: RolloutExperimentStepAnalysisTemplateRef[];
  analysisRunMetadata?: AnalysisRunMetadata;
  dryRun?: DryRun[];
  duration?: string;
  scaleDownDelaySeconds?: number;
  templates: RolloutExperimentTemplate[];
}
export interface RolloutExperimentStepAnalysisTemplateRef {
  args?: AnalysisRunArgument[];
  clusterScope?: boolean;
  name: string;
  requiredForCompletion?: boolean;
  templateName: string;
}
export interface RolloutExperimentTemplate {
  metadata?: PodTemplateMetadata;
  name: string;
  replicas?: number;
  selector?: LabelSelector;
  service?: TemplateService;
  specRef: string;
  weight?: number;
}
export interface RolloutPause {
  duration?: number | string;
}
export interface PluginStep {
  config?: unknown;
  name: string;
}
export interface SetCanaryScale {
  matchTrafficWeight?: boolean;
  replicas?: number;
  weight?: number;
}
export interface SetHeaderRoute {
  match?: HeaderRoutingMatch[];
  name?: string;
}
export interface HeaderRoutingMatch {
  headerName: string;
  headerValue: StringMatch;
}
export interface StringMatch {
  exact?: string;
  prefix?: string;
  regex?: string;
}
export interface SetMirrorRoute {
  match?: RouteMatch[];
  name: string;
  percentage?: number;
}
export interface RouteMatch {
  headers?: {
    [k: string]: StringMatch;
  };
  method?: StringMatch;
  path?: StringMatch;
}
export interface RolloutTrafficRouting {
  alb?: ALBTrafficRouting;
  ambassador?: AmbassadorTrafficRouting;
  apisix?: ApisixTrafficRouting;
  appMesh?: AppMeshTrafficRouting;
  istio?: IstioTrafficRouting;
  managedRoutes?: MangedRoutes[];
  maxTrafficWeight?: number;
  nginx?: NginxTrafficRouting;
  plugins?: unknown;
  smi?: SMITrafficRouting;
  traefik?: TraefikTrafficRouting;
}
export interface ALBTrafficRouting {
  annotationPrefix?: string;
  ingress?: string;
  ingresses?: string[];
  rootService?: string;
  servicePort: number;
  stickinessConfig?: StickinessConfig;
}
export interface StickinessConfig {
  durationSeconds: number;
  enabled: boolean;
}
export interface AmbassadorTrafficRouting {
  mappings: string[];
}
export interface ApisixTrafficRouting {
  route?: ApisixRoute;
}
export interface ApisixRoute {
  name: string;
  rules?: string[];
}
export interface AppMeshTrafficRouting {
  virtualNodeGroup?: AppMeshVirtualNodeGroup;
  virtualService?: AppMeshVirtualService;
}
export interface AppMeshVirtualNodeGroup {
  canaryVirtualNodeRef: AppMeshVirtualNodeReference;
  stableVirtualNodeRef: AppMeshVirtualNodeReference;
}
export interface AppMeshVirtualNodeReference {
  name: string;
}
export interface AppMeshVirtualService {
  name: string;
  routes?: string[];
}
export interface IstioTrafficRouting {
  destinationRule?: IstioDestinationRule;
  virtualService?: IstioVirtualService;
  virtualServices?: IstioVirtualService[];
}
export interface IstioDestinationRule {
  additionalSubsetNames?: string[];
  canarySubsetName: string;
  name: string;
  stableSubsetName: string;
}
export interface IstioVirtualService {
  name: string;
  routes?: string[];
  tcpRoutes?: TCPRoute[];
  tlsRoutes?: TLSRoute[];
}
export interface TCPRoute {
  port?: number;
}
export interface TLSRoute {
  port?: number;
  sniHosts?: string[];
}
export interface MangedRoutes {
  name: string;
}
export interface NginxTrafficRouting {
  additionalIngressAnnotations?: {
    [k: string]: string;
  };
  annotationPrefix?: string;
  canaryIngressAnnotations?: {
    [k: string]: string;
  };
  stableIngress?: string;
  stableIngresses?: string[];
}
export interface SMITrafficRouting {
  rootService?: string;
  trafficSplitName?: string;
}
export interface TraefikTrafficRouting {
  weightedTraefikServiceName: string;
}
export interface ObjectRef {
  apiVersion?: string;
  kind?: string;
  name?: string;
  scaleDown?: string;
}
