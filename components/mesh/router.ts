import { proxyConfig } from "./mesh-config.ts";
import type { Member } from "./plan.ts";
import {
  image,
  METRICS_PORT,
  PROXY_MOUNTS,
  PROXY_RESOURCES,
  PROXY_USER,
  proxyArguments,
  proxyEnvironment,
  READY,
  RESTRICTED,
  STARTED,
} from "./proxy.ts";
import type { MeshSettings } from "./settings.ts";

/** Where a router tells balancers and Kubernetes that it is ready: `/healthz/ready`. */
export const STATUS_PORT = 15_021;
/** A proxy that is nobody's sidecar. */
export interface Router {
  /** Of its deployment. */
  readonly name: string;
  readonly namespace: string;
  readonly ports: readonly { readonly name: string; readonly containerPort: number; readonly protocol: string }[];
  /** Whether it looks to be on the network of its cluster, and calls others through their gateways. @default true */
  readonly seesOwnNetworkOnly?: boolean;
}

/** The container of a gateway's pods. */
export function routerContainer(member: Member, settings: MeshSettings, router: Router) {
  const { name, namespace, ports, seesOwnNetworkOnly = true } = router;
  const plain = (key: string, value: string) => ({ name: key, value });
  return {
    name: "istio-proxy",
    image: image(settings, "proxyv2"),
    args: proxyArguments("router"),
    ports: [METRICS_PORT, { name: "status-port", containerPort: STATUS_PORT, protocol: "TCP" }, ...ports],
    env: [
      ...proxyEnvironment(member, settings),
      ...(seesOwnNetworkOnly ? [plain("ISTIO_META_REQUESTED_NETWORK_VIEW", member.network)] : []),
      plain("ISTIO_META_WORKLOAD_NAME", name),
      plain("ISTIO_META_OWNER", `kubernetes://apis/apps/v1/namespaces/${namespace}/deployments/${name}`),
      plain("ISTIO_META_APP_CONTAINERS", ""),
      plain("ISTIO_META_POD_PORTS", "[]"),
      plain("PROXY_CONFIG", JSON.stringify(proxyConfig(settings))),
      plain("ISTIO_META_DNS_CAPTURE", "true"),
    ],
    readinessProbe: READY,
    livenessProbe: { tcpSocket: { port: STATUS_PORT }, periodSeconds: 15, failureThreshold: 4 },
    startupProbe: STARTED,
    resources: PROXY_RESOURCES,
    securityContext: { ...RESTRICTED, runAsUser: PROXY_USER, runAsGroup: PROXY_USER },
    volumeMounts: PROXY_MOUNTS,
  };
}
