// made of schema.json by .config/carry.js: @kubernetes-models/prometheus-operator says where it is from

export type FieldsV1 = unknown;
export type JSON = unknown;

export interface PrometheusOperatorKinds {
  "monitoring.coreos.com/v1/Alertmanager": {
    spec: AlertmanagerSpec;
  };
  "monitoring.coreos.com/v1/PodMonitor": {
    spec: PodMonitorSpec;
  };
  "monitoring.coreos.com/v1/Probe": {
    spec: ProbeSpec;
  };
  "monitoring.coreos.com/v1/Prometheus": {
    spec: PrometheusSpec;
  };
  "monitoring.coreos.com/v1/PrometheusRule": {
    spec: PrometheusRuleSpec;
  };
  "monitoring.coreos.com/v1/ServiceMonitor": {
    spec: ServiceMonitorSpec;
  };
  "monitoring.coreos.com/v1alpha1/AlertmanagerConfig": {
    spec: AlertmanagerConfigSpec;
  };
  "monitoring.coreos.com/v1alpha1/PrometheusAgent": {
    spec: PrometheusAgentSpec;
  };
  "monitoring.coreos.com/v1alpha1/ScrapeConfig": {
    spec: ScrapeConfigSpec;
  };
}
export interface AlertmanagerSpec {
  additionalArgs?: Argument[];
  additionalPeers?: string[];
  affinity?: Affinity;
  alertmanagerConfigMatcherStrategy?: AlertmanagerConfigMatcherStrategy;
  alertmanagerConfigNamespaceSelector?: LabelSelector;
  alertmanagerConfigSelector?: LabelSelector;
  alertmanagerConfiguration?: AlertmanagerConfiguration;
  automountServiceAccountToken?: boolean;
  baseImage?: string;
  clusterAdvertiseAddress?: string;
  clusterGossipInterval?: string;
  clusterLabel?: string;
  clusterPeerTimeout?: string;
  clusterPushpullInterval?: string;
  clusterTLS?: ClusterTLSConfig;
  configMaps?: string[];
  configSecret?: string;
  containers?: Container[];
  dnsConfig?: PodDNSConfig;
  dnsPolicy?: "ClusterFirstWithHostNet" | "ClusterFirst" | "Default" | "None";
  enableFeatures?: string[];
  enableServiceLinks?: boolean;
  externalUrl?: string;
  forceEnableClusterMode?: boolean;
  hostAliases?: HostAlias[];
  hostNetwork?: boolean;
  hostUsers?: boolean;
  image?: string;
  imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  imagePullSecrets?: LocalObjectReference[];
  initContainers?: Container[];
  limits?: AlertmanagerLimitsSpec;
  listenLocal?: boolean;
  logFormat?: "" | "logfmt" | "json";
  logLevel?: "" | "debug" | "info" | "warn" | "error";
  minReadySeconds?: number;
  nodeSelector?: {
    [k: string]: string;
  };
  paused?: boolean;
  persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  podManagementPolicy?: "OrderedReady" | "Parallel";
  podMetadata?: EmbeddedObjectMetadata;
  portName?: string;
  priorityClassName?: string;
  replicas?: number;
  resources?: ResourceRequirements;
  retention?: string;
  routePrefix?: string;
  schedulerName?: string;
  secrets?: string[];
  securityContext?: PodSecurityContext;
  serviceAccountName?: string;
  serviceName?: string;
  sha?: string;
  storage?: StorageSpec;
  tag?: string;
  terminationGracePeriodSeconds?: number;
  tolerations?: Toleration[];
  topologySpreadConstraints?: TopologySpreadConstraint[];
  updateStrategy?: StatefulSetUpdateStrategy;
  version?: string;
  volumeMounts?: VolumeMount[];
  volumes?: Volume[];
  web?: AlertmanagerWebSpec;
}
export interface Argument {
  name: string;
  value?: string;
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
export interface PodAntiAffinity {
  preferredDuringSchedulingIgnoredDuringExecution?: WeightedPodAffinityTerm[];
  requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[];
}
export interface AlertmanagerConfigMatcherStrategy {
  type?: string;
}
export interface AlertmanagerConfiguration {
  global?: AlertmanagerGlobalConfig;
  name?: string;
  templates?: SecretOrConfigMap[];
}
export interface AlertmanagerGlobalConfig {
  httpConfig?: HTTPConfigWithProxy;
  jira?: GlobalJiraConfig;
  mattermost?: GlobalMattermostConfig;
  opsGenieApiKey?: SecretKeySelector;
  opsGenieApiUrl?: SecretKeySelector;
  pagerdutyUrl?: string;
  resolveTimeout?: string;
  rocketChat?: GlobalRocketChatConfig;
  slackApiUrl?: SecretKeySelector;
  smtp?: GlobalSMTPConfig;
  telegram?: GlobalTelegramConfig;
  victorops?: GlobalVictorOpsConfig;
  webex?: GlobalWebexConfig;
  wechat?: GlobalWeChatConfig;
}
export interface HTTPConfigWithProxy {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  bearerTokenSecret?: SecretKeySelector;
  enableHttp2?: boolean;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  tlsConfig?: SafeTLSConfig;
  [k: string]: unknown;
}
export interface SafeAuthorization {
  credentials?: SecretKeySelector;
  type?: string;
}
export interface SecretKeySelector {
  key: string;
  name?: string;
  optional?: boolean;
}
export interface BasicAuth {
  password?: SecretKeySelector;
  username?: SecretKeySelector;
}
export interface OAuth2 {
  clientId: SecretOrConfigMap;
  clientSecret: SecretKeySelector;
  endpointParams?: {
    [k: string]: string;
  };
  noProxy?: string;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  scopes?: string[];
  tlsConfig?: SafeTLSConfig;
  tokenUrl: string;
}
export interface SecretOrConfigMap {
  configMap?: ConfigMapKeySelector;
  secret?: SecretKeySelector;
}
export interface ConfigMapKeySelector {
  key: string;
  name?: string;
  optional?: boolean;
}
export interface SafeTLSConfig {
  ca?: SecretOrConfigMap;
  cert?: SecretOrConfigMap;
  insecureSkipVerify?: boolean;
  keySecret?: SecretKeySelector;
  maxVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  minVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  serverName?: string;
}
export interface GlobalJiraConfig {
  apiURL?: string;
}
export interface GlobalMattermostConfig {
  webhookURL?: SecretKeySelector;
}
export interface GlobalRocketChatConfig {
  apiURL?: string;
  token?: SecretKeySelector;
  tokenID?: SecretKeySelector;
}
export interface GlobalSMTPConfig {
  authIdentity?: string;
  authPassword?: SecretKeySelector;
  authSecret?: SecretKeySelector;
  authUsername?: string;
  forceImplicitTLS?: boolean;
  from?: string;
  hello?: string;
  requireTLS?: boolean;
  smartHost?: HostPort;
  tlsConfig?: SafeTLSConfig;
}
export interface HostPort {
  host: string;
  port: string;
}
export interface GlobalTelegramConfig {
  apiURL?: string;
}
export interface GlobalVictorOpsConfig {
  apiKey?: SecretKeySelector;
  apiURL?: string;
}
export interface GlobalWebexConfig {
  apiURL?: string;
}
export interface GlobalWeChatConfig {
  apiCorpID?: string;
  apiSecret?: SecretKeySelector;
  apiURL?: string;
}
export interface ClusterTLSConfig {
  client: SafeTLSConfig;
  server: WebTLSConfig;
}
export interface WebTLSConfig {
  cert?: SecretOrConfigMap;
  certFile?: string;
  cipherSuites?: string[];
  clientAuthType?: string;
  clientCAFile?: string;
  client_ca?: SecretOrConfigMap;
  curvePreferences?: string[];
  keyFile?: string;
  keySecret?: SecretKeySelector;
  maxVersion?: string;
  minVersion?: string;
  preferServerCipherSuites?: boolean;
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
  name: string;
  value?: string;
}
export interface HostAlias {
  hostnames: string[];
  ip: string;
}
export interface LocalObjectReference {
  name?: string;
}
export interface AlertmanagerLimitsSpec {
  maxPerSilenceBytes?: string;
  maxSilences?: number;
}
export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  whenDeleted?: string;
  whenScaled?: string;
}
export interface EmbeddedObjectMetadata {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
  name?: string;
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
export interface StorageSpec {
  disableMountSubPath?: boolean;
  emptyDir?: EmptyDirVolumeSource;
  ephemeral?: EphemeralVolumeSource;
  volumeClaimTemplate?: EmbeddedPersistentVolumeClaim;
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
export interface EmbeddedPersistentVolumeClaim {
  apiVersion?: "monitoring.coreos.com/v1";
  kind?: "EmbeddedPersistentVolumeClaim";
  metadata?: EmbeddedObjectMetadata;
  spec?: PersistentVolumeClaimSpec;
  status?: PersistentVolumeClaimStatus;
}
export interface PersistentVolumeClaimStatus {
  accessModes?: ("ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOnce" | "ReadWriteOncePod")[];
  allocatedResourceStatuses?: {
    [k: string]:
      | "ControllerResizeInProgress"
      | "ControllerResizeInfeasible"
      | "NodeResizeInProgress"
      | "NodeResizeInfeasible"
      | "NodeResizePending";
  };
  allocatedResources?: {
    [k: string]: number | string;
  };
  capacity?: {
    [k: string]: number | string;
  };
  conditions?: PersistentVolumeClaimCondition[];
  currentVolumeAttributesClassName?: string;
  modifyVolumeStatus?: ModifyVolumeStatus;
  phase?: "Bound" | "Lost" | "Pending";
}
export interface PersistentVolumeClaimCondition {
  lastProbeTime?: string;
  lastTransitionTime?: string;
  message?: string;
  reason?: string;
  status: string;
  type: string;
}
export interface ModifyVolumeStatus {
  status: "InProgress" | "Infeasible" | "Pending";
  targetVolumeAttributesClassName?: string;
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
export interface StatefulSetUpdateStrategy {
  rollingUpdate?: RollingUpdateStatefulSetStrategy;
  type: "OnDelete" | "RollingUpdate";
}
export interface RollingUpdateStatefulSetStrategy {
  maxUnavailable?: number | string;
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
export interface AlertmanagerWebSpec {
  getConcurrency?: number;
  httpConfig?: WebHTTPConfig;
  timeout?: number;
  tlsConfig?: WebTLSConfig;
}
export interface WebHTTPConfig {
  headers?: WebHTTPHeaders;
  http2?: boolean;
}
export interface WebHTTPHeaders {
  contentSecurityPolicy?: string;
  strictTransportSecurity?: string;
  xContentTypeOptions?: "" | "NoSniff";
  xFrameOptions?: "" | "Deny" | "SameOrigin";
  xXSSProtection?: string;
}
export interface PodMonitorSpec {
  attachMetadata?: AttachMetadata;
  bodySizeLimit?: string;
  convertClassicHistogramsToNHCB?: boolean;
  fallbackScrapeProtocol?:
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  jobLabel?: string;
  keepDroppedTargets?: number;
  labelLimit?: number;
  labelNameLengthLimit?: number;
  labelValueLengthLimit?: number;
  namespaceSelector?: NamespaceSelector;
  nativeHistogramBucketLimit?: number;
  nativeHistogramMinBucketFactor?: number | string;
  podMetricsEndpoints?: PodMetricsEndpoint[];
  podTargetLabels?: string[];
  sampleLimit?: number;
  scrapeClass?: string;
  scrapeClassicHistograms?: boolean;
  scrapeNativeHistograms?: boolean;
  scrapeProtocols?: (
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0"
  )[];
  selector: LabelSelector;
  selectorMechanism?: "RelabelConfig" | "RoleSelector";
  targetLimit?: number;
}
export interface AttachMetadata {
  node?: boolean;
}
export interface NamespaceSelector {
  any?: boolean;
  matchNames?: string[];
}
export interface PodMetricsEndpoint {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  bearerTokenSecret?: SecretKeySelector;
  enableHttp2?: boolean;
  filterRunning?: boolean;
  followRedirects?: boolean;
  honorLabels?: boolean;
  honorTimestamps?: boolean;
  interval?: string;
  metricRelabelings?: RelabelConfig[];
  noProxy?: string;
  oauth2?: OAuth2;
  params?: {
    [k: string]: string[];
  };
  path?: string;
  port?: string;
  portNumber?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  relabelings?: RelabelConfig[];
  scheme?: "http" | "https" | "HTTP" | "HTTPS";
  scrapeTimeout?: string;
  targetPort?: number | string;
  tlsConfig?: SafeTLSConfig;
  trackTimestampsStaleness?: boolean;
}
export interface RelabelConfig {
  action?:
    | "replace"
    | "Replace"
    | "keep"
    | "Keep"
    | "drop"
    | "Drop"
    | "hashmod"
    | "HashMod"
    | "labelmap"
    | "LabelMap"
    | "labeldrop"
    | "LabelDrop"
    | "labelkeep"
    | "LabelKeep"
    | "lowercase"
    | "Lowercase"
    | "uppercase"
    | "Uppercase"
    | "keepequal"
    | "KeepEqual"
    | "dropequal"
    | "DropEqual";
  modulus?: number;
  regex?: string;
  replacement?: string;
  separator?: string;
  sourceLabels?: string[];
  targetLabel?: string;
}
export interface ProbeSpec {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  bearerTokenSecret?: SecretKeySelector;
  convertClassicHistogramsToNHCB?: boolean;
  enableHttp2?: boolean;
  fallbackScrapeProtocol?:
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  followRedirects?: boolean;
  interval?: string;
  jobName?: string;
  keepDroppedTargets?: number;
  labelLimit?: number;
  labelNameLengthLimit?: number;
  labelValueLengthLimit?: number;
  metricRelabelings?: RelabelConfig[];
  module?: string;
  nativeHistogramBucketLimit?: number;
  nativeHistogramMinBucketFactor?: number | string;
  oauth2?: OAuth2;
  params?: ProbeParam[];
  prober?: ProberSpec;
  sampleLimit?: number;
  scrapeClass?: string;
  scrapeClassicHistograms?: boolean;
  scrapeNativeHistograms?: boolean;
  scrapeProtocols?: (
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0"
  )[];
  scrapeTimeout?: string;
  targetLimit?: number;
  targets?: ProbeTargets;
  tlsConfig?: SafeTLSConfig;
}
export interface ProbeParam {
  name: string;
  values?: string[];
}
export interface ProberSpec {
  noProxy?: string;
  path?: string;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  scheme?: "http" | "https" | "HTTP" | "HTTPS";
  url: string;
}
export interface ProbeTargets {
  ingress?: ProbeTargetIngress;
  staticConfig?: ProbeTargetStaticConfig;
}
export interface ProbeTargetIngress {
  namespaceSelector?: NamespaceSelector;
  relabelingConfigs?: RelabelConfig[];
  selector?: LabelSelector;
}
export interface ProbeTargetStaticConfig {
  labels?: {
    [k: string]: string;
  };
  relabelingConfigs?: RelabelConfig[];
  static?: string[];
}
export interface PrometheusSpec {
  additionalAlertManagerConfigs?: SecretKeySelector;
  additionalAlertRelabelConfigs?: SecretKeySelector;
  additionalArgs?: Argument[];
  additionalScrapeConfigs?: SecretKeySelector;
  affinity?: Affinity;
  alerting?: AlertingSpec;
  allowOverlappingBlocks?: boolean;
  apiserverConfig?: APIServerConfig;
  arbitraryFSAccessThroughSMs?: ArbitraryFSAccessThroughSMsConfig;
  automountServiceAccountToken?: boolean;
  baseImage?: string;
  bodySizeLimit?: string;
  configMaps?: string[];
  containers?: Container[];
  convertClassicHistogramsToNHCB?: boolean;
  disableCompaction?: boolean;
  dnsConfig?: PodDNSConfig;
  dnsPolicy?: "ClusterFirstWithHostNet" | "ClusterFirst" | "Default" | "None";
  enableAdminAPI?: boolean;
  enableFeatures?: string[];
  enableOTLPReceiver?: boolean;
  enableRemoteWriteReceiver?: boolean;
  enableServiceLinks?: boolean;
  enforcedBodySizeLimit?: string;
  enforcedKeepDroppedTargets?: number;
  enforcedLabelLimit?: number;
  enforcedLabelNameLengthLimit?: number;
  enforcedLabelValueLengthLimit?: number;
  enforcedNamespaceLabel?: string;
  enforcedSampleLimit?: number;
  enforcedTargetLimit?: number;
  evaluationInterval?: string;
  excludedFromEnforcement?: ObjectReference[];
  exemplars?: Exemplars;
  externalLabels?: {
    [k: string]: string;
  };
  externalUrl?: string;
  hostAliases?: HostAlias[];
  hostNetwork?: boolean;
  hostUsers?: boolean;
  ignoreNamespaceSelectors?: boolean;
  image?: string;
  imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  imagePullSecrets?: LocalObjectReference[];
  initContainers?: Container[];
  keepDroppedTargets?: number;
  labelLimit?: number;
  labelNameLengthLimit?: number;
  labelValueLengthLimit?: number;
  listenLocal?: boolean;
  logFormat?: "" | "logfmt" | "json";
  logLevel?: "" | "debug" | "info" | "warn" | "error";
  maximumStartupDurationSeconds?: number;
  minReadySeconds?: number;
  nameEscapingScheme?: "AllowUTF8" | "Underscores" | "Dots" | "Values";
  nameValidationScheme?: "UTF8" | "Legacy";
  nodeSelector?: {
    [k: string]: string;
  };
  otlp?: OTLPConfig;
  overrideHonorLabels?: boolean;
  overrideHonorTimestamps?: boolean;
  paused?: boolean;
  persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  podManagementPolicy?: "OrderedReady" | "Parallel";
  podMetadata?: EmbeddedObjectMetadata;
  podMonitorNamespaceSelector?: LabelSelector;
  podMonitorSelector?: LabelSelector;
  podTargetLabels?: string[];
  portName?: string;
  priorityClassName?: string;
  probeNamespaceSelector?: LabelSelector;
  probeSelector?: LabelSelector;
  prometheusExternalLabelName?: string;
  prometheusRulesExcludedFromEnforce?: PrometheusRuleExcludeConfig[];
  query?: QuerySpec;
  queryLogFile?: string;
  reloadStrategy?: "HTTP" | "ProcessSignal";
  remoteRead?: RemoteReadSpec[];
  remoteWrite?: RemoteWriteSpec[];
  remoteWriteReceiverMessageVersions?: ("V1.0" | "V2.0")[];
  replicaExternalLabelName?: string;
  replicas?: number;
  resources?: ResourceRequirements;
  retention?: string;
  retentionSize?: string;
  routePrefix?: string;
  ruleNamespaceSelector?: LabelSelector;
  ruleQueryOffset?: string;
  ruleSelector?: LabelSelector;
  rules?: Rules;
  runtime?: RuntimeConfig;
  sampleLimit?: number;
  schedulerName?: string;
  scrapeClasses?: ScrapeClass[];
  scrapeClassicHistograms?: boolean;
  scrapeConfigNamespaceSelector?: LabelSelector;
  scrapeConfigSelector?: LabelSelector;
  scrapeFailureLogFile?: string;
  scrapeInterval?: string;
  scrapeNativeHistograms?: boolean;
  scrapeProtocols?: (
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0"
  )[];
  scrapeTimeout?: string;
  secrets?: string[];
  securityContext?: PodSecurityContext;
  serviceAccountName?: string;
  serviceDiscoveryRole?: "Endpoints" | "EndpointSlice";
  serviceMonitorNamespaceSelector?: LabelSelector;
  serviceMonitorSelector?: LabelSelector;
  serviceName?: string;
  sha?: string;
  shardRetentionPolicy?: ShardRetentionPolicy;
  shardingStrategy?: ShardingStrategy;
  shards?: number;
  storage?: StorageSpec;
  tag?: string;
  targetLimit?: number;
  terminationGracePeriodSeconds?: number;
  thanos?: ThanosSpec;
  tolerations?: Toleration[];
  topologySpreadConstraints?: TopologySpreadConstraint_[];
  tracingConfig?: TracingConfig;
  tsdb?: TSDBSpec;
  updateStrategy?: StatefulSetUpdateStrategy;
  version?: string;
  volumeMounts?: VolumeMount[];
  volumes?: Volume[];
  walCompression?: boolean;
  web?: PrometheusWebSpec;
}
export interface AlertingSpec {
  alertmanagers: AlertmanagerEndpoints[];
}
export interface AlertmanagerEndpoints {
  alertRelabelings?: RelabelConfig[];
  apiVersion?: "v1" | "V1" | "v2" | "V2";
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  bearerTokenFile?: string;
  enableHttp2?: boolean;
  name: string;
  namespace?: string;
  noProxy?: string;
  pathPrefix?: string;
  port: number | string;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  relabelings?: RelabelConfig[];
  scheme?: "http" | "https" | "HTTP" | "HTTPS";
  sigv4?: Sigv4;
  timeout?: string;
  tlsConfig?: TLSConfig;
}
export interface Sigv4 {
  accessKey?: SecretKeySelector;
  externalId?: string;
  profile?: string;
  region?: string;
  roleArn?: string;
  secretKey?: SecretKeySelector;
  useFIPSSTSEndpoint?: boolean;
}
export interface TLSConfig {
  ca?: SecretOrConfigMap;
  caFile?: string;
  cert?: SecretOrConfigMap;
  certFile?: string;
  insecureSkipVerify?: boolean;
  keyFile?: string;
  keySecret?: SecretKeySelector;
  maxVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  minVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  serverName?: string;
  [k: string]: unknown;
}
export interface APIServerConfig {
  authorization?: Authorization;
  basicAuth?: BasicAuth;
  bearerToken?: string;
  bearerTokenFile?: string;
  host: string;
  noProxy?: string;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  tlsConfig?: TLSConfig;
}
export interface Authorization {
  credentials?: SecretKeySelector;
  credentialsFile?: string;
  type?: string;
}
export interface ArbitraryFSAccessThroughSMsConfig {
  deny?: boolean;
}
export interface ObjectReference {
  group?: "monitoring.coreos.com";
  name?: string;
  namespace: string;
  resource: "prometheusrules" | "servicemonitors" | "podmonitors" | "probes" | "scrapeconfigs";
}
export interface Exemplars {
  maxSize?: number;
}
export interface OTLPConfig {
  convertHistogramsToNHCB?: boolean;
  ignoreResourceAttributes?: string[];
  keepIdentifyingResourceAttributes?: boolean;
  promoteAllResourceAttributes?: boolean;
  promoteResourceAttributes?: string[];
  promoteScopeMetadata?: boolean;
  translationStrategy?:
    | "NoUTF8EscapingWithSuffixes"
    | "UnderscoreEscapingWithSuffixes"
    | "NoTranslation"
    | "UnderscoreEscapingWithoutSuffixes";
}
export interface PrometheusRuleExcludeConfig {
  ruleName: string;
  ruleNamespace: string;
}
export interface QuerySpec {
  lookbackDelta?: string;
  maxConcurrency?: number;
  maxSamples?: number;
  timeout?: string;
}
export interface RemoteReadSpec {
  authorization?: Authorization;
  basicAuth?: BasicAuth;
  bearerToken?: string;
  bearerTokenFile?: string;
  filterExternalLabels?: boolean;
  followRedirects?: boolean;
  headers?: {
    [k: string]: string;
  };
  name?: string;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  readRecent?: boolean;
  remoteTimeout?: string;
  requiredMatchers?: {
    [k: string]: string;
  };
  tlsConfig?: TLSConfig;
  url: string;
}
export interface RemoteWriteSpec {
  authorization?: Authorization;
  azureAd?: AzureAD;
  basicAuth?: BasicAuth;
  bearerToken?: string;
  bearerTokenFile?: string;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  headers?: {
    [k: string]: string;
  };
  messageVersion?: "V1.0" | "V2.0";
  metadataConfig?: MetadataConfig;
  name?: string;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  queueConfig?: QueueConfig;
  remoteTimeout?: string;
  roundRobinDNS?: boolean;
  sendExemplars?: boolean;
  sendNativeHistograms?: boolean;
  sigv4?: Sigv4;
  tlsConfig?: TLSConfig;
  url: string;
  writeRelabelConfigs?: RelabelConfig[];
}
export interface AzureAD {
  cloud?: "AzureChina" | "AzureGovernment" | "AzurePublic";
  managedIdentity?: ManagedIdentity;
  oauth?: AzureOAuth;
  scope?: string;
  sdk?: AzureSDK;
  workloadIdentity?: AzureWorkloadIdentity;
}
export interface ManagedIdentity {
  clientId?: string;
}
export interface AzureOAuth {
  clientId: string;
  clientSecret: SecretKeySelector;
  tenantId: string;
}
export interface AzureSDK {
  tenantId?: string;
}
export interface AzureWorkloadIdentity {
  clientId: string;
  tenantId: string;
}
export interface MetadataConfig {
  maxSamplesPerSend?: number;
  send?: boolean;
  sendInterval?: string;
}
export interface QueueConfig {
  batchSendDeadline?: string;
  capacity?: number;
  maxBackoff?: string;
  maxRetries?: number;
  maxSamplesPerSend?: number;
  maxShards?: number;
  minBackoff?: string;
  minShards?: number;
  retryOnRateLimit?: boolean;
  sampleAgeLimit?: string;
}
export interface Rules {
  alert?: RulesAlert;
}
export interface RulesAlert {
  forGracePeriod?: string;
  forOutageTolerance?: string;
  resendDelay?: string;
}
export interface RuntimeConfig {
  goGC?: number;
}
export interface ScrapeClass {
  attachMetadata?: AttachMetadata;
  authorization?: Authorization;
  default?: boolean;
  fallbackScrapeProtocol?:
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  metricRelabelings?: RelabelConfig[];
  name: string;
  relabelings?: RelabelConfig[];
  tlsConfig?: TLSConfig;
}
export interface ShardRetentionPolicy {
  retain?: RetainConfig;
  whenScaled?: string;
}
export interface RetainConfig {
  retentionPeriod: string;
}
export interface ShardingStrategy {
  mode?: "Address" | "Topology";
  topology?: TopologyShardingStrategy;
}
export interface TopologyShardingStrategy {
  externalLabelName?: string;
  values?: string[];
}
export interface ThanosSpec {
  additionalArgs?: Argument[];
  baseImage?: string;
  blockSize?: string;
  getConfigInterval?: string;
  getConfigTimeout?: string;
  grpcListenLocal?: boolean;
  grpcServerTlsConfig?: GRPCServerTLSConfig;
  httpListenLocal?: boolean;
  image?: string;
  listenLocal?: boolean;
  logFormat?: "" | "logfmt" | "json";
  logLevel?: "" | "debug" | "info" | "warn" | "error";
  minTime?: string;
  objectStorageConfig?: SecretKeySelector;
  objectStorageConfigFile?: string;
  readyTimeout?: string;
  resources?: ResourceRequirements;
  sha?: string;
  tag?: string;
  tracingConfig?: SecretKeySelector;
  tracingConfigFile?: string;
  version?: string;
  volumeMounts?: VolumeMount[];
}
export interface GRPCServerTLSConfig {
  ca?: SecretOrConfigMap;
  caFile?: string;
  cert?: SecretOrConfigMap;
  certFile?: string;
  cipherSuites?: string[];
  curves?: string[];
  insecureSkipVerify?: boolean;
  keyFile?: string;
  keySecret?: SecretKeySelector;
  maxVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  minVersion?: "TLS10" | "TLS11" | "TLS12" | "TLS13";
  serverName?: string;
}
export interface TopologySpreadConstraint_ {
  additionalLabelSelectors?: "OnResource" | "OnShard";
}
export interface TracingConfig {
  clientType?: "http" | "grpc" | "HTTP" | "GRPC";
  compression?: "gzip" | "Gzip";
  endpoint: string;
  headers?: {
    [k: string]: string;
  };
  insecure?: boolean;
  samplingFraction?: number | string;
  timeout?: string;
  tlsConfig?: TLSConfig;
}
export interface TSDBSpec {
  outOfOrderTimeWindow?: string;
}
export interface PrometheusWebSpec {
  httpConfig?: WebHTTPConfig;
  maxConnections?: number;
  pageTitle?: string;
  tlsConfig?: WebTLSConfig;
}
export interface PrometheusRuleSpec {
  groups?: RuleGroup[];
}
export interface RuleGroup {
  interval?: string;
  labels?: {
    [k: string]: string;
  };
  limit?: number;
  name: string;
  partial_response_strategy?: string;
  query_offset?: string;
  rules?: Rule[];
}
export interface Rule {
  alert?: string;
  annotations?: {
    [k: string]: string;
  };
  expr: number | string;
  for?: string;
  keep_firing_for?: string;
  labels?: {
    [k: string]: string;
  };
  record?: string;
}
export interface ServiceMonitorSpec {
  attachMetadata?: AttachMetadata;
  bodySizeLimit?: string;
  convertClassicHistogramsToNHCB?: boolean;
  endpoints: Endpoint[];
  fallbackScrapeProtocol?:
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  jobLabel?: string;
  keepDroppedTargets?: number;
  labelLimit?: number;
  labelNameLengthLimit?: number;
  labelValueLengthLimit?: number;
  namespaceSelector?: NamespaceSelector;
  nativeHistogramBucketLimit?: number;
  nativeHistogramMinBucketFactor?: number | string;
  podTargetLabels?: string[];
  sampleLimit?: number;
  scrapeClass?: string;
  scrapeClassicHistograms?: boolean;
  scrapeNativeHistograms?: boolean;
  scrapeProtocols?: (
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0"
  )[];
  selector: LabelSelector;
  selectorMechanism?: "RelabelConfig" | "RoleSelector";
  serviceDiscoveryRole?: "Endpoints" | "EndpointSlice";
  targetLabels?: string[];
  targetLimit?: number;
}
export interface Endpoint {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  bearerTokenFile?: string;
  bearerTokenSecret?: SecretKeySelector;
  enableHttp2?: boolean;
  filterRunning?: boolean;
  followRedirects?: boolean;
  honorLabels?: boolean;
  honorTimestamps?: boolean;
  interval?: string;
  metricRelabelings?: RelabelConfig[];
  noProxy?: string;
  oauth2?: OAuth2;
  params?: {
    [k: string]: string[];
  };
  path?: string;
  port?: string;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  relabelings?: RelabelConfig[];
  scheme?: "http" | "https" | "HTTP" | "HTTPS";
  scrapeTimeout?: string;
  targetPort?: number | string;
  tlsConfig?: TLSConfig;
  trackTimestampsStaleness?: boolean;
}
export interface AlertmanagerConfigSpec {
  inhibitRules?: InhibitRule[];
  muteTimeIntervals?: MuteTimeInterval[];
  receivers?: Receiver[];
  route?: Route;
}
export interface InhibitRule {
  equal?: string[];
  sourceMatch?: Matcher[];
  targetMatch?: Matcher[];
}
export interface Matcher {
  matchType?: string;
  name: string;
  regex?: boolean;
  value?: string;
}
export interface MuteTimeInterval {
  name: string;
  timeIntervals?: TimeInterval[];
}
export interface TimeInterval {
  daysOfMonth?: DayOfMonthRange[];
  months?: string[];
  times?: TimeRange[];
  weekdays?: string[];
  years?: string[];
}
export interface DayOfMonthRange {
  end?: number;
  start?: number;
}
export interface TimeRange {
  endTime?: string;
  startTime?: string;
}
export interface Receiver {
  discordConfigs?: DiscordConfig[];
  emailConfigs?: EmailConfig[];
  msteamsConfigs?: MSTeamsConfig[];
  msteamsv2Configs?: MSTeamsV2Config[];
  name: string;
  opsgenieConfigs?: OpsGenieConfig[];
  pagerdutyConfigs?: PagerDutyConfig[];
  pushoverConfigs?: PushoverConfig[];
  rocketchatConfigs?: RocketChatConfig[];
  slackConfigs?: SlackConfig[];
  snsConfigs?: SNSConfig[];
  telegramConfigs?: TelegramConfig[];
  victoropsConfigs?: VictorOpsConfig[];
  webexConfigs?: WebexConfig[];
  webhookConfigs?: WebhookConfig[];
  wechatConfigs?: WeChatConfig[];
}
export interface DiscordConfig {
  apiURL: SecretKeySelector;
  avatarURL?: string;
  content?: string;
  httpConfig?: HTTPConfig;
  message?: string;
  sendResolved?: boolean;
  title?: string;
  username?: string;
}
export interface HTTPConfig {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  bearerTokenSecret?: SecretKeySelector;
  enableHttp2?: boolean;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyURL?: string;
  proxyUrl?: string;
  tlsConfig?: SafeTLSConfig;
}
export interface EmailConfig {
  authIdentity?: string;
  authPassword?: SecretKeySelector;
  authSecret?: SecretKeySelector;
  authUsername?: string;
  forceImplicitTLS?: boolean;
  from?: string;
  headers?: KeyValue[];
  hello?: string;
  html?: string;
  requireTLS?: boolean;
  sendResolved?: boolean;
  smarthost?: string;
  text?: string;
  threading?: EmailThreadingConfig;
  tlsConfig?: SafeTLSConfig;
  to?: string;
}
export interface KeyValue {
  key: string;
  value: string;
}
export interface EmailThreadingConfig {
  threadByDate: "Daily" | "None";
}
export interface MSTeamsConfig {
  httpConfig?: HTTPConfig;
  sendResolved?: boolean;
  summary?: string;
  text?: string;
  title?: string;
  webhookUrl: SecretKeySelector;
}
export interface MSTeamsV2Config {
  httpConfig?: HTTPConfig;
  sendResolved?: boolean;
  text?: string;
  title?: string;
  webhookURL?: SecretKeySelector;
}
export interface OpsGenieConfig {
  actions?: string;
  apiKey?: SecretKeySelector;
  apiURL?: string;
  description?: string;
  details?: KeyValue[];
  entity?: string;
  httpConfig?: HTTPConfig;
  message?: string;
  note?: string;
  priority?: string;
  responders?: OpsGenieConfigResponder[];
  sendResolved?: boolean;
  source?: string;
  tags?: string;
  updateAlerts?: boolean;
}
export interface OpsGenieConfigResponder {
  id?: string;
  name?: string;
  type: "team" | "teams" | "user" | "escalation" | "schedule";
  username?: string;
}
export interface PagerDutyConfig {
  class?: string;
  client?: string;
  clientURL?: string;
  component?: string;
  description?: string;
  details?: KeyValue[];
  group?: string;
  httpConfig?: HTTPConfig;
  pagerDutyImageConfigs?: PagerDutyImageConfig[];
  pagerDutyLinkConfigs?: PagerDutyLinkConfig[];
  routingKey?: SecretKeySelector;
  sendResolved?: boolean;
  serviceKey?: SecretKeySelector;
  severity?: string;
  source?: string;
  timeout?: string;
  url?: string;
}
export interface PagerDutyImageConfig {
  alt?: string;
  href?: string;
  src?: string;
}
export interface PagerDutyLinkConfig {
  alt?: string;
  href?: string;
}
export interface PushoverConfig {
  device?: string;
  expire?: string;
  html?: boolean;
  httpConfig?: HTTPConfig;
  message?: string;
  monospace?: boolean;
  priority?: string;
  retry?: string;
  sendResolved?: boolean;
  sound?: string;
  title?: string;
  token?: SecretKeySelector;
  tokenFile?: string;
  ttl?: string;
  url?: string;
  urlTitle?: string;
  userKey?: SecretKeySelector;
  userKeyFile?: string;
}
export interface RocketChatConfig {
  actions?: RocketChatActionConfig[];
  apiURL?: string;
  channel?: string;
  color?: string;
  emoji?: string;
  fields?: RocketChatFieldConfig[];
  httpConfig?: HTTPConfig;
  iconURL?: string;
  imageURL?: string;
  linkNames?: boolean;
  sendResolved?: boolean;
  shortFields?: boolean;
  text?: string;
  thumbURL?: string;
  title?: string;
  titleLink?: string;
  token: SecretKeySelector;
  tokenID: SecretKeySelector;
}
export interface RocketChatActionConfig {
  msg?: string;
  text?: string;
  url?: string;
}
export interface RocketChatFieldConfig {
  short?: boolean;
  title?: string;
  value?: string;
}
export interface SlackConfig {
  actions?: SlackAction[];
  apiURL?: SecretKeySelector;
  callbackId?: string;
  channel?: string;
  color?: string;
  fallback?: string;
  fields?: SlackField[];
  footer?: string;
  httpConfig?: HTTPConfig;
  iconEmoji?: string;
  iconURL?: string;
  imageURL?: string;
  linkNames?: boolean;
  messageText?: string;
  mrkdwnIn?: string[];
  pretext?: string;
  sendResolved?: boolean;
  shortFields?: boolean;
  text?: string;
  thumbURL?: string;
  timeout?: string;
  title?: string;
  titleLink?: string;
  username?: string;
}
export interface SlackAction {
  confirm?: SlackConfirmationField;
  name?: string;
  style?: string;
  text: string;
  type: string;
  url?: string;
  value?: string;
}
export interface SlackConfirmationField {
  dismissText?: string;
  okText?: string;
  text: string;
  title?: string;
}
export interface SlackField {
  short?: boolean;
  title: string;
  value: string;
}
export interface SNSConfig {
  apiURL?: string;
  attributes?: {
    [k: string]: string;
  };
  httpConfig?: HTTPConfig;
  message?: string;
  phoneNumber?: string;
  sendResolved?: boolean;
  sigv4?: Sigv4;
  subject?: string;
  targetARN?: string;
  topicARN?: string;
}
export interface TelegramConfig {
  apiURL?: string;
  botToken?: SecretKeySelector;
  botTokenFile?: string;
  chatID: number;
  disableNotifications?: boolean;
  httpConfig?: HTTPConfig;
  message?: string;
  messageThreadID?: number;
  parseMode?: "MarkdownV2" | "Markdown" | "HTML";
  sendResolved?: boolean;
}
export interface VictorOpsConfig {
  apiKey?: SecretKeySelector;
  apiUrl?: string;
  customFields?: KeyValue[];
  entityDisplayName?: string;
  httpConfig?: HTTPConfig;
  messageType?: string;
  monitoringTool?: string;
  routingKey: string;
  sendResolved?: boolean;
  stateMessage?: string;
}
export interface WebexConfig {
  apiURL?: string;
  httpConfig?: HTTPConfig;
  message?: string;
  roomID: string;
  sendResolved?: boolean;
}
export interface WebhookConfig {
  httpConfig?: HTTPConfig;
  maxAlerts?: number;
  sendResolved?: boolean;
  timeout?: string;
  url?: string;
  urlSecret?: SecretKeySelector;
}
export interface WeChatConfig {
  agentID?: string;
  apiSecret?: SecretKeySelector;
  apiURL?: string;
  corpID?: string;
  httpConfig?: HTTPConfig;
  message?: string;
  messageType?: string;
  sendResolved?: boolean;
  toParty?: string;
  toTag?: string;
  toUser?: string;
}
export interface Route {
  activeTimeIntervals?: string[];
  continue?: boolean;
  groupBy?: string[];
  groupInterval?: string;
  groupWait?: string;
  matchers?: Matcher[];
  muteTimeIntervals?: string[];
  receiver?: string;
  repeatInterval?: string;
  routes?: JSON[];
}
export interface PrometheusAgentSpec {
  additionalArgs?: Argument[];
  additionalScrapeConfigs?: SecretKeySelector;
  affinity?: Affinity;
  apiserverConfig?: APIServerConfig;
  arbitraryFSAccessThroughSMs?: ArbitraryFSAccessThroughSMsConfig;
  automountServiceAccountToken?: boolean;
  bodySizeLimit?: string;
  configMaps?: string[];
  containers?: Container[];
  convertClassicHistogramsToNHCB?: boolean;
  dnsConfig?: PodDNSConfig;
  dnsPolicy?: "ClusterFirstWithHostNet" | "ClusterFirst" | "Default" | "None";
  enableFeatures?: string[];
  enableOTLPReceiver?: boolean;
  enableRemoteWriteReceiver?: boolean;
  enableServiceLinks?: boolean;
  enforcedBodySizeLimit?: string;
  enforcedKeepDroppedTargets?: number;
  enforcedLabelLimit?: number;
  enforcedLabelNameLengthLimit?: number;
  enforcedLabelValueLengthLimit?: number;
  enforcedNamespaceLabel?: string;
  enforcedSampleLimit?: number;
  enforcedTargetLimit?: number;
  excludedFromEnforcement?: ObjectReference[];
  externalLabels?: {
    [k: string]: string;
  };
  externalUrl?: string;
  hostAliases?: HostAlias[];
  hostNetwork?: boolean;
  hostUsers?: boolean;
  ignoreNamespaceSelectors?: boolean;
  image?: string;
  imagePullPolicy?: "Always" | "IfNotPresent" | "Never";
  imagePullSecrets?: LocalObjectReference[];
  initContainers?: Container[];
  keepDroppedTargets?: number;
  labelLimit?: number;
  labelNameLengthLimit?: number;
  labelValueLengthLimit?: number;
  listenLocal?: boolean;
  logFormat?: "" | "logfmt" | "json";
  logLevel?: "" | "debug" | "info" | "warn" | "error";
  maximumStartupDurationSeconds?: number;
  minReadySeconds?: number;
  mode?: "StatefulSet" | "DaemonSet";
  nameEscapingScheme?: "AllowUTF8" | "Underscores" | "Dots" | "Values";
  nameValidationScheme?: "UTF8" | "Legacy";
  nodeSelector?: {
    [k: string]: string;
  };
  otlp?: OTLPConfig;
  overrideHonorLabels?: boolean;
  overrideHonorTimestamps?: boolean;
  paused?: boolean;
  persistentVolumeClaimRetentionPolicy?: StatefulSetPersistentVolumeClaimRetentionPolicy;
  podManagementPolicy?: "OrderedReady" | "Parallel";
  podMetadata?: EmbeddedObjectMetadata;
  podMonitorNamespaceSelector?: LabelSelector;
  podMonitorSelector?: LabelSelector;
  podTargetLabels?: string[];
  portName?: string;
  priorityClassName?: string;
  probeNamespaceSelector?: LabelSelector;
  probeSelector?: LabelSelector;
  prometheusExternalLabelName?: string;
  reloadStrategy?: "HTTP" | "ProcessSignal";
  remoteWrite?: RemoteWriteSpec[];
  remoteWriteReceiverMessageVersions?: ("V1.0" | "V2.0")[];
  replicaExternalLabelName?: string;
  replicas?: number;
  resources?: ResourceRequirements;
  routePrefix?: string;
  runtime?: RuntimeConfig;
  sampleLimit?: number;
  schedulerName?: string;
  scrapeClasses?: ScrapeClass[];
  scrapeClassicHistograms?: boolean;
  scrapeConfigNamespaceSelector?: LabelSelector;
  scrapeConfigSelector?: LabelSelector;
  scrapeFailureLogFile?: string;
  scrapeInterval?: string;
  scrapeNativeHistograms?: boolean;
  scrapeProtocols?: (
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0"
  )[];
  scrapeTimeout?: string;
  secrets?: string[];
  securityContext?: PodSecurityContext;
  serviceAccountName?: string;
  serviceDiscoveryRole?: "Endpoints" | "EndpointSlice";
  serviceMonitorNamespaceSelector?: LabelSelector;
  serviceMonitorSelector?: LabelSelector;
  serviceName?: string;
  shardingStrategy?: ShardingStrategy;
  shards?: number;
  storage?: StorageSpec;
  targetLimit?: number;
  terminationGracePeriodSeconds?: number;
  tolerations?: Toleration[];
  topologySpreadConstraints?: TopologySpreadConstraint_[];
  tracingConfig?: TracingConfig;
  tsdb?: TSDBSpec;
  updateStrategy?: StatefulSetUpdateStrategy;
  version?: string;
  volumeMounts?: VolumeMount[];
  volumes?: Volume[];
  walCompression?: boolean;
  web?: PrometheusWebSpec;
}
export interface ScrapeConfigSpec {
  authorization?: SafeAuthorization;
  azureSDConfigs?: AzureSDConfig[];
  basicAuth?: BasicAuth;
  bodySizeLimit?: string;
  consulSDConfigs?: ConsulSDConfig[];
  convertClassicHistogramsToNHCB?: boolean;
  digitalOceanSDConfigs?: DigitalOceanSDConfig[];
  dnsSDConfigs?: DNSSDConfig[];
  dockerSDConfigs?: DockerSDConfig[];
  dockerSwarmSDConfigs?: DockerSwarmSDConfig[];
  ec2SDConfigs?: EC2SDConfig[];
  enableCompression?: boolean;
  enableHTTP2?: boolean;
  eurekaSDConfigs?: EurekaSDConfig[];
  fallbackScrapeProtocol?:
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0";
  fileSDConfigs?: FileSDConfig[];
  gceSDConfigs?: GCESDConfig[];
  hetznerSDConfigs?: HetznerSDConfig[];
  honorLabels?: boolean;
  honorTimestamps?: boolean;
  httpSDConfigs?: HTTPSDConfig[];
  ionosSDConfigs?: IonosSDConfig[];
  jobName?: string;
  keepDroppedTargets?: number;
  kubernetesSDConfigs?: KubernetesSDConfig[];
  kumaSDConfigs?: KumaSDConfig[];
  labelLimit?: number;
  labelNameLengthLimit?: number;
  labelValueLengthLimit?: number;
  lightSailSDConfigs?: LightSailSDConfig[];
  linodeSDConfigs?: LinodeSDConfig[];
  metricRelabelings?: RelabelConfig[];
  metricsPath?: string;
  nameEscapingScheme?: "AllowUTF8" | "Underscores" | "Dots" | "Values";
  nameValidationScheme?: "UTF8" | "Legacy";
  nativeHistogramBucketLimit?: number;
  nativeHistogramMinBucketFactor?: number | string;
  noProxy?: string;
  nomadSDConfigs?: NomadSDConfig[];
  oauth2?: OAuth2;
  openstackSDConfigs?: OpenStackSDConfig[];
  ovhcloudSDConfigs?: OVHCloudSDConfig[];
  params?: {
    [k: string]: string[];
  };
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  puppetDBSDConfigs?: PuppetDBSDConfig[];
  relabelings?: RelabelConfig[];
  sampleLimit?: number;
  scalewaySDConfigs?: ScalewaySDConfig[];
  scheme?: "http" | "https" | "HTTP" | "HTTPS";
  scrapeClass?: string;
  scrapeClassicHistograms?: boolean;
  scrapeInterval?: string;
  scrapeNativeHistograms?: boolean;
  scrapeProtocols?: (
    "PrometheusProto" | "OpenMetricsText0.0.1" | "OpenMetricsText1.0.0" | "PrometheusText0.0.4" | "PrometheusText1.0.0"
  )[];
  scrapeTimeout?: string;
  staticConfigs?: StaticConfig[];
  targetLimit?: number;
  tlsConfig?: SafeTLSConfig;
  trackTimestampsStaleness?: boolean;
}
export interface AzureSDConfig {
  authenticationMethod?: "OAuth" | "ManagedIdentity" | "SDK" | "WorkloadIdentity";
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  clientID?: string;
  clientSecret?: SecretKeySelector;
  enableHTTP2?: boolean;
  environment?: string;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  resourceGroup?: string;
  subscriptionID: string;
  tenantID?: string;
  tlsConfig?: SafeTLSConfig;
}
export interface ConsulSDConfig {
  allowStale?: boolean;
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  datacenter?: string;
  enableHTTP2?: boolean;
  filter?: string;
  followRedirects?: boolean;
  healthFilter?: string;
  namespace?: string;
  noProxy?: string;
  nodeMeta?: {
    [k: string]: string;
  };
  oauth2?: OAuth2;
  partition?: string;
  pathPrefix?: string;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  scheme?: "http" | "https" | "HTTP" | "HTTPS";
  server: string;
  services?: string[];
  tagSeparator?: string;
  tags?: string[];
  tlsConfig?: SafeTLSConfig;
  tokenRef?: SecretKeySelector;
}
export interface DigitalOceanSDConfig {
  authorization?: SafeAuthorization;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  tlsConfig?: SafeTLSConfig;
}
export interface DNSSDConfig {
  names: string[];
  port?: number;
  refreshInterval?: string;
  type?: "A" | "AAAA" | "MX" | "NS" | "SRV";
}
export interface DockerSDConfig {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  filters?: Filter[];
  followRedirects?: boolean;
  host: string;
  hostNetworkingHost?: string;
  matchFirstNetwork?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  tlsConfig?: SafeTLSConfig;
}
export interface Filter {
  name: string;
  values: string[];
}
export interface DockerSwarmSDConfig {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  filters?: Filter[];
  followRedirects?: boolean;
  host: string;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  role: "Services" | "Tasks" | "Nodes";
  tlsConfig?: SafeTLSConfig;
}
export interface EC2SDConfig {
  accessKey?: SecretKeySelector;
  enableHTTP2?: boolean;
  filters?: Filter[];
  followRedirects?: boolean;
  noProxy?: string;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  region?: string;
  roleARN?: string;
  secretKey?: SecretKeySelector;
  tlsConfig?: SafeTLSConfig;
}
export interface EurekaSDConfig {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  server: string;
  tlsConfig?: SafeTLSConfig;
}
export interface FileSDConfig {
  files: string[];
  refreshInterval?: string;
}
export interface GCESDConfig {
  filter?: string;
  port?: number;
  project: string;
  refreshInterval?: string;
  tagSeparator?: string;
  zone: string;
}
export interface HetznerSDConfig {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  labelSelector?: string;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  role: "hcloud" | "Hcloud" | "robot" | "Robot";
  tlsConfig?: SafeTLSConfig;
}
export interface HTTPSDConfig {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  tlsConfig?: SafeTLSConfig;
  url: string;
}
export interface IonosSDConfig {
  authorization: SafeAuthorization;
  datacenterID: string;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  tlsConfig?: SafeTLSConfig;
}
export interface KubernetesSDConfig {
  apiServer?: string;
  attachMetadata?: AttachMetadata_;
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  namespaces?: NamespaceDiscovery;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  role: "Pod" | "Endpoints" | "Ingress" | "Service" | "Node" | "EndpointSlice";
  selectors?: K8SSelectorConfig[];
  tlsConfig?: SafeTLSConfig;
}
export interface AttachMetadata_ {
  node?: boolean;
}
export interface NamespaceDiscovery {
  names?: string[];
  ownNamespace?: boolean;
}
export interface K8SSelectorConfig {
  field?: string;
  label?: string;
  role: "Pod" | "Endpoints" | "Ingress" | "Service" | "Node" | "EndpointSlice";
}
export interface KumaSDConfig {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  clientID?: string;
  enableHTTP2?: boolean;
  fetchTimeout?: string;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  server: string;
  tlsConfig?: SafeTLSConfig;
}
export interface LightSailSDConfig {
  accessKey?: SecretKeySelector;
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  endpoint?: string;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  region?: string;
  roleARN?: string;
  secretKey?: SecretKeySelector;
  tlsConfig?: SafeTLSConfig;
}
export interface LinodeSDConfig {
  authorization?: SafeAuthorization;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  region?: string;
  tagSeparator?: string;
  tlsConfig?: SafeTLSConfig;
}
export interface NomadSDConfig {
  allowStale?: boolean;
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  namespace?: string;
  noProxy?: string;
  oauth2?: OAuth2;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  region?: string;
  server: string;
  tagSeparator?: string;
  tlsConfig?: SafeTLSConfig;
}
export interface OpenStackSDConfig {
  allTenants?: boolean;
  applicationCredentialId?: string;
  applicationCredentialName?: string;
  applicationCredentialSecret?: SecretKeySelector;
  availability?: "Public" | "public" | "Admin" | "admin" | "Internal" | "internal";
  domainID?: string;
  domainName?: string;
  identityEndpoint?: string;
  password?: SecretKeySelector;
  port?: number;
  projectID?: string;
  projectName?: string;
  refreshInterval?: string;
  region: string;
  role: "Instance" | "Hypervisor" | "LoadBalancer";
  tlsConfig?: SafeTLSConfig;
  userid?: string;
  username?: string;
}
export interface OVHCloudSDConfig {
  applicationKey: string;
  applicationSecret: SecretKeySelector;
  consumerKey: SecretKeySelector;
  endpoint?: string;
  refreshInterval?: string;
  service: "VPS" | "DedicatedServer";
}
export interface PuppetDBSDConfig {
  authorization?: SafeAuthorization;
  basicAuth?: BasicAuth;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  includeParameters?: boolean;
  noProxy?: string;
  oauth2?: OAuth2;
  port?: number;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  query: string;
  refreshInterval?: string;
  tlsConfig?: SafeTLSConfig;
  url: string;
}
export interface ScalewaySDConfig {
  accessKey: string;
  apiURL?: string;
  enableHTTP2?: boolean;
  followRedirects?: boolean;
  nameFilter?: string;
  noProxy?: string;
  port?: number;
  projectID: string;
  proxyConnectHeader?: {
    [k: string]: SecretKeySelector[];
  };
  proxyFromEnvironment?: boolean;
  proxyUrl?: string;
  refreshInterval?: string;
  role: "Instance" | "Baremetal";
  secretKey: SecretKeySelector;
  tagsFilter?: string[];
  tlsConfig?: SafeTLSConfig;
  zone?: string;
}
export interface StaticConfig {
  labels?: {
    [k: string]: string;
  };
  targets: string[];
}
