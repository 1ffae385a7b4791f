import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import { TRACES } from "../mesh-config.ts";
import type { MeshScope } from "../native.ts";
import { EVERY_HOST, type Member } from "../plan.ts";
import type { MeshSettings } from "../settings.ts";
import { ofMesh } from "./place.ts";

/** How calls go where nothing else is said, what may be called outside, and where spans are sent. */
export function traffic(scope: MeshScope, member: Member, settings: MeshSettings, after: readonly Resource[]) {
  const options = { dependsOn: [...after] };
  return [
    destinations(scope, settings, options),
    ...outside(scope, member, settings, options),
    ...traces(scope, settings, options),
  ];
}
interface Options {
  readonly dependsOn: Resource[];
}

/** Endpoints that are ill are left out, and those of the next zone or region take over. */
function destinations(scope: MeshScope, { traffic: said }: MeshSettings, options: Options) {
  const failoverPriority = [
    "topology.istio.io/network",
    "topology.kubernetes.io/region",
    "topology.kubernetes.io/zone",
  ];
  const trafficPolicy = {
    connectionPool: {
      tcp: { connectTimeout: `${said.connectTimeoutSeconds}s` },
      http: { http1MaxPendingRequests: said.pendingRequests },
    },
    loadBalancer: { localityLbSetting: { enabled: true, failoverPriority } },
    // without it nothing fails over
    outlierDetection: {
      consecutive5xxErrors: said.errorsBeforeEjection,
      interval: "10s",
      baseEjectionTime: `${said.ejectionSeconds}s`,
      maxEjectionPercent: 50,
    },
  };
  return custom(
    "networking.istio.io/v1/DestinationRule",
    ...scope.child(
      "destinations",
      { metadata: ofMesh("destination-defaults"), spec: { host: EVERY_HOST, trafficPolicy } },
      options,
    ),
  );
}

function outside(scope: MeshScope, { name: cluster }: Member, { egress }: MeshSettings, options: Options) {
  return egress
    .filter(({ clusters }) => clusters.includes(cluster))
    .map(({ name, hosts, ports }) => {
      const spec = {
        hosts: [...hosts],
        location: "MESH_EXTERNAL" as const,
        // a wildcard has no address: the name that TLS asks for decides
        resolution: hosts.some((host) => host.startsWith("*")) ? ("NONE" as const) : ("DNS" as const),
        ports: ports.map((number) => ({ number, name: `tls-${number}`, protocol: "TLS" })),
      };
      return custom(
        "networking.istio.io/v1/ServiceEntry",
        ...scope.child("outside", { metadata: ofMesh(name), spec }, { ...options, of: name }),
      );
    });
}

function traces(scope: MeshScope, { telemetry }: MeshSettings, options: Options) {
  if (telemetry === undefined) return [];
  const tracing = [{ providers: [{ name: TRACES }], randomSamplingPercentage: telemetry.samplingPercent }];
  return [
    custom(
      "telemetry.istio.io/v1/Telemetry",
      ...scope.child("traces", { metadata: ofMesh("default"), spec: { tracing } }, options),
    ),
  ];
}
