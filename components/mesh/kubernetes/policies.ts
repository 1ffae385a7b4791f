import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import { GATEWAY_PORT } from "../check.ts";
import { TRACES } from "../mesh-config.ts";
import type { MeshScope } from "../native.ts";
import { EVERY_HOST, GATEWAY_LABELS, type Member, ROOT_NAMESPACE } from "../plan.ts";
import type { MeshSettings } from "../settings.ts";
import { inRoot } from "./place.ts";

const POLICY = "security.istio.io/v1/AuthorizationPolicy";
const at = (name: string) => inRoot(name, "istio-policies");

/** What holds for every call: encrypted by both sides, and from nobody whom no policy names. */
export function policies(scope: MeshScope, member: Member, settings: MeshSettings, after: readonly Resource[]) {
  const { child } = scope;
  const options = { dependsOn: [...after] };
  const strict = custom(
    "security.istio.io/v1/PeerAuthentication",
    ...child(
      "strict",
      { metadata: at("default"), spec: { mtls: { mode: "STRICT" } } },
      { ...options, invariants: ["spec"] },
    ),
  );
  // what keeps the mesh alive is opened before the rest is closed
  const opened = openings(scope, member, settings, after);
  const denied = custom(
    POLICY,
    ...child(
      "denied",
      { metadata: at("default-deny"), spec: {} },
      { dependsOn: [...after, ...opened], invariants: ["spec"] },
    ),
  );
  const visible = custom(
    "networking.istio.io/v1/Sidecar",
    ...child(
      "visible",
      { metadata: at("default"), spec: { egress: [{ hosts: ["./*", `${ROOT_NAMESPACE}/*`] }] } },
      options,
    ),
  );
  return [strict, ...opened, denied, visible, destinations(scope, settings, after)];
}

function openings(
  { child }: MeshScope,
  { addresses }: Member,
  { edge, open }: MeshSettings,
  after: readonly Resource[],
) {
  const options = { dependsOn: [...after] };
  const toPorts = (ports: readonly number[]) => [{ operation: { ports: ports.map(String) } }];
  const eastWest =
    addresses.length === 0
      ? []
      : [
          custom(
            POLICY,
            ...child(
              "allowed",
              {
                metadata: at("east-west-gateway"),
                spec: {
                  selector: { matchLabels: GATEWAY_LABELS },
                  action: "ALLOW",
                  rules: [{ to: toPorts([GATEWAY_PORT]) }],
                },
              },
              { ...options, of: "east-west" },
            ),
          ),
        ];
  const opened = open.map(({ name, namespace, labels, ports }) =>
    custom(
      POLICY,
      ...child(
        "allowed",
        {
          metadata: { ...at(`open-${name}`), namespace },
          spec: { selector: { matchLabels: labels }, action: "ALLOW", rules: [{ to: toPorts(ports) }] },
        },
        { ...options, of: `open-${name}` },
      ),
    ),
  );
  return [...eastWest, ...opened, ...edges(child, edge, options)];
}

/** At the edge: whose tokens are taken, and that there is one. */
function edges(
  child: MeshScope["child"],
  { gateways, jwt, publicPaths }: MeshSettings["edge"],
  options: { dependsOn: Resource[] },
) {
  const issuers = jwt.map(({ issuer, jwksUri, audiences }) => ({
    issuer,
    jwksUri,
    audiences: [...audiences],
    forwardOriginalToken: true,
  }));
  const withToken = { from: [{ source: { requestPrincipals: jwt.map(({ issuer }) => `${issuer}/*`) } }] };
  const withoutToken = publicPaths.length === 0 ? [] : [{ to: [{ operation: { paths: [...publicPaths] } }] }];
  return gateways.flatMap(({ namespace, labels }, index) => {
    const metadata = { ...at(`edge-${index}`), namespace };
    const selector = { matchLabels: labels };
    const of = `edge-${index}`;
    const rules = jwt.length === 0 ? [{}] : [withToken, ...withoutToken];
    const allowed = custom(
      POLICY,
      ...child("allowed", { metadata, spec: { selector, action: "ALLOW", rules } }, { ...options, of }),
    );
    if (jwt.length === 0) return [allowed];
    const spec = { selector, jwtRules: issuers };
    return [
      custom("security.istio.io/v1/RequestAuthentication", ...child("tokens", { metadata, spec }, { ...options, of })),
      allowed,
    ];
  });
}

/** What calls of all services get: endpoints that are ill are left out, and those of the next region take over. */
function destinations({ child }: MeshScope, { traffic }: MeshSettings, after: readonly Resource[]) {
  return custom(
    "networking.istio.io/v1/DestinationRule",
    ...child(
      "destinations",
      {
        metadata: at("destination-defaults"),
        spec: {
          host: EVERY_HOST,
          trafficPolicy: {
            connectionPool: {
              tcp: { connectTimeout: `${traffic.connectTimeoutSeconds}s` },
              http: { http1MaxPendingRequests: traffic.pendingRequests },
            },
            loadBalancer: {
              localityLbSetting: {
                enabled: true,
                failoverPriority: [
                  "topology.istio.io/network",
                  "topology.kubernetes.io/region",
                  "topology.kubernetes.io/zone",
                ],
              },
            },
            outlierDetection: {
              consecutive5xxErrors: traffic.errorsBeforeEjection,
              interval: "10s",
              baseEjectionTime: `${traffic.ejectionSeconds}s`,
              maxEjectionPercent: 50,
            },
          },
        },
      },
      { dependsOn: [...after] },
    ),
  );
}

/** What may be called outside the mesh, and where spans go. */
export function outside(
  { child }: MeshScope,
  { name: cluster }: Member,
  { egress, telemetry }: MeshSettings,
  after: readonly Resource[],
) {
  const options = { dependsOn: [...after] };
  const entries = egress
    .filter(({ clusters }) => clusters.includes(cluster))
    .map(({ name, hosts, ports }) =>
      custom(
        "networking.istio.io/v1/ServiceEntry",
        ...child(
          "outside",
          {
            metadata: at(name),
            spec: {
              hosts: [...hosts],
              location: "MESH_EXTERNAL",
              // a wildcard has no address: the name that TLS asks for decides
              resolution: hosts.some((host) => host.startsWith("*")) ? "NONE" : "DNS",
              ports: ports.map((number) => ({ number, name: `tls-${number}`, protocol: "TLS" })),
            },
          },
          { ...options, of: name },
        ),
      ),
    );
  if (telemetry === undefined) return entries;
  const tracing = [{ providers: [{ name: TRACES }], randomSamplingPercentage: telemetry.samplingPercent }];
  const traces = custom(
    "telemetry.istio.io/v1/Telemetry",
    ...child("traces", { metadata: at("default"), spec: { tracing } }, options),
  );
  return [...entries, traces];
}
