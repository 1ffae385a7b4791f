import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Resource } from "@pulumi/pulumi";
import { PROXY_VOLUMES, routerContainer, type ServiceMesh, STATUS_PORT } from "../../mesh/index.ts";
import type { GatewaySpec } from "../args.ts";
import type { GatewayScope } from "../native.ts";
import { EDGE, POD_PORT, SERVICE_PORT } from "../place.ts";
import type { Found } from "../service.ts";
import { inEdge } from "./names.ts";

const PORTS = [
  { name: "status-port", port: STATUS_PORT, targetPort: STATUS_PORT, protocol: "TCP" },
  { name: "https", port: SERVICE_PORT, targetPort: POD_PORT, protocol: "TCP" },
];

/** The pods that calls come in by, and the service that they are found under. */
export function pods(
  scope: GatewayScope,
  spec: GatewaySpec,
  mesh: ServiceMesh,
  found: Found,
  after: readonly Resource[],
) {
  const options = { dependsOn: [...after] };
  const account = new ServiceAccount(
    ...scope.child("account", { metadata: inEdge(EDGE.name), automountServiceAccountToken: false }, options),
  );
  // before its pods: GKE holds back those that begin later until they are in the balancer's groups
  const service = new Service(
    ...scope.child(
      "service",
      {
        metadata: { ...inEdge(EDGE.name), annotations: { ...found.annotations, "pulumi.com/skipAwait": "true" } },
        spec: { selector: EDGE.labels, ports: PORTS, ...found.spec },
      },
      { ...options, invariants: ["spec.type", "spec.ports", "spec.loadBalancerSourceRanges"] },
    ),
  );
  const deployment = new Deployment(
    ...scope.child(
      "deployment",
      {
        metadata: inEdge(EDGE.name),
        spec: {
          selector: { matchLabels: EDGE.labels },
          strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
          template: podTemplate(spec, mesh),
        },
      },
      { dependsOn: [account, service], invariants: ["spec.template.spec.serviceAccountName"] },
    ),
  );
  const scaling = new HorizontalPodAutoscaler(
    ...scope.child("scaling", { metadata: inEdge(EDGE.name), spec: scalingOf(spec) }, { dependsOn: [deployment] }),
  );
  const budget = new PodDisruptionBudget(
    ...scope.child(
      "budget",
      { metadata: inEdge(EDGE.name), spec: { maxUnavailable: 1, selector: { matchLabels: EDGE.labels } } },
      { dependsOn: [deployment] },
    ),
  );
  return { service, deployment, ready: [service, deployment, scaling, budget] };
}

function podTemplate({ cluster }: GatewaySpec, mesh: ServiceMesh) {
  const { members, settings } = mesh.plan;
  const router = {
    name: EDGE.name,
    namespace: EDGE.namespace,
    ports: [{ name: "https", containerPort: POD_PORT, protocol: "TCP" }],
    // a service that is ill here is called in another cluster
    seesOwnNetworkOnly: false,
  };
  return {
    metadata: {
      labels: { ...inEdge(EDGE.name).labels, ...EDGE.labels, "sidecar.istio.io/inject": "false" },
      annotations: {
        "prometheus.io/scrape": "true",
        "prometheus.io/port": "15020",
        "prometheus.io/path": "/stats/prometheus",
      },
    },
    spec: {
      serviceAccountName: EDGE.serviceAccount,
      automountServiceAccountToken: false,
      // longer than the cloud's balancer takes to send its calls elsewhere
      terminationGracePeriodSeconds: 60,
      topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: EDGE.labels },
      })),
      containers: members
        .filter((member) => member.cluster === cluster)
        .map((member) => routerContainer(member, settings, router)),
      volumes: PROXY_VOLUMES,
    },
  };
}

function scalingOf({ replicas }: GatewaySpec) {
  const cpu = { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } };
  return {
    scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: EDGE.name },
    minReplicas: replicas,
    maxReplicas: 10,
    metrics: [{ type: "Resource", resource: cpu }],
  };
}
