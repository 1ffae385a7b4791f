import { stringify } from "yaml";
import { DISCOVERY, ROOT_NAMESPACE } from "./plan.ts";
import { DISCOVERY_ADDRESS } from "./proxy.ts";
import type { MeshSettings } from "./settings.ts";

/** What spans are sent by. */
export const TRACES = "otlp";

/** What every proxy begins with. */
export function proxyConfig({ trustDomain }: MeshSettings) {
  return {
    discoveryAddress: DISCOVERY_ADDRESS,
    meshId: trustDomain,
    holdApplicationUntilProxyStarts: true,
    // names of services in other clusters are known to the proxy alone
    proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" },
  };
}

/** The settings of the whole mesh, as the control planes read them. */
export function meshConfig(settings: MeshSettings) {
  const { trustDomain, traffic, telemetry } = settings;
  return {
    trustDomain,
    rootNamespace: ROOT_NAMESPACE,
    enableAutoMtls: true,
    enablePrometheusMerge: true,
    meshMTLS: { minProtocolVersion: "TLSV1_3" },
    tlsDefaults: { minProtocolVersion: "TLSV1_2" },
    outboundTrafficPolicy: { mode: "REGISTRY_ONLY" },
    // a policy on /admin must also hold for /x/../admin
    pathNormalization: { normalization: "DECODE_AND_MERGE_SLASHES" },
    ingressControllerMode: "OFF",
    accessLogFile: "/dev/stdout",
    accessLogEncoding: "JSON",
    discoverySelectors: DISCOVERY.map((matchLabels) => ({ matchLabels })),
    localityLbSetting: { enabled: true },
    connectTimeout: `${traffic.connectTimeoutSeconds}s`,
    defaultHttpRetryPolicy: {
      attempts: traffic.retries,
      perTryTimeout: `${traffic.attemptTimeoutSeconds}s`,
      // what has not begun, or what is safe to ask again
      retryOn: "connect-failure,refused-stream,unavailable,cancelled",
    },
    // each cluster has its own of these, and what is known of its workloads stays where they are
    serviceSettings: [
      {
        settings: { clusterLocal: true },
        hosts: ["*.kube-system.svc.cluster.local", ...(telemetry ? [telemetry.service] : [])],
      },
    ],
    defaultConfig: proxyConfig(settings),
    defaultProviders: { metrics: ["prometheus"] },
    ...(telemetry && {
      extensionProviders: [{ name: TRACES, opentelemetry: { service: telemetry.service, port: telemetry.port } }],
    }),
  };
}

/** Text that istiod reads: in YAML 1.1, where OFF would be false. */
export function istioYaml(value: object): string {
  return stringify(value, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}
