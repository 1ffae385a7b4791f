import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { block, inNamespace, NAMES, PRIVATE_RANGES, TOKENS, tcp } from "../../core/traffic.ts";
import type { AppScope, Declared } from "../app.ts";
import { metadata, podLabels } from "../names.ts";
import type { AppPlan } from "../plan.ts";

/** What a namespace's pods need of the cluster, as peers. */
const MESH = "istio-system";
const GATEWAY = { istio: "eastwestgateway" };
/** The control plane of the mesh: certificates and settings of the sidecar. */
export const CONTROL_PLANE = { to: [inNamespace(MESH)], ports: tcp(15_012) };
const SIDECAR_METRICS = 15_020;
const OTLP = 4317;
const EAST_WEST = 15_443;

/** Who reaches the pods, and whom they reach; the mesh asks again who it is. */
export function network(scope: AppScope, plan: AppPlan): readonly Declared[] {
  const meta = metadata(plan);
  const resource = new NetworkPolicy(
    ...scope.child(
      "networkPolicy",
      {
        metadata: meta,
        spec: {
          podSelector: { matchLabels: { ...podLabels(plan) } },
          policyTypes: ["Ingress", "Egress"],
          ingress: ingress(plan),
          egress: egress(plan),
        },
      },
      { invariants: ["spec.policyTypes"] },
    ),
  );
  return [{ apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", name: meta.name, resource }];
}

function ingress({ ports: own, allowFrom, route, mesh }: AppPlan) {
  const namespaces = [...allowFrom.map(({ namespace }) => namespace), ...(route ? [route.gateway.namespace] : [])];
  const peers = [...new Set(namespaces)].map((name) => inNamespace(name));
  const remote = allowFrom.length > 0 && mesh.gatewayRanges.length > 0;
  const from = [...peers, ...(remote ? [inNamespace(MESH, GATEWAY)] : [])];
  return [
    ...(from.length > 0 ? [{ from, ports: tcp(...own.map(({ port }) => port)) }] : []),
    ...(mesh.observability === undefined
      ? []
      : [{ from: [inNamespace(mesh.observability)], ports: tcp(SIDECAR_METRICS) }]),
  ];
}

function egress({ calls, egress: outside, identity, mesh, endpoints }: AppPlan) {
  const remote = calls.length > 0 && mesh.gatewayRanges.length > 0;
  const open = [...new Set(outside.map(({ port }) => port))];
  return [
    NAMES,
    CONTROL_PLANE,
    ...calls.map(({ namespace, port }) => ({ to: [inNamespace(namespace)], ports: tcp(port) })),
    ...(remote ? [{ to: mesh.gatewayRanges.map((range) => block(range)), ports: tcp(EAST_WEST) }] : []),
    ...(mesh.observability === undefined ? [] : [{ to: [inNamespace(mesh.observability)], ports: tcp(OTLP) }]),
    // the clouds' own services answer on the internet, or at private endpoints
    ...(open.length > 0
      ? [
          {
            to: [block("0.0.0.0/0", ...PRIVATE_RANGES), ...endpoints.map((range) => block(range))],
            ports: tcp(...open),
          },
        ]
      : []),
    ...(Object.keys(identity).length > 0 ? TOKENS : []),
  ];
}
