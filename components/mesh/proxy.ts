import type { Member } from "./plan.ts";
import type { MeshSettings } from "./settings.ts";

/** Who a proxy runs as (Istio's own user, whose traffic is not led back to it). */
export const PROXY_USER = 1337;
/** Where the control plane of the same cluster answers proxies. */
export const DISCOVERY_ADDRESS = "istiod.istio-system.svc:15012";
export const CLUSTER_DOMAIN = "cluster.local";

/** What a restricted container says of itself. */
export const RESTRICTED = {
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ["ALL"] },
  seccompProfile: { type: "RuntimeDefault" },
};
export const READY = {
  httpGet: { path: "/healthz/ready", port: 15021 },
  periodSeconds: 15,
  timeoutSeconds: 3,
  failureThreshold: 4,
};
export const STARTED = {
  httpGet: { path: "/healthz/ready", port: 15021 },
  periodSeconds: 1,
  timeoutSeconds: 3,
  failureThreshold: 600,
};
export const PROXY_RESOURCES = { requests: { cpu: "100m", memory: "128Mi" }, limits: { cpu: "2", memory: "1Gi" } };
export const METRICS_PORT = { containerPort: 15090, protocol: "TCP", name: "http-envoy-prom" };

/** An image of the mesh's release. */
export function image({ images, version }: MeshSettings, name: "pilot" | "proxyv2"): string {
  return `${images}/${name}:${version}-distroless`;
}

const field = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
const limit = (name: string, resource: string) => ({
  name,
  valueFrom: { resourceFieldRef: { resource, divisor: "1" } },
});

/** How a proxy finds its place in the mesh, whoever declares its pod. */
export function proxyEnvironment({ name, network }: Member, { trustDomain }: MeshSettings) {
  return [
    { name: "PILOT_CERT_PROVIDER", value: "istiod" },
    { name: "CA_ADDR", value: DISCOVERY_ADDRESS },
    { name: "TRUST_DOMAIN", value: trustDomain },
    { name: "ISTIO_META_MESH_ID", value: trustDomain },
    { name: "ISTIO_META_CLUSTER_ID", value: name },
    { name: "ISTIO_META_NETWORK", value: network },
    field("POD_NAME", "metadata.name"),
    field("POD_NAMESPACE", "metadata.namespace"),
    field("INSTANCE_IP", "status.podIP"),
    field("SERVICE_ACCOUNT", "spec.serviceAccountName"),
    field("HOST_IP", "status.hostIP"),
    field("ISTIO_META_NODE_NAME", "spec.nodeName"),
    limit("ISTIO_CPU_LIMIT", "limits.cpu"),
    limit("GOMEMLIMIT", "limits.memory"),
  ];
}

/** What a proxy's agent is started with: a gateway is a `router`. */
export function proxyArguments(role: "sidecar" | "router"): string[] {
  return [
    "proxy",
    role,
    "--domain",
    `$(POD_NAMESPACE).svc.${CLUSTER_DOMAIN}`,
    "--proxyLogLevel=warning",
    "--proxyComponentLogLevel=misc:error",
    "--log_output_level=default:info",
    "--log_as_json",
  ];
}

/** Where a proxy keeps what it may write, and where it finds its token and the root. */
export const PROXY_VOLUMES = [
  { name: "workload-socket", emptyDir: {} },
  { name: "credential-socket", emptyDir: {} },
  { name: "workload-certs", emptyDir: {} },
  { name: "istio-envoy", emptyDir: { medium: "Memory" } },
  { name: "istio-data", emptyDir: {} },
  {
    name: "istio-podinfo",
    downwardAPI: {
      items: ["labels", "annotations"].map((path) => ({ path, fieldRef: { fieldPath: `metadata.${path}` } })),
    },
  },
  {
    name: "istio-token",
    projected: {
      sources: [{ serviceAccountToken: { path: "istio-token", expirationSeconds: 43_200, audience: "istio-ca" } }],
    },
  },
  { name: "istiod-ca-cert", configMap: { name: "istio-ca-root-cert" } },
];
export const PROXY_MOUNTS = [
  { name: "workload-socket", mountPath: "/var/run/secrets/workload-spiffe-uds" },
  { name: "credential-socket", mountPath: "/var/run/secrets/credential-uds" },
  { name: "workload-certs", mountPath: "/var/run/secrets/workload-spiffe-credentials" },
  { name: "istiod-ca-cert", mountPath: "/var/run/secrets/istio" },
  { name: "istio-data", mountPath: "/var/lib/istio/data" },
  { name: "istio-envoy", mountPath: "/etc/istio/proxy" },
  { name: "istio-token", mountPath: "/var/run/secrets/tokens" },
  { name: "istio-podinfo", mountPath: "/etc/istio/pod" },
];
