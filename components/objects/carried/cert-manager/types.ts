// made of schema.json by .config/carry.js: @kubernetes-models/cert-manager says where it is from

export type JSON = unknown;

export interface CertManagerKinds {
  "cert-manager.io/v1/Certificate": {
    spec?: CertificateSpec;
  };
  "cert-manager.io/v1/CertificateRequest": {
    spec?: CertificateRequestSpec;
  };
  "cert-manager.io/v1/ClusterIssuer": {
    spec: IssuerSpec;
  };
  "cert-manager.io/v1/Issuer": {
    spec: IssuerSpec;
  };
  "trust.cert-manager.io/v1alpha1/Bundle": {
    spec: BundleSpec;
  };
}
export interface CertificateSpec {
  additionalOutputFormats?: CertificateAdditionalOutputFormat[];
  commonName?: string;
  dnsNames?: string[];
  duration?: string;
  emailAddresses?: string[];
  encodeUsagesInRequest?: boolean;
  ipAddresses?: string[];
  isCA?: boolean;
  issuerRef: IssuerReference;
  keystores?: CertificateKeystores;
  literalSubject?: string;
  nameConstraints?: NameConstraints;
  otherNames?: OtherName[];
  privateKey?: CertificatePrivateKey;
  renewBefore?: string;
  renewBeforePercentage?: number;
  revisionHistoryLimit?: number;
  secretName: string;
  secretTemplate?: CertificateSecretTemplate;
  signatureAlgorithm?:
    | "SHA256WithRSA"
    | "SHA384WithRSA"
    | "SHA512WithRSA"
    | "ECDSAWithSHA256"
    | "ECDSAWithSHA384"
    | "ECDSAWithSHA512"
    | "PureEd25519";
  subject?: X509Subject;
  uris?: string[];
  usages?: (
    | "signing"
    | "digital signature"
    | "content commitment"
    | "key encipherment"
    | "key agreement"
    | "data encipherment"
    | "cert sign"
    | "crl sign"
    | "encipher only"
    | "decipher only"
    | "any"
    | "server auth"
    | "client auth"
    | "code signing"
    | "email protection"
    | "s/mime"
    | "ipsec end system"
    | "ipsec tunnel"
    | "ipsec user"
    | "timestamping"
    | "ocsp signing"
    | "microsoft sgc"
    | "netscape sgc"
  )[];
}
export interface CertificateAdditionalOutputFormat {
  type: "DER" | "CombinedPEM";
}
export interface IssuerReference {
  group?: string;
  kind?: string;
  name: string;
}
export interface CertificateKeystores {
  jks?: JKSKeystore;
  pkcs12?: PKCS12Keystore;
}
export interface JKSKeystore {
  alias?: string;
  create: boolean;
  password?: string;
  passwordSecretRef?: SecretKeySelector;
}
export interface SecretKeySelector {
  key?: string;
  name: string;
}
export interface PKCS12Keystore {
  create: boolean;
  password?: string;
  passwordSecretRef?: SecretKeySelector;
  profile?: "LegacyRC2" | "LegacyDES" | "Modern2023";
}
export interface NameConstraints {
  critical?: boolean;
  excluded?: NameConstraintItem;
  permitted?: NameConstraintItem;
}
export interface NameConstraintItem {
  dnsDomains?: string[];
  emailAddresses?: string[];
  ipRanges?: string[];
  uriDomains?: string[];
}
export interface OtherName {
  oid?: string;
  utf8Value?: string;
}
export interface CertificatePrivateKey {
  algorithm?: "RSA" | "ECDSA" | "Ed25519";
  encoding?: "PKCS1" | "PKCS8";
  rotationPolicy?: "Never" | "Always";
  size?: number;
}
export interface CertificateSecretTemplate {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface X509Subject {
  countries?: string[];
  localities?: string[];
  organizationalUnits?: string[];
  organizations?: string[];
  postalCodes?: string[];
  provinces?: string[];
  serialNumber?: string;
  streetAddresses?: string[];
}
export interface CertificateRequestSpec {
  duration?: string;
  extra?: {
    [k: string]: string[];
  };
  groups?: string[];
  isCA?: boolean;
  issuerRef: IssuerReference;
  request: string;
  uid?: string;
  usages?: (
    | "signing"
    | "digital signature"
    | "content commitment"
    | "key encipherment"
    | "key agreement"
    | "data encipherment"
    | "cert sign"
    | "crl sign"
    | "encipher only"
    | "decipher only"
    | "any"
    | "server auth"
    | "client auth"
    | "code signing"
    | "email protection"
    | "s/mime"
    | "ipsec end system"
    | "ipsec tunnel"
    | "ipsec user"
    | "timestamping"
    | "ocsp signing"
    | "microsoft sgc"
    | "netscape sgc"
  )[];
  username?: string;
}
export interface IssuerSpec {
  acme?: ACMEIssuer;
  ca?: CAIssuer;
  selfSigned?: SelfSignedIssuer;
  vault?: VaultIssuer;
  venafi?: VenafiIssuer;
  [k: string]: unknown;
}
export interface ACMEIssuer {
  caBundle?: string;
  disableAccountKeyGeneration?: boolean;
  email?: string;
  enableDurationFeature?: boolean;
  externalAccountBinding?: ACMEExternalAccountBinding;
  preferredChain?: string;
  privateKeySecretRef: SecretKeySelector;
  profile?: string;
  server: string;
  skipTLSVerify?: boolean;
  solvers?: ACMEChallengeSolver[];
}
export interface ACMEExternalAccountBinding {
  keyAlgorithm?: "HS256" | "HS384" | "HS512";
  keyID: string;
  keySecretRef: SecretKeySelector;
}
export interface ACMEChallengeSolver {
  dns01?: ACMEChallengeSolverDNS01;
  http01?: ACMEChallengeSolverHTTP01;
  selector?: CertificateDNSNameSelector;
}
export interface ACMEChallengeSolverDNS01 {
  acmeDNS?: ACMEIssuerDNS01ProviderAcmeDNS;
  akamai?: ACMEIssuerDNS01ProviderAkamai;
  azureDNS?: ACMEIssuerDNS01ProviderAzureDNS;
  cloudDNS?: ACMEIssuerDNS01ProviderCloudDNS;
  cloudflare?: ACMEIssuerDNS01ProviderCloudflare;
  cnameStrategy?: "None" | "Follow";
  digitalocean?: ACMEIssuerDNS01ProviderDigitalOcean;
  rfc2136?: ACMEIssuerDNS01ProviderRFC2136;
  route53?: ACMEIssuerDNS01ProviderRoute53;
  webhook?: ACMEIssuerDNS01ProviderWebhook;
}
export interface ACMEIssuerDNS01ProviderAcmeDNS {
  accountSecretRef: SecretKeySelector;
  host: string;
}
export interface ACMEIssuerDNS01ProviderAkamai {
  accessTokenSecretRef: SecretKeySelector;
  clientSecretSecretRef: SecretKeySelector;
  clientTokenSecretRef: SecretKeySelector;
  serviceConsumerDomain: string;
}
export interface ACMEIssuerDNS01ProviderAzureDNS {
  clientID?: string;
  clientSecretSecretRef?: SecretKeySelector;
  environment?: "AzurePublicCloud" | "AzureChinaCloud" | "AzureGermanCloud" | "AzureUSGovernmentCloud";
  hostedZoneName?: string;
  managedIdentity?: AzureManagedIdentity;
  resourceGroupName: string;
  subscriptionID: string;
  tenantID?: string;
  zoneType?: "AzurePublicZone" | "AzurePrivateZone";
}
export interface AzureManagedIdentity {
  clientID?: string;
  resourceID?: string;
  tenantID?: string;
}
export interface ACMEIssuerDNS01ProviderCloudDNS {
  hostedZoneName?: string;
  project: string;
  serviceAccountSecretRef?: SecretKeySelector;
}
export interface ACMEIssuerDNS01ProviderCloudflare {
  apiKeySecretRef?: SecretKeySelector;
  apiTokenSecretRef?: SecretKeySelector;
  email?: string;
}
export interface ACMEIssuerDNS01ProviderDigitalOcean {
  tokenSecretRef: SecretKeySelector;
}
export interface ACMEIssuerDNS01ProviderRFC2136 {
  nameserver: string;
  protocol?: "TCP" | "UDP";
  tsigAlgorithm?: string;
  tsigKeyName?: string;
  tsigSecretSecretRef?: SecretKeySelector;
}
export interface ACMEIssuerDNS01ProviderRoute53 {
  accessKeyID?: string;
  accessKeyIDSecretRef?: SecretKeySelector;
  auth?: Route53Auth;
  hostedZoneID?: string;
  region?: string;
  role?: string;
  secretAccessKeySecretRef?: SecretKeySelector;
}
export interface Route53Auth {
  kubernetes: Route53KubernetesAuth;
}
export interface Route53KubernetesAuth {
  serviceAccountRef: ServiceAccountRef;
}
export interface ServiceAccountRef {
  audiences?: string[];
  name: string;
}
export interface ACMEIssuerDNS01ProviderWebhook {
  config?: JSON;
  groupName: string;
  solverName: string;
}
export interface ACMEChallengeSolverHTTP01 {
  gatewayHTTPRoute?: ACMEChallengeSolverHTTP01GatewayHTTPRoute;
  ingress?: ACMEChallengeSolverHTTP01Ingress;
}
export interface ACMEChallengeSolverHTTP01GatewayHTTPRoute {
  labels?: {
    [k: string]: string;
  };
  parentRefs?: ParentReference[];
  podTemplate?: ACMEChallengeSolverHTTP01IngressPodTemplate;
  serviceType?: "ClusterIP" | "ExternalName" | "LoadBalancer" | "NodePort";
}
export interface ParentReference {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  sectionName?: string;
}
export interface ACMEChallengeSolverHTTP01IngressPodTemplate {
  metadata?: ACMEChallengeSolverHTTP01IngressPodObjectMeta;
  spec?: ACMEChallengeSolverHTTP01IngressPodSpec;
}
export interface ACMEChallengeSolverHTTP01IngressPodObjectMeta {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface ACMEChallengeSolverHTTP01IngressPodSpec {
  affinity?: Affinity;
  imagePullSecrets?: LocalObjectReference[];
  nodeSelector?: {
    [k: string]: string;
  };
  priorityClassName?: string;
  resources?: ACMEChallengeSolverHTTP01IngressPodResources;
  securityContext?: ACMEChallengeSolverHTTP01IngressPodSecurityContext;
  serviceAccountName?: string;
  tolerations?: Toleration[];
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
export interface LocalObjectReference {
  name?: string;
}
export interface ACMEChallengeSolverHTTP01IngressPodResources {
  limits?: {
    [k: string]: number | string;
  };
  requests?: {
    [k: string]: number | string;
  };
}
export interface ACMEChallengeSolverHTTP01IngressPodSecurityContext {
  fsGroup?: number;
  fsGroupChangePolicy?: "Always" | "OnRootMismatch";
  runAsGroup?: number;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  seLinuxOptions?: SELinuxOptions;
  seccompProfile?: SeccompProfile;
  supplementalGroups?: number[];
  sysctls?: Sysctl[];
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
export interface ACMEChallengeSolverHTTP01Ingress {
  class?: string;
  ingressClassName?: string;
  ingressTemplate?: ACMEChallengeSolverHTTP01IngressTemplate;
  name?: string;
  podTemplate?: ACMEChallengeSolverHTTP01IngressPodTemplate;
  serviceType?: "ClusterIP" | "ExternalName" | "LoadBalancer" | "NodePort";
}
export interface ACMEChallengeSolverHTTP01IngressTemplate {
  metadata?: ACMEChallengeSolverHTTP01IngressObjectMeta;
}
export interface ACMEChallengeSolverHTTP01IngressObjectMeta {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
export interface CertificateDNSNameSelector {
  dnsNames?: string[];
  dnsZones?: string[];
  matchLabels?: {
    [k: string]: string;
  };
}
export interface CAIssuer {
  crlDistributionPoints?: string[];
  issuingCertificateURLs?: string[];
  ocspServers?: string[];
  secretName: string;
}
export interface SelfSignedIssuer {
  crlDistributionPoints?: string[];
}
export interface VaultIssuer {
  auth: VaultAuth;
  caBundle?: string;
  caBundleSecretRef?: SecretKeySelector;
  clientCertSecretRef?: SecretKeySelector;
  clientKeySecretRef?: SecretKeySelector;
  namespace?: string;
  path: string;
  server: string;
  serverName?: string;
}
export interface VaultAuth {
  appRole?: VaultAppRole;
  clientCertificate?: VaultClientCertificateAuth;
  kubernetes?: VaultKubernetesAuth;
  tokenSecretRef?: SecretKeySelector;
}
export interface VaultAppRole {
  path: string;
  roleId: string;
  secretRef: SecretKeySelector;
}
export interface VaultClientCertificateAuth {
  mountPath?: string;
  name?: string;
  secretName?: string;
}
export interface VaultKubernetesAuth {
  mountPath?: string;
  role: string;
  secretRef?: SecretKeySelector;
  serviceAccountRef?: ServiceAccountRef_;
}
export interface ServiceAccountRef_ {
  audiences?: string[];
  name: string;
}
export interface VenafiIssuer {
  cloud?: VenafiCloud;
  tpp?: VenafiTPP;
  zone: string;
}
export interface VenafiCloud {
  apiTokenSecretRef: SecretKeySelector;
  url?: string;
}
export interface VenafiTPP {
  caBundle?: string;
  caBundleSecretRef?: SecretKeySelector;
  credentialsRef: LocalObjectReference_;
  url: string;
}
export interface LocalObjectReference_ {
  name: string;
}
export interface BundleSpec {
  sources: BundleSource[];
  target?: BundleTarget;
}
export interface BundleSource {
  configMap?: SourceObjectKeySelector;
  inLine?: string;
  secret?: SourceObjectKeySelector;
  useDefaultCAs?: boolean;
}
export interface SourceObjectKeySelector {
  includeAllKeys?: boolean;
  key?: string;
  name?: string;
  selector?: LabelSelector;
}
export interface BundleTarget {
  additionalFormats?: AdditionalFormats;
  configMap?: TargetTemplate;
  namespaceSelector?: LabelSelector;
  secret?: TargetTemplate;
}
export interface AdditionalFormats {
  jks?: JKS;
  pkcs12?: PKCS12;
}
export interface JKS {
  key: string;
  password?: string;
}
export interface PKCS12 {
  key: string;
  password?: string;
  profile?: "LegacyRC2" | "LegacyDES" | "Modern2023";
}
export interface TargetTemplate {
  key: string;
  metadata?: TargetMetadata;
}
export interface TargetMetadata {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
}
