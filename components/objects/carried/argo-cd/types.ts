// made of schema.json by .config/carry.js: @kubernetes-models/argo-cd says where it is from

export type RawExtension = unknown;
export type JSON = unknown;

export interface ArgoCdKinds {
  "argoproj.io/v1alpha1/AppProject": {
    spec: AppProjectSpec;
  };
  "argoproj.io/v1alpha1/Application": {
    operation?: Operation;
    spec: ApplicationSpec;
  };
  "argoproj.io/v1alpha1/ApplicationSet": {
    spec: ApplicationSetSpec;
  };
}
export interface AppProjectSpec {
  clusterResourceBlacklist?: ClusterResourceRestrictionItem[];
  clusterResourceWhitelist?: ClusterResourceRestrictionItem[];
  description?: string;
  destinationServiceAccounts?: ApplicationDestinationServiceAccount[];
  destinations?: ApplicationDestination[];
  namespaceResourceBlacklist?: {
    group: string;
    kind: string;
  }[];
  namespaceResourceWhitelist?: {
    group: string;
    kind: string;
  }[];
  orphanedResources?: OrphanedResourcesMonitorSettings;
  permitOnlyProjectScopedClusters?: boolean;
  roles?: ProjectRole[];
  signatureKeys?: SignatureKey[];
  sourceNamespaces?: string[];
  sourceRepos?: string[];
  syncWindows?: SyncWindow[];
}
export interface ClusterResourceRestrictionItem {
  group: string;
  kind: string;
  name?: string;
}
export interface ApplicationDestinationServiceAccount {
  defaultServiceAccount: string;
  namespace?: string;
  server: string;
}
export interface ApplicationDestination {
  name?: string;
  namespace?: string;
  server?: string;
}
export interface OrphanedResourcesMonitorSettings {
  ignore?: OrphanedResourceKey[];
  warn?: boolean;
}
export interface OrphanedResourceKey {
  group?: string;
  kind?: string;
  name?: string;
}
export interface ProjectRole {
  description?: string;
  groups?: string[];
  jwtTokens?: JWTToken[];
  name: string;
  policies?: string[];
}
export interface JWTToken {
  exp?: number;
  iat: number;
  id?: string;
}
export interface SignatureKey {
  keyID: string;
}
export interface SyncWindow {
  andOperator?: boolean;
  applications?: string[];
  clusters?: string[];
  description?: string;
  duration?: string;
  kind?: string;
  manualSync?: boolean;
  namespaces?: string[];
  schedule?: string;
  timeZone?: string;
}
export interface Operation {
  info?: Info[];
  initiatedBy?: OperationInitiator;
  retry?: RetryStrategy;
  sync?: SyncOperation;
}
export interface Info {
  name: string;
  value: string;
}
export interface OperationInitiator {
  automated?: boolean;
  username?: string;
}
export interface RetryStrategy {
  backoff?: Backoff;
  limit?: number;
  refresh?: boolean;
}
export interface Backoff {
  duration?: string;
  factor?: number;
  maxDuration?: string;
}
export interface SyncOperation {
  autoHealAttemptsCount?: number;
  dryRun?: boolean;
  manifests?: string[];
  prune?: boolean;
  resources?: SyncOperationResource[];
  revision?: string;
  revisions?: string[];
  source?: ApplicationSource;
  sources?: ApplicationSource[];
  syncOptions?: string[];
  syncStrategy?: SyncStrategy;
}
export interface SyncOperationResource {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}
export interface ApplicationSource {
  chart?: string;
  directory?: ApplicationSourceDirectory;
  helm?: ApplicationSourceHelm;
  kustomize?: ApplicationSourceKustomize;
  name?: string;
  path?: string;
  plugin?: ApplicationSourcePlugin;
  ref?: string;
  repoURL: string;
  targetRevision?: string;
}
export interface ApplicationSourceDirectory {
  exclude?: string;
  include?: string;
  jsonnet?: ApplicationSourceJsonnet;
  recurse?: boolean;
}
export interface ApplicationSourceJsonnet {
  extVars?: JsonnetVar[];
  libs?: string[];
  tlas?: JsonnetVar[];
}
export interface JsonnetVar {
  code?: boolean;
  name: string;
  value: string;
}
export interface ApplicationSourceHelm {
  apiVersions?: string[];
  fileParameters?: HelmFileParameter[];
  ignoreMissingValueFiles?: boolean;
  kubeVersion?: string;
  namespace?: string;
  parameters?: HelmParameter[];
  passCredentials?: boolean;
  releaseName?: string;
  skipCrds?: boolean;
  skipSchemaValidation?: boolean;
  skipTests?: boolean;
  valueFiles?: string[];
  values?: string;
  valuesObject?: RawExtension;
  version?: string;
}
export interface HelmFileParameter {
  name?: string;
  path?: string;
}
export interface HelmParameter {
  forceString?: boolean;
  name?: string;
  value?: string;
}
export interface ApplicationSourceKustomize {
  apiVersions?: string[];
  commonAnnotations?: {
    [k: string]: string;
  };
  commonAnnotationsEnvsubst?: boolean;
  commonLabels?: {
    [k: string]: string;
  };
  components?: string[];
  forceCommonAnnotations?: boolean;
  forceCommonLabels?: boolean;
  ignoreMissingComponents?: boolean;
  images?: string[];
  kubeVersion?: string;
  labelIncludeTemplates?: boolean;
  labelWithoutSelector?: boolean;
  namePrefix?: string;
  nameSuffix?: string;
  namespace?: string;
  patches?: KustomizePatch[];
  replicas?: KustomizeReplica[];
  version?: string;
}
export interface KustomizePatch {
  options?: {
    [k: string]: boolean;
  };
  patch?: string;
  path?: string;
  target?: KustomizeSelector;
}
export interface KustomizeSelector {
  annotationSelector?: string;
  group?: string;
  kind?: string;
  labelSelector?: string;
  name?: string;
  namespace?: string;
  version?: string;
}
export interface KustomizeReplica {
  count: number | string;
  name: string;
}
export interface ApplicationSourcePlugin {
  env?: EnvEntry[];
  name?: string;
  parameters?: ApplicationSourcePluginParameter[];
}
export interface EnvEntry {
  name: string;
  value: string;
}
export interface ApplicationSourcePluginParameter {
  array?: string[];
  map?: {
    [k: string]: string;
  };
  name?: string;
  string?: string;
}
export interface SyncStrategy {
  apply?: SyncStrategyApply;
  hook?: SyncStrategyHook;
}
export interface SyncStrategyApply {
  force?: boolean;
}
export interface SyncStrategyHook {
  force?: boolean;
  [k: string]: unknown;
}
export interface ApplicationSpec {
  destination: ApplicationDestination;
  ignoreDifferences?: ResourceIgnoreDifferences[];
  info?: Info[];
  project: string;
  revisionHistoryLimit?: number;
  source?: ApplicationSource;
  sourceHydrator?: SourceHydrator;
  sources?: ApplicationSource[];
  syncPolicy?: SyncPolicy;
}
export interface ResourceIgnoreDifferences {
  group?: string;
  jqPathExpressions?: string[];
  jsonPointers?: string[];
  kind: string;
  managedFieldsManagers?: string[];
  name?: string;
  namespace?: string;
}
export interface SourceHydrator {
  drySource: DrySource;
  hydrateTo?: HydrateTo;
  syncSource: SyncSource;
}
export interface DrySource {
  directory?: ApplicationSourceDirectory;
  helm?: ApplicationSourceHelm;
  kustomize?: ApplicationSourceKustomize;
  path: string;
  plugin?: ApplicationSourcePlugin;
  repoURL: string;
  targetRevision: string;
}
export interface HydrateTo {
  targetBranch: string;
}
export interface SyncSource {
  path: string;
  targetBranch: string;
}
export interface SyncPolicy {
  automated?: SyncPolicyAutomated;
  managedNamespaceMetadata?: ManagedNamespaceMetadata;
  retry?: RetryStrategy;
  syncOptions?: string[];
}
export interface SyncPolicyAutomated {
  allowEmpty?: boolean;
  enabled?: boolean;
  prune?: boolean;
  selfHeal?: boolean;
}
export interface ManagedNamespaceMetadata {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface ApplicationSetSpec {
  applyNestedSelectors?: boolean;
  generators: ApplicationSetGenerator[];
  goTemplate?: boolean;
  goTemplateOptions?: string[];
  ignoreApplicationDifferences?: ApplicationSetResourceIgnoreDifferences[];
  preservedFields?: ApplicationPreservedFields;
  strategy?: ApplicationSetStrategy;
  syncPolicy?: ApplicationSetSyncPolicy;
  template: ApplicationSetTemplate;
  templatePatch?: string;
}
export interface ApplicationSetGenerator {
  clusterDecisionResource?: DuckTypeGenerator;
  clusters?: ClusterGenerator;
  git?: GitGenerator;
  list?: ListGenerator;
  matrix?: MatrixGenerator;
  merge?: MergeGenerator;
  plugin?: PluginGenerator;
  pullRequest?: PullRequestGenerator;
  scmProvider?: SCMProviderGenerator;
  selector?: LabelSelector;
}
export interface DuckTypeGenerator {
  configMapRef: string;
  labelSelector?: LabelSelector;
  name?: string;
  requeueAfterSeconds?: number;
  template?: ApplicationSetTemplate;
  values?: {
    [k: string]: string;
  };
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
export interface ApplicationSetTemplate {
  metadata: ApplicationSetTemplateMeta;
  spec: ApplicationSpec;
}
export interface ApplicationSetTemplateMeta {
  annotations?: {
    [k: string]: string;
  };
  finalizers?: string[];
  labels?: {
    [k: string]: string;
  };
  name?: string;
  namespace?: string;
}
export interface ClusterGenerator {
  flatList?: boolean;
  selector?: LabelSelector;
  template?: ApplicationSetTemplate;
  values?: {
    [k: string]: string;
  };
}
export interface GitGenerator {
  directories?: GitDirectoryGeneratorItem[];
  files?: GitFileGeneratorItem[];
  pathParamPrefix?: string;
  repoURL: string;
  requeueAfterSeconds?: number;
  revision: string;
  template?: ApplicationSetTemplate;
  values?: {
    [k: string]: string;
  };
}
export interface GitDirectoryGeneratorItem {
  exclude?: boolean;
  path: string;
}
export interface GitFileGeneratorItem {
  exclude?: boolean;
  path: string;
}
export interface ListGenerator {
  elements?: JSON[];
  elementsYaml?: string;
  template?: ApplicationSetTemplate;
}
export interface MatrixGenerator {
  generators: ApplicationSetNestedGenerator[];
  template?: ApplicationSetTemplate;
}
export interface ApplicationSetNestedGenerator {
  clusterDecisionResource?: DuckTypeGenerator;
  clusters?: ClusterGenerator;
  git?: GitGenerator;
  list?: ListGenerator;
  matrix?: JSON;
  merge?: JSON;
  plugin?: PluginGenerator;
  pullRequest?: PullRequestGenerator;
  scmProvider?: SCMProviderGenerator;
  selector?: LabelSelector;
}
export interface PluginGenerator {
  configMapRef: PluginConfigMapRef;
  input?: PluginInput;
  requeueAfterSeconds?: number;
  template?: ApplicationSetTemplate;
  values?: {
    [k: string]: string;
  };
}
export interface PluginConfigMapRef {
  name: string;
}
export interface PluginInput {
  parameters?: {
    [k: string]: JSON;
  };
}
export interface PullRequestGenerator {
  azuredevops?: PullRequestGeneratorAzureDevOps;
  bitbucket?: PullRequestGeneratorBitbucket;
  bitbucketServer?: PullRequestGeneratorBitbucketServer;
  continueOnRepoNotFoundError?: boolean;
  filters?: PullRequestGeneratorFilter[];
  gitea?: PullRequestGeneratorGitea;
  github?: PullRequestGeneratorGithub;
  gitlab?: PullRequestGeneratorGitLab;
  requeueAfterSeconds?: number;
  template?: ApplicationSetTemplate;
  values?: {
    [k: string]: string;
  };
}
export interface PullRequestGeneratorAzureDevOps {
  api?: string;
  labels?: string[];
  organization: string;
  project: string;
  repo: string;
  tokenRef?: SecretRef;
}
export interface SecretRef {
  key: string;
  secretName: string;
}
export interface PullRequestGeneratorBitbucket {
  api?: string;
  basicAuth?: BasicAuthBitbucketServer;
  bearerToken?: BearerTokenBitbucketCloud;
  owner: string;
  repo: string;
}
export interface BasicAuthBitbucketServer {
  passwordRef: SecretRef;
  username: string;
}
export interface BearerTokenBitbucketCloud {
  tokenRef: SecretRef;
}
export interface PullRequestGeneratorBitbucketServer {
  api: string;
  basicAuth?: BasicAuthBitbucketServer;
  bearerToken?: BearerTokenBitbucket;
  caRef?: ConfigMapKeyRef;
  insecure?: boolean;
  project: string;
  repo: string;
}
export interface BearerTokenBitbucket {
  tokenRef: SecretRef;
}
export interface ConfigMapKeyRef {
  configMapName: string;
  key: string;
}
export interface PullRequestGeneratorFilter {
  branchMatch?: string;
  targetBranchMatch?: string;
  titleMatch?: string;
}
export interface PullRequestGeneratorGitea {
  api: string;
  insecure?: boolean;
  labels?: string[];
  owner: string;
  repo: string;
  tokenRef?: SecretRef;
}
export interface PullRequestGeneratorGithub {
  api?: string;
  appSecretName?: string;
  labels?: string[];
  owner: string;
  repo: string;
  tokenRef?: SecretRef;
}
export interface PullRequestGeneratorGitLab {
  api?: string;
  caRef?: ConfigMapKeyRef;
  insecure?: boolean;
  labels?: string[];
  project: string;
  pullRequestState?: string;
  tokenRef?: SecretRef;
}
export interface SCMProviderGenerator {
  awsCodeCommit?: SCMProviderGeneratorAWSCodeCommit;
  azureDevOps?: SCMProviderGeneratorAzureDevOps;
  bitbucket?: SCMProviderGeneratorBitbucket;
  bitbucketServer?: SCMProviderGeneratorBitbucketServer;
  cloneProtocol?: string;
  filters?: SCMProviderGeneratorFilter[];
  gitea?: SCMProviderGeneratorGitea;
  github?: SCMProviderGeneratorGithub;
  gitlab?: SCMProviderGeneratorGitlab;
  requeueAfterSeconds?: number;
  template?: ApplicationSetTemplate;
  values?: {
    [k: string]: string;
  };
}
export interface SCMProviderGeneratorAWSCodeCommit {
  allBranches?: boolean;
  region?: string;
  role?: string;
  tagFilters?: TagFilter[];
}
export interface TagFilter {
  key: string;
  value?: string;
}
export interface SCMProviderGeneratorAzureDevOps {
  accessTokenRef: SecretRef;
  allBranches?: boolean;
  api?: string;
  organization: string;
  teamProject: string;
}
export interface SCMProviderGeneratorBitbucket {
  allBranches?: boolean;
  appPasswordRef: SecretRef;
  owner: string;
  user: string;
}
export interface SCMProviderGeneratorBitbucketServer {
  allBranches?: boolean;
  api: string;
  basicAuth?: BasicAuthBitbucketServer;
  bearerToken?: BearerTokenBitbucket;
  caRef?: ConfigMapKeyRef;
  insecure?: boolean;
  project: string;
}
export interface SCMProviderGeneratorFilter {
  branchMatch?: string;
  labelMatch?: string;
  pathsDoNotExist?: string[];
  pathsExist?: string[];
  repositoryMatch?: string;
}
export interface SCMProviderGeneratorGitea {
  allBranches?: boolean;
  api: string;
  insecure?: boolean;
  owner: string;
  tokenRef?: SecretRef;
}
export interface SCMProviderGeneratorGithub {
  allBranches?: boolean;
  api?: string;
  appSecretName?: string;
  organization: string;
  tokenRef?: SecretRef;
}
export interface SCMProviderGeneratorGitlab {
  allBranches?: boolean;
  api?: string;
  caRef?: ConfigMapKeyRef;
  group: string;
  includeSharedProjects?: boolean;
  includeSubgroups?: boolean;
  insecure?: boolean;
  tokenRef?: SecretRef;
  topic?: string;
}
export interface MergeGenerator {
  generators: ApplicationSetNestedGenerator[];
  mergeKeys: string[];
  template?: ApplicationSetTemplate;
}
export interface ApplicationSetResourceIgnoreDifferences {
  jqPathExpressions?: string[];
  jsonPointers?: string[];
  name?: string;
}
export interface ApplicationPreservedFields {
  annotations?: string[];
  labels?: string[];
}
export interface ApplicationSetStrategy {
  deletionOrder?: string;
  rollingSync?: ApplicationSetRolloutStrategy;
  type?: string;
}
export interface ApplicationSetRolloutStrategy {
  steps?: ApplicationSetRolloutStep[];
}
export interface ApplicationSetRolloutStep {
  matchExpressions?: ApplicationMatchExpression[];
  maxUpdate?: number | string;
}
export interface ApplicationMatchExpression {
  key?: string;
  operator?: string;
  values?: string[];
}
export interface ApplicationSetSyncPolicy {
  applicationsSync?: string;
  preserveResourcesOnDeletion?: boolean;
}
