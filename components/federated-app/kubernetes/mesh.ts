import { custom } from "../../objects/index.ts";
import type { AppScope, Declare, Declared } from "../app.ts";
import { hostOf, mainPort, metadata, podLabels, principalOf } from "../names.ts";
import type { AppPlan } from "../plan.ts";
import { analysisSpec, CANARY, SHARES, STABLE } from "./rollout.ts";

const SECURITY = "security.istio.io/v1";
const NETWORKING = "networking.istio.io/v1";

/** What the mesh knows of an app: the same in every member, since each control plane reads its own cluster only. */
export const mesh: Declare = (scope, plan) => [
  authorization(scope, plan),
  destination(scope, plan),
  ...shares(scope, plan),
  ...outside(scope, plan),
  ...sight(scope, plan),
  ...route(scope, plan),
];

function authorization(scope: AppScope, plan: AppPlan): Declared {
  const { allowFrom, ports, mesh: settings, route: edge } = plan;
  const to = [{ operation: { ports: ports.map(({ port }) => String(port)) } }];
  const principals = allowFrom.map(({ namespace, serviceAccount }) =>
    principalOf(settings.trustDomain, namespace, serviceAccount),
  );
  const meta = metadata(plan);
  const resource = custom(
    `${SECURITY}/AuthorizationPolicy`,
    ...scope.child(
      "authorization",
      {
        metadata: meta,
        spec: {
          selector: { matchLabels: podLabels(plan) },
          action: "ALLOW",
          // without a rule it allows nobody
          rules: [
            ...(principals.length > 0 ? [{ from: [{ source: { principals } }], to }] : []),
            ...(edge ? [{ from: [{ source: { namespaces: [edge.gateway.namespace] } }], to }] : []),
          ],
        },
      },
      { invariants: ["spec.action"] },
    ),
  );
  return { apiVersion: SECURITY, kind: "AuthorizationPolicy", name: meta.name, resource };
}

function destination(scope: AppScope, plan: AppPlan): Declared {
  const meta = metadata(plan);
  const subsets = [STABLE, CANARY].map((name) => ({ name, labels: podLabels(plan) }));
  const resource = custom(
    `${NETWORKING}/DestinationRule`,
    ...scope.child("destination", {
      metadata: meta,
      spec: {
        host: hostOf(plan),
        trafficPolicy: {
          tls: { mode: "ISTIO_MUTUAL" },
          loadBalancer: {
            simple: "LEAST_REQUEST",
            // the same cluster, then the same region, then anywhere
            localityLbSetting: {
              enabled: true,
              failoverPriority: ["topology.istio.io/network", "topology.kubernetes.io/region"],
            },
          },
          // nothing fails over without it; all of a cluster's pods may be out at once
          outlierDetection: {
            consecutive5xxErrors: 5,
            interval: "10s",
            baseEjectionTime: "30s",
            maxEjectionPercent: 100,
          },
        },
        ...(plan.strategy.kind === "canary" && { subsets }),
      },
    }),
  );
  return { apiVersion: NETWORKING, kind: "DestinationRule", name: meta.name, resource };
}

function shares(scope: AppScope, plan: AppPlan): readonly Declared[] {
  if (plan.strategy.kind !== "canary") return [];
  const meta = metadata(plan);
  const host = hostOf(plan);
  const { port: number } = mainPort(plan);
  const to = (subset: string, weight: number) => ({ destination: { host, subset, port: { number } }, weight });
  const resource = custom(
    `${NETWORKING}/VirtualService`,
    ...scope.child("shares", {
      metadata: meta,
      spec: {
        hosts: [host],
        // Argo Rollouts writes the weights in each member; `FederatedKinds` leaves them there
        http: [{ name: SHARES, match: [{ port: number }], route: [to(STABLE, 100), to(CANARY, 0)] }],
      },
    }),
  );
  const declared = { apiVersion: NETWORKING, kind: "VirtualService", name: meta.name, resource };
  const { analysis } = plan.strategy;
  if (analysis === undefined) return [declared];
  const question = custom(
    "argoproj.io/v1alpha1/AnalysisTemplate",
    ...scope.child("analysis", { metadata: meta, spec: analysisSpec(analysis) }),
  );
  return [
    declared,
    { apiVersion: "argoproj.io/v1alpha1", kind: "AnalysisTemplate", name: meta.name, resource: question },
  ];
}

function outside(scope: AppScope, plan: AppPlan): readonly Declared[] {
  const byPort = Map.groupBy(plan.egress, ({ port }) => port);
  return [...byPort].map(([number, hosts]) => {
    const meta = metadata(plan, `${plan.name}-egress-${number}`);
    const resource = custom(
      `${NETWORKING}/ServiceEntry`,
      ...scope.child(
        "egress",
        {
          metadata: meta,
          spec: {
            hosts: hosts.map(({ host }) => host),
            location: "MESH_EXTERNAL",
            resolution: "DNS",
            // nobody else's way out
            exportTo: ["."],
            ports: [{ number, name: `tls-${number}`, protocol: "TLS" }],
          },
        },
        { of: String(number) },
      ),
    );
    return { apiVersion: NETWORKING, kind: "ServiceEntry", name: meta.name, resource };
  });
}

/** Services of other namespaces, which its proxies would not know. */
function sight(scope: AppScope, plan: AppPlan): readonly Declared[] {
  const others = new Set(plan.calls.map(({ namespace }) => namespace).filter((name) => name !== plan.namespace));
  if (others.size === 0) return [];
  const meta = metadata(plan);
  const hosts = ["./*", "istio-system/*", ...[...others].map((name) => `${name}/*`)];
  const resource = custom(
    `${NETWORKING}/Sidecar`,
    ...scope.child("sight", {
      metadata: meta,
      spec: { workloadSelector: { labels: podLabels(plan) }, egress: [{ hosts }] },
    }),
  );
  return [{ apiVersion: NETWORKING, kind: "Sidecar", name: meta.name, resource }];
}

function route(scope: AppScope, plan: AppPlan): readonly Declared[] {
  if (plan.route === undefined) return [];
  const { gateway, hosts, path } = plan.route;
  const meta = metadata(plan);
  const resource = custom(
    "gateway.networking.k8s.io/v1/HTTPRoute",
    ...scope.child("route", {
      metadata: meta,
      spec: {
        parentRefs: [{ name: gateway.name, namespace: gateway.namespace }],
        hostnames: [...hosts],
        rules: [
          {
            matches: [{ path: { type: "PathPrefix", value: path } }],
            backendRefs: [{ name: plan.name, port: mainPort(plan).port }],
          },
        ],
      },
    }),
  );
  return [{ apiVersion: "gateway.networking.k8s.io/v1", kind: "HTTPRoute", name: meta.name, resource }];
}
