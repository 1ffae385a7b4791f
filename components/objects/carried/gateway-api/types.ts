// made of schema.json by .config/carry.js: @kubernetes-models/gateway-api says where it is from

export interface GatewayApiKinds {
  "gateway.networking.k8s.io/v1/BackendTLSPolicy": {
    spec: BackendTLSPolicySpec;
  };
  "gateway.networking.k8s.io/v1/GRPCRoute": {
    spec: GRPCRouteSpec;
  };
  "gateway.networking.k8s.io/v1/Gateway": {
    spec: GatewaySpec;
  };
  "gateway.networking.k8s.io/v1/GatewayClass": {
    spec: GatewayClassSpec;
  };
  "gateway.networking.k8s.io/v1/HTTPRoute": {
    spec: HTTPRouteSpec;
  };
  "gateway.networking.k8s.io/v1/ListenerSet": {
    spec: ListenerSetSpec;
  };
  "gateway.networking.k8s.io/v1/ReferenceGrant": {
    spec?: ReferenceGrantSpec;
  };
  "gateway.networking.k8s.io/v1/TLSRoute": {
    spec: TLSRouteSpec;
  };
  "gateway.networking.k8s.io/v1beta1/ReferenceGrant": {
    spec?: ReferenceGrantSpec;
  };
}
export interface BackendTLSPolicySpec {
  options?: {
    [k: string]: string;
  };
  targetRefs: LocalPolicyTargetReferenceWithSectionName[];
  validation: BackendTLSPolicyValidation;
}
export interface LocalPolicyTargetReferenceWithSectionName {
  group: string;
  kind: string;
  name: string;
  sectionName?: string;
}
export interface BackendTLSPolicyValidation {
  caCertificateRefs?: LocalObjectReference[];
  hostname: string;
  subjectAltNames?: SubjectAltName[];
  wellKnownCACertificates?: string;
}
export interface LocalObjectReference {
  group: string;
  kind: string;
  name: string;
}
export interface SubjectAltName {
  hostname?: string;
  type: "Hostname" | "URI";
  uri?: string;
}
export interface GRPCRouteSpec {
  hostnames?: string[];
  parentRefs?: ParentReference[];
  rules?: GRPCRouteRule[];
}
export interface ParentReference {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  sectionName?: string;
}
export interface GRPCRouteRule {
  backendRefs?: GRPCBackendRef[];
  filters?: GRPCRouteFilter[];
  matches?: GRPCRouteMatch[];
  name?: string;
}
export interface GRPCBackendRef {
  filters?: GRPCRouteFilter[];
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
}
export interface GRPCRouteFilter {
  extensionRef?: LocalObjectReference;
  requestHeaderModifier?: HTTPHeaderFilter;
  requestMirror?: HTTPRequestMirrorFilter;
  responseHeaderModifier?: HTTPHeaderFilter;
  type: string;
}
export interface HTTPHeaderFilter {
  add?: HTTPHeader[];
  remove?: string[];
  set?: HTTPHeader[];
}
export interface HTTPHeader {
  name: string;
  value: string;
}
export interface HTTPRequestMirrorFilter {
  backendRef: BackendObjectReference;
  fraction?: Fraction;
  percent?: number;
}
export interface BackendObjectReference {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
}
export interface Fraction {
  denominator?: number;
  numerator: number;
}
export interface GRPCRouteMatch {
  headers?: GRPCHeaderMatch[];
  method?: GRPCMethodMatch;
}
export interface GRPCHeaderMatch {
  name: string;
  type?: "Exact" | "RegularExpression";
  value: string;
}
export interface GRPCMethodMatch {
  method?: string;
  service?: string;
  type?: "Exact" | "RegularExpression";
}
export interface GatewaySpec {
  addresses?: GatewaySpecAddress[];
  allowedListeners?: AllowedListeners;
  gatewayClassName: string;
  infrastructure?: GatewayInfrastructure;
  listeners: Listener[];
  tls?: GatewayTLSConfig;
}
export interface GatewaySpecAddress {
  type?: string;
  value?: string;
}
export interface AllowedListeners {
  namespaces?: ListenerNamespaces;
}
export interface ListenerNamespaces {
  from?: string;
  selector?: LabelSelector;
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
export interface GatewayInfrastructure {
  annotations?: {
    [k: string]: string;
  };
  labels?: {
    [k: string]: string;
  };
  parametersRef?: LocalParametersReference;
}
export interface LocalParametersReference {
  group: string;
  kind: string;
  name: string;
}
export interface Listener {
  allowedRoutes?: AllowedRoutes;
  hostname?: string;
  name: string;
  port: number;
  protocol: string;
  tls?: ListenerTLSConfig;
}
export interface AllowedRoutes {
  kinds?: RouteGroupKind[];
  namespaces?: RouteNamespaces;
}
export interface RouteGroupKind {
  group?: string;
  kind: string;
}
export interface RouteNamespaces {
  from?: string;
  selector?: LabelSelector;
}
export interface ListenerTLSConfig {
  certificateRefs?: SecretObjectReference[];
  mode?: "Terminate" | "Passthrough";
  options?: {
    [k: string]: string;
  };
}
export interface SecretObjectReference {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
}
export interface GatewayTLSConfig {
  backend?: GatewayBackendTLS;
  frontend?: FrontendTLSConfig;
}
export interface GatewayBackendTLS {
  clientCertificateRef?: SecretObjectReference;
}
export interface FrontendTLSConfig {
  default: TLSConfig;
  perPort?: TLSPortConfig[];
}
export interface TLSConfig {
  validation?: FrontendTLSValidation;
}
export interface FrontendTLSValidation {
  caCertificateRefs: ObjectReference[];
  mode?: "AllowValidOnly" | "AllowInsecureFallback";
}
export interface ObjectReference {
  group: string;
  kind: string;
  name: string;
  namespace?: string;
}
export interface TLSPortConfig {
  port: number;
  tls: TLSConfig;
}
export interface GatewayClassSpec {
  controllerName: string;
  description?: string;
  parametersRef?: ParametersReference;
}
export interface ParametersReference {
  group: string;
  kind: string;
  name: string;
  namespace?: string;
}
export interface HTTPRouteSpec {
  hostnames?: string[];
  parentRefs?: ParentReference[];
  rules?: HTTPRouteRule[];
}
export interface HTTPRouteRule {
  backendRefs?: HTTPBackendRef[];
  filters?: HTTPRouteFilter[];
  matches?: HTTPRouteMatch[];
  name?: string;
  timeouts?: HTTPRouteTimeouts;
}
export interface HTTPBackendRef {
  filters?: HTTPRouteFilter[];
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
}
export interface HTTPRouteFilter {
  cors?: HTTPCORSFilter;
  extensionRef?: LocalObjectReference;
  requestHeaderModifier?: HTTPHeaderFilter;
  requestMirror?: HTTPRequestMirrorFilter;
  requestRedirect?: HTTPRequestRedirectFilter;
  responseHeaderModifier?: HTTPHeaderFilter;
  type: string;
  urlRewrite?: HTTPURLRewriteFilter;
}
export interface HTTPCORSFilter {
  allowCredentials?: boolean;
  allowHeaders?: string[];
  allowMethods?: ("GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH" | "*")[];
  allowOrigins?: string[];
  exposeHeaders?: string[];
  maxAge?: number;
}
export interface HTTPRequestRedirectFilter {
  hostname?: string;
  path?: HTTPPathModifier;
  port?: number;
  scheme?: "http" | "https";
  statusCode?: 301 | 302 | 303 | 307 | 308;
}
export interface HTTPPathModifier {
  replaceFullPath?: string;
  replacePrefixMatch?: string;
  type: string;
}
export interface HTTPURLRewriteFilter {
  hostname?: string;
  path?: HTTPPathModifier;
}
export interface HTTPRouteMatch {
  headers?: HTTPHeaderMatch[];
  method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH";
  path?: HTTPPathMatch;
  queryParams?: HTTPQueryParamMatch[];
}
export interface HTTPHeaderMatch {
  name: string;
  type?: "Exact" | "RegularExpression";
  value: string;
}
export interface HTTPPathMatch {
  type?: "Exact" | "PathPrefix" | "RegularExpression";
  value?: string;
}
export interface HTTPQueryParamMatch {
  name: string;
  type?: "Exact" | "RegularExpression";
  value: string;
}
export interface HTTPRouteTimeouts {
  backendRequest?: string;
  request?: string;
}
export interface ListenerSetSpec {
  listeners: ListenerEntry[];
  parentRef: ParentGatewayReference;
}
export interface ListenerEntry {
  allowedRoutes?: AllowedRoutes;
  hostname?: string;
  name: string;
  port: number;
  protocol: string;
  tls?: ListenerTLSConfig;
}
export interface ParentGatewayReference {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
}
export interface ReferenceGrantSpec {
  from: ReferenceGrantFrom[];
  to: ReferenceGrantTo[];
}
export interface ReferenceGrantFrom {
  group: string;
  kind: string;
  namespace: string;
}
export interface ReferenceGrantTo {
  group: string;
  kind: string;
  name?: string;
}
export interface TLSRouteSpec {
  hostnames: string[];
  parentRefs?: ParentReference[];
  rules: TLSRouteRule[];
}
export interface TLSRouteRule {
  backendRefs: BackendRef[];
  name?: string;
}
export interface BackendRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
}
