// made of schema.json by .config/carry.js: @kubernetes-models/external-secrets says where it is from

export type JSON = unknown;

export interface ExternalSecretsKinds {
  "external-secrets.io/v1/ClusterExternalSecret": {
    spec?: ClusterExternalSecretSpec;
  };
  "external-secrets.io/v1/ClusterSecretStore": {
    spec?: SecretStoreSpec;
  };
  "external-secrets.io/v1/ExternalSecret": {
    spec?: ExternalSecretSpec;
  };
  "external-secrets.io/v1/SecretStore": {
    spec?: SecretStoreSpec;
  };
  "external-secrets.io/v1alpha1/ClusterPushSecret": {
    spec?: ClusterPushSecretSpec;
  };
  "external-secrets.io/v1alpha1/PushSecret": {
    spec?: PushSecretSpec;
  };
}
export interface ClusterExternalSecretSpec {
  externalSecretMetadata?: ExternalSecretMetadata;
  externalSecretName?: string;
  externalSecretSpec: ExternalSecretSpec;
  namespaceSelector?: LabelSelector;
  namespaceSelectors?: LabelSelector[];
  namespaces?: string[];
  refreshTime?: string;
}
export interface ExternalSecretMetadata {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface ExternalSecretSpec {
  data?: ExternalSecretData[];
  dataFrom?: ExternalSecretDataFromRemoteRef[];
  refreshInterval?: string;
  refreshPolicy?: "CreatedOnce" | "Periodic" | "OnChange";
  secretStoreRef?: SecretStoreRef;
  target?: ExternalSecretTarget;
}
export interface ExternalSecretData {
  remoteRef: ExternalSecretDataRemoteRef;
  secretKey: string;
  sourceRef?: StoreSourceRef;
}
export interface ExternalSecretDataRemoteRef {
  conversionStrategy?: "Default" | "Unicode";
  decodingStrategy?: "Auto" | "Base64" | "Base64URL" | "None";
  key: string;
  metadataPolicy?: "None" | "Fetch";
  property?: string;
  version?: string;
}
export interface StoreSourceRef {
  generatorRef?: GeneratorRef;
  storeRef?: SecretStoreRef;
}
export interface GeneratorRef {
  apiVersion?: string;
  kind:
    | "ACRAccessToken"
    | "ClusterGenerator"
    | "ECRAuthorizationToken"
    | "Fake"
    | "GCRAccessToken"
    | "GithubAccessToken"
    | "QuayAccessToken"
    | "Password"
    | "STSSessionToken"
    | "UUID"
    | "VaultDynamicSecret"
    | "Webhook"
    | "Grafana";
  name: string;
}
export interface SecretStoreRef {
  kind?: "SecretStore" | "ClusterSecretStore";
  name?: string;
}
export interface ExternalSecretDataFromRemoteRef {
  extract?: ExternalSecretDataRemoteRef;
  find?: ExternalSecretFind;
  rewrite?: ExternalSecretRewrite[];
  sourceRef?: StoreGeneratorSourceRef;
}
export interface ExternalSecretFind {
  conversionStrategy?: "Default" | "Unicode";
  decodingStrategy?: "Auto" | "Base64" | "Base64URL" | "None";
  name?: FindName;
  path?: string;
  tags?: {
    [k: string]: string;
  };
}
export interface FindName {
  regexp?: string;
}
export interface ExternalSecretRewrite {
  regexp?: ExternalSecretRewriteRegexp;
  transform?: ExternalSecretRewriteTransform;
}
export interface ExternalSecretRewriteRegexp {
  source: string;
  target: string;
}
export interface ExternalSecretRewriteTransform {
  template: string;
}
export interface StoreGeneratorSourceRef {
  generatorRef?: GeneratorRef;
  storeRef?: SecretStoreRef;
}
export interface ExternalSecretTarget {
  creationPolicy?: "Owner" | "Orphan" | "Merge" | "None";
  deletionPolicy?: "Delete" | "Merge" | "Retain";
  immutable?: boolean;
  name?: string;
  template?: ExternalSecretTemplate;
}
export interface ExternalSecretTemplate {
  data?: {
    [k: string]: string;
  };
  engineVersion?: "v2";
  mergePolicy?: "Replace" | "Merge";
  metadata?: ExternalSecretTemplateMetadata;
  templateFrom?: TemplateFrom[];
  type?: string;
}
export interface ExternalSecretTemplateMetadata {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface TemplateFrom {
  configMap?: TemplateRef;
  literal?: string;
  secret?: TemplateRef;
  target?: "Data" | "Annotations" | "Labels";
}
export interface TemplateRef {
  items: TemplateRefItem[];
  name: string;
}
export interface TemplateRefItem {
  key: string;
  templateAs?: "Values" | "KeysAndValues";
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
export interface SecretStoreSpec {
  conditions?: ClusterSecretStoreCondition[];
  controller?: string;
  provider: SecretStoreProvider;
  refreshInterval?: number;
  retrySettings?: SecretStoreRetrySettings;
}
export interface ClusterSecretStoreCondition {
  namespaceRegexes?: string[];
  namespaceSelector?: LabelSelector;
  namespaces?: string[];
}
export interface SecretStoreProvider {
  akeyless?: AkeylessProvider;
  alibaba?: AlibabaProvider;
  aws?: AWSProvider;
  azurekv?: AzureKVProvider;
  beyondtrust?: BeyondtrustProvider;
  bitwardensecretsmanager?: BitwardenSecretsManagerProvider;
  chef?: ChefProvider;
  cloudrusm?: CloudruSMProvider;
  conjur?: ConjurProvider;
  delinea?: DelineaProvider;
  device42?: Device42Provider;
  doppler?: DopplerProvider;
  fake?: FakeProvider;
  fortanix?: FortanixProvider;
  gcpsm?: GCPSMProvider;
  github?: GithubProvider;
  gitlab?: GitlabProvider;
  ibm?: IBMProvider;
  infisical?: InfisicalProvider;
  keepersecurity?: KeeperSecurityProvider;
  kubernetes?: KubernetesProvider;
  onboardbase?: OnboardbaseProvider;
  onepassword?: OnePasswordProvider;
  oracle?: OracleProvider;
  passbolt?: PassboltProvider;
  passworddepot?: PasswordDepotProvider;
  previder?: PreviderProvider;
  pulumi?: PulumiProvider;
  scaleway?: ScalewayProvider;
  secretserver?: SecretServerProvider;
  senhasegura?: SenhaseguraProvider;
  vault?: VaultProvider;
  webhook?: WebhookProvider;
  yandexcertificatemanager?: YandexCertificateManagerProvider;
  yandexlockbox?: YandexLockboxProvider;
}
export interface AkeylessProvider {
  akeylessGWApiURL: string;
  authSecretRef: AkeylessAuth;
  caBundle?: string;
  caProvider?: CAProvider;
}
export interface AkeylessAuth {
  kubernetesAuth?: AkeylessKubernetesAuth;
  secretRef?: AkeylessAuthSecretRef;
}
export interface AkeylessKubernetesAuth {
  accessID: string;
  k8sConfName: string;
  secretRef?: SecretKeySelector;
  serviceAccountRef?: ServiceAccountSelector;
}
export interface SecretKeySelector {
  key?: string;
  name?: string;
  namespace?: string;
}
export interface ServiceAccountSelector {
  audiences?: string[];
  name: string;
  namespace?: string;
}
export interface AkeylessAuthSecretRef {
  accessID?: SecretKeySelector;
  accessType?: SecretKeySelector;
  accessTypeParam?: SecretKeySelector;
}
export interface CAProvider {
  key?: string;
  name: string;
  namespace?: string;
  type: string;
}
export interface AlibabaProvider {
  auth: AlibabaAuth;
  regionID: string;
}
export interface AlibabaAuth {
  rrsa?: AlibabaRRSAAuth;
  secretRef?: AlibabaAuthSecretRef;
}
export interface AlibabaRRSAAuth {
  oidcProviderArn: string;
  oidcTokenFilePath: string;
  roleArn: string;
  sessionName: string;
}
export interface AlibabaAuthSecretRef {
  accessKeyIDSecretRef: SecretKeySelector;
  accessKeySecretSecretRef: SecretKeySelector;
}
export interface AWSProvider {
  additionalRoles?: string[];
  auth?: AWSAuth;
  externalID?: string;
  prefix?: string;
  region: string;
  role?: string;
  secretsManager?: SecretsManager;
  service: "SecretsManager" | "ParameterStore";
  sessionTags?: Tag[];
  transitiveTagKeys?: string[];
}
export interface AWSAuth {
  jwt?: AWSJWTAuth;
  secretRef?: AWSAuthSecretRef;
}
export interface AWSJWTAuth {
  serviceAccountRef?: ServiceAccountSelector;
}
export interface AWSAuthSecretRef {
  accessKeyIDSecretRef?: SecretKeySelector;
  secretAccessKeySecretRef?: SecretKeySelector;
  sessionTokenSecretRef?: SecretKeySelector;
}
export interface SecretsManager {
  forceDeleteWithoutRecovery?: boolean;
  recoveryWindowInDays?: number;
}
export interface Tag {
  key: string;
  value: string;
}
export interface AzureKVProvider {
  authSecretRef?: AzureKVAuth;
  authType?: "ServicePrincipal" | "ManagedIdentity" | "WorkloadIdentity";
  environmentType?: "PublicCloud" | "USGovernmentCloud" | "ChinaCloud" | "GermanCloud";
  identityId?: string;
  serviceAccountRef?: ServiceAccountSelector;
  tenantId?: string;
  vaultUrl: string;
}
export interface AzureKVAuth {
  clientCertificate?: SecretKeySelector;
  clientId?: SecretKeySelector;
  clientSecret?: SecretKeySelector;
  tenantId?: SecretKeySelector;
}
export interface BeyondtrustProvider {
  auth: BeyondtrustAuth;
  server: BeyondtrustServer;
}
export interface BeyondtrustAuth {
  apiKey?: BeyondTrustProviderSecretRef;
  certificate?: BeyondTrustProviderSecretRef;
  certificateKey?: BeyondTrustProviderSecretRef;
  clientId?: BeyondTrustProviderSecretRef;
  clientSecret?: BeyondTrustProviderSecretRef;
}
export interface BeyondTrustProviderSecretRef {
  secretRef?: SecretKeySelector;
  value?: string;
}
export interface BeyondtrustServer {
  apiUrl: string;
  apiVersion?: string;
  clientTimeOutSeconds?: number;
  retrievalType?: string;
  separator?: string;
  verifyCA: boolean;
}
export interface BitwardenSecretsManagerProvider {
  apiURL?: string;
  auth: BitwardenSecretsManagerAuth;
  bitwardenServerSDKURL?: string;
  caBundle?: string;
  caProvider?: CAProvider;
  identityURL?: string;
  organizationID: string;
  projectID: string;
}
export interface BitwardenSecretsManagerAuth {
  secretRef: BitwardenSecretsManagerSecretRef;
}
export interface BitwardenSecretsManagerSecretRef {
  credentials: SecretKeySelector;
}
export interface ChefProvider {
  auth: ChefAuth;
  serverUrl: string;
  username: string;
}
export interface ChefAuth {
  secretRef: ChefAuthSecretRef;
}
export interface ChefAuthSecretRef {
  privateKeySecretRef: SecretKeySelector;
}
export interface CloudruSMProvider {
  auth: CSMAuth;
  projectID?: string;
}
export interface CSMAuth {
  secretRef?: CSMAuthSecretRef;
}
export interface CSMAuthSecretRef {
  accessKeyIDSecretRef: SecretKeySelector;
  accessKeySecretSecretRef: SecretKeySelector;
}
export interface ConjurProvider {
  auth: ConjurAuth;
  caBundle?: string;
  caProvider?: CAProvider;
  url: string;
}
export interface ConjurAuth {
  apikey?: ConjurAPIKey;
  jwt?: ConjurJWT;
}
export interface ConjurAPIKey {
  account: string;
  apiKeyRef: SecretKeySelector;
  userRef: SecretKeySelector;
}
export interface ConjurJWT {
  account: string;
  hostId?: string;
  secretRef?: SecretKeySelector;
  serviceAccountRef?: ServiceAccountSelector;
  serviceID: string;
}
export interface DelineaProvider {
  clientId: DelineaProviderSecretRef;
  clientSecret: DelineaProviderSecretRef;
  tenant: string;
  tld?: string;
  urlTemplate?: string;
}
export interface DelineaProviderSecretRef {
  secretRef?: SecretKeySelector;
  value?: string;
}
export interface Device42Provider {
  auth: Device42Auth;
  host: string;
}
export interface Device42Auth {
  secretRef: Device42SecretRef;
}
export interface Device42SecretRef {
  credentials?: SecretKeySelector;
}
export interface DopplerProvider {
  auth: DopplerAuth;
  config?: string;
  format?: "json" | "dotnet-json" | "env" | "yaml" | "docker";
  nameTransformer?: "upper-camel" | "camel" | "lower-snake" | "tf-var" | "dotnet-env" | "lower-kebab";
  project?: string;
}
export interface DopplerAuth {
  secretRef: DopplerAuthSecretRef;
}
export interface DopplerAuthSecretRef {
  dopplerToken: SecretKeySelector;
}
export interface FakeProvider {
  data: FakeProviderData[];
}
export interface FakeProviderData {
  key: string;
  value: string;
  version?: string;
}
export interface FortanixProvider {
  apiKey?: FortanixProviderSecretRef;
  apiUrl?: string;
}
export interface FortanixProviderSecretRef {
  secretRef?: SecretKeySelector;
}
export interface GCPSMProvider {
  auth?: GCPSMAuth;
  location?: string;
  projectID?: string;
}
export interface GCPSMAuth {
  secretRef?: GCPSMAuthSecretRef;
  workloadIdentity?: GCPWorkloadIdentity;
}
export interface GCPSMAuthSecretRef {
  secretAccessKeySecretRef?: SecretKeySelector;
}
export interface GCPWorkloadIdentity {
  clusterLocation?: string;
  clusterName?: string;
  clusterProjectID?: string;
  serviceAccountRef: ServiceAccountSelector;
}
export interface GithubProvider {
  appID: number;
  auth: GithubAppAuth;
  environment?: string;
  installationID: number;
  organization: string;
  repository?: string;
  uploadURL?: string;
  url?: string;
}
export interface GithubAppAuth {
  privateKey: SecretKeySelector;
}
export interface GitlabProvider {
  auth: GitlabAuth;
  environment?: string;
  groupIDs?: string[];
  inheritFromGroups?: boolean;
  projectID?: string;
  url?: string;
}
export interface GitlabAuth {
  SecretRef: GitlabSecretRef;
}
export interface GitlabSecretRef {
  accessToken?: SecretKeySelector;
}
export interface IBMProvider {
  auth: IBMAuth;
  serviceUrl?: string;
}
export interface IBMAuth {
  containerAuth?: IBMAuthContainerAuth;
  secretRef?: IBMAuthSecretRef;
}
export interface IBMAuthContainerAuth {
  iamEndpoint?: string;
  profile: string;
  tokenLocation?: string;
}
export interface IBMAuthSecretRef {
  secretApiKeySecretRef?: SecretKeySelector;
}
export interface InfisicalProvider {
  auth: InfisicalAuth;
  hostAPI?: string;
  secretsScope: MachineIdentityScopeInWorkspace;
}
export interface InfisicalAuth {
  universalAuthCredentials?: UniversalAuthCredentials;
}
export interface UniversalAuthCredentials {
  clientId: SecretKeySelector;
  clientSecret: SecretKeySelector;
}
export interface MachineIdentityScopeInWorkspace {
  environmentSlug: string;
  expandSecretReferences?: boolean;
  projectSlug: string;
  recursive?: boolean;
  secretsPath?: string;
}
export interface KeeperSecurityProvider {
  authRef: SecretKeySelector;
  folderID: string;
}
export interface KubernetesProvider {
  auth?: KubernetesAuth;
  authRef?: SecretKeySelector;
  remoteNamespace?: string;
  server?: KubernetesServer;
}
export interface KubernetesAuth {
  cert?: CertAuth;
  serviceAccount?: ServiceAccountSelector;
  token?: TokenAuth;
}
export interface CertAuth {
  clientCert?: SecretKeySelector;
  clientKey?: SecretKeySelector;
}
export interface TokenAuth {
  bearerToken?: SecretKeySelector;
}
export interface KubernetesServer {
  caBundle?: string;
  caProvider?: CAProvider;
  url?: string;
}
export interface OnboardbaseProvider {
  apiHost: string;
  auth: OnboardbaseAuthSecretRef;
  environment: string;
  project: string;
}
export interface OnboardbaseAuthSecretRef {
  apiKeyRef: SecretKeySelector;
  passcodeRef: SecretKeySelector;
}
export interface OnePasswordProvider {
  auth: OnePasswordAuth;
  connectHost: string;
  vaults: {
    [k: string]: number;
  };
}
export interface OnePasswordAuth {
  secretRef: OnePasswordAuthSecretRef;
}
export interface OnePasswordAuthSecretRef {
  connectTokenSecretRef: SecretKeySelector;
}
export interface OracleProvider {
  auth?: OracleAuth;
  compartment?: string;
  encryptionKey?: string;
  principalType?: "" | "UserPrincipal" | "InstancePrincipal" | "Workload";
  region: string;
  serviceAccountRef?: ServiceAccountSelector;
  vault: string;
}
export interface OracleAuth {
  secretRef: OracleSecretRef;
  tenancy: string;
  user: string;
}
export interface OracleSecretRef {
  fingerprint: SecretKeySelector;
  privatekey: SecretKeySelector;
}
export interface PassboltProvider {
  auth: PassboltAuth;
  host: string;
}
export interface PassboltAuth {
  passwordSecretRef: SecretKeySelector;
  privateKeySecretRef: SecretKeySelector;
}
export interface PasswordDepotProvider {
  auth: PasswordDepotAuth;
  database: string;
  host: string;
}
export interface PasswordDepotAuth {
  secretRef: PasswordDepotSecretRef;
}
export interface PasswordDepotSecretRef {
  credentials?: SecretKeySelector;
}
export interface PreviderProvider {
  auth: PreviderAuth;
  baseUri?: string;
}
export interface PreviderAuth {
  secretRef?: PreviderAuthSecretRef;
}
export interface PreviderAuthSecretRef {
  accessToken: SecretKeySelector;
}
export interface PulumiProvider {
  accessToken: PulumiProviderSecretRef;
  apiUrl?: string;
  environment: string;
  organization: string;
  project: string;
}
export interface PulumiProviderSecretRef {
  secretRef?: SecretKeySelector;
}
export interface ScalewayProvider {
  accessKey: ScalewayProviderSecretRef;
  apiUrl?: string;
  projectId: string;
  region: string;
  secretKey: ScalewayProviderSecretRef;
}
export interface ScalewayProviderSecretRef {
  secretRef?: SecretKeySelector;
  value?: string;
}
export interface SecretServerProvider {
  password: SecretServerProviderRef;
  serverURL: string;
  username: SecretServerProviderRef;
}
export interface SecretServerProviderRef {
  secretRef?: SecretKeySelector;
  value?: string;
}
export interface SenhaseguraProvider {
  auth: SenhaseguraAuth;
  ignoreSslCertificate?: boolean;
  module: string;
  url: string;
}
export interface SenhaseguraAuth {
  clientId: string;
  clientSecretSecretRef: SecretKeySelector;
}
export interface VaultProvider {
  auth?: VaultAuth;
  caBundle?: string;
  caProvider?: CAProvider;
  forwardInconsistent?: boolean;
  headers?: {
    [k: string]: string;
  };
  namespace?: string;
  path?: string;
  readYourWrites?: boolean;
  server: string;
  tls?: VaultClientTLS;
  version?: string;
}
export interface VaultAuth {
  appRole?: VaultAppRole;
  cert?: VaultCertAuth;
  iam?: VaultIamAuth;
  jwt?: VaultJwtAuth;
  kubernetes?: VaultKubernetesAuth;
  ldap?: VaultLdapAuth;
  namespace?: string;
  tokenSecretRef?: SecretKeySelector;
  userPass?: VaultUserPassAuth;
}
export interface VaultAppRole {
  path: string;
  roleId?: string;
  roleRef?: SecretKeySelector;
  secretRef: SecretKeySelector;
}
export interface VaultCertAuth {
  clientCert?: SecretKeySelector;
  secretRef?: SecretKeySelector;
}
export interface VaultIamAuth {
  externalID?: string;
  jwt?: VaultAwsJWTAuth;
  path?: string;
  region?: string;
  role?: string;
  secretRef?: VaultAwsAuthSecretRef;
  vaultAwsIamServerID?: string;
  vaultRole: string;
}
export interface VaultAwsJWTAuth {
  serviceAccountRef?: ServiceAccountSelector;
}
export interface VaultAwsAuthSecretRef {
  accessKeyIDSecretRef?: SecretKeySelector;
  secretAccessKeySecretRef?: SecretKeySelector;
  sessionTokenSecretRef?: SecretKeySelector;
}
export interface VaultJwtAuth {
  kubernetesServiceAccountToken?: VaultKubernetesServiceAccountTokenAuth;
  path: string;
  role?: string;
  secretRef?: SecretKeySelector;
}
export interface VaultKubernetesServiceAccountTokenAuth {
  audiences?: string[];
  expirationSeconds?: number;
  serviceAccountRef: ServiceAccountSelector;
}
export interface VaultKubernetesAuth {
  mountPath: string;
  role: string;
  secretRef?: SecretKeySelector;
  serviceAccountRef?: ServiceAccountSelector;
}
export interface VaultLdapAuth {
  path: string;
  secretRef?: SecretKeySelector;
  username: string;
}
export interface VaultUserPassAuth {
  path: string;
  secretRef?: SecretKeySelector;
  username: string;
}
export interface VaultClientTLS {
  certSecretRef?: SecretKeySelector;
  keySecretRef?: SecretKeySelector;
}
export interface WebhookProvider {
  auth?: AuthorizationProtocol;
  body?: string;
  caBundle?: string;
  caProvider?: WebhookCAProvider;
  headers?: {
    [k: string]: string;
  };
  method?: string;
  result: WebhookResult;
  secrets?: WebhookSecret[];
  timeout?: string;
  url: string;
}
export interface AuthorizationProtocol {
  ntlm?: NTLMProtocol;
}
export interface NTLMProtocol {
  passwordSecret: SecretKeySelector;
  usernameSecret: SecretKeySelector;
}
export interface WebhookCAProvider {
  key?: string;
  name: string;
  namespace?: string;
  type: string;
}
export interface WebhookResult {
  jsonPath?: string;
}
export interface WebhookSecret {
  name: string;
  secretRef: SecretKeySelector;
}
export interface YandexCertificateManagerProvider {
  apiEndpoint?: string;
  auth: YandexCertificateManagerAuth;
  caProvider?: YandexCertificateManagerCAProvider;
}
export interface YandexCertificateManagerAuth {
  authorizedKeySecretRef?: SecretKeySelector;
}
export interface YandexCertificateManagerCAProvider {
  certSecretRef?: SecretKeySelector;
}
export interface YandexLockboxProvider {
  apiEndpoint?: string;
  auth: YandexLockboxAuth;
  caProvider?: YandexLockboxCAProvider;
}
export interface YandexLockboxAuth {
  authorizedKeySecretRef?: SecretKeySelector;
}
export interface YandexLockboxCAProvider {
  certSecretRef?: SecretKeySelector;
}
export interface SecretStoreRetrySettings {
  maxRetries?: number;
  retryInterval?: string;
}
export interface ClusterPushSecretSpec {
  namespaceSelectors?: LabelSelector[];
  pushSecretMetadata?: PushSecretMetadata;
  pushSecretName?: string;
  pushSecretSpec: PushSecretSpec;
  refreshTime?: string;
}
export interface PushSecretMetadata {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface PushSecretSpec {
  data?: PushSecretData[];
  deletionPolicy?: "Delete" | "None";
  refreshInterval?: string;
  secretStoreRefs: PushSecretStoreRef[];
  selector: PushSecretSelector;
  template?: ExternalSecretTemplate;
  updatePolicy?: "Replace" | "IfNotExists";
}
export interface PushSecretData {
  conversionStrategy?: "None" | "ReverseUnicode";
  match: PushSecretMatch;
  metadata?: JSON;
}
export interface PushSecretMatch {
  remoteRef: PushSecretRemoteRef;
  secretKey?: string;
}
export interface PushSecretRemoteRef {
  property?: string;
  remoteKey: string;
}
export interface PushSecretStoreRef {
  kind?: "SecretStore" | "ClusterSecretStore";
  labelSelector?: LabelSelector;
  name?: string;
}
export interface PushSecretSelector {
  generatorRef?: GeneratorRef;
  secret?: PushSecretSecret;
}
export interface PushSecretSecret {
  name?: string;
  selector?: LabelSelector;
}
