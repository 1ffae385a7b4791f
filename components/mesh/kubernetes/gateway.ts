import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import { type Balancer, balancerOf } from "../balancer.ts";
import { GATEWAY_PORT } from "../check.ts";
import type { MeshScope } from "../native.ts";
import { GATEWAY_LABELS, type Member, ROOT_NAMESPACE } from "../plan.ts";
import { PROXY_VOLUMES } from "../proxy.ts";
import { routerContainer, STATUS_PORT } from "../router.ts";
import type { MeshSettings } from "../settings.ts";
import { inRoot, labelsOf, scaling, spread } from "./place.ts";

const NAME = "istio-eastwestgateway";
const ROUTER = {
  name: NAME,
  namespace: ROOT_NAMESPACE,
  ports: [{ name: "tls", containerPort: GATEWAY_PORT, protocol: "TCP" }],
};

/** Where the other clusters call the services of this one: end to end encrypted, at an address that never changes. */
export function eastWestGateway(scope: MeshScope, member: Member, settings: MeshSettings, after: readonly Resource[]) {
  const labels = { ...GATEWAY_LABELS, "topology.istio.io/network": member.network };
  const account = new ServiceAccount(
    ...scope.child(
      "gatewayAccount",
      { metadata: inRoot(NAME), automountServiceAccountToken: false },
      { dependsOn: [...after] },
    ),
  );
  const deployment = new Deployment(
    ...scope.child(
      "gateway",
      {
        metadata: inRoot(NAME),
        spec: {
          selector: { matchLabels: GATEWAY_LABELS },
          strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
          template: {
            metadata: {
              labels: { ...labelsOf(NAME), ...labels, "sidecar.istio.io/inject": "false" },
              annotations: {
                "prometheus.io/scrape": "true",
                "prometheus.io/port": "15020",
                "prometheus.io/path": "/stats/prometheus",
              },
            },
            spec: {
              serviceAccountName: NAME,
              automountServiceAccountToken: false,
              ...spread(GATEWAY_LABELS),
              containers: [routerContainer(member, settings, ROUTER)],
              volumes: PROXY_VOLUMES,
            },
          },
        },
      },
      { dependsOn: [account], invariants: ["spec.template.spec.serviceAccountName"] },
    ),
  );
  new HorizontalPodAutoscaler(
    ...scope.child(
      "gatewayScaling",
      { metadata: inRoot(NAME), spec: scaling(NAME, member) },
      { dependsOn: [deployment] },
    ),
  );
  new PodDisruptionBudget(
    ...scope.child(
      "gatewayBudget",
      { metadata: inRoot(NAME), spec: { maxUnavailable: 1, selector: { matchLabels: GATEWAY_LABELS } } },
      { dependsOn: [deployment] },
    ),
  );
  return serviceOf(scope, member, balancerOf(member), deployment);
}

function serviceOf(
  scope: MeshScope,
  { network, callers }: Member,
  { annotations, spec }: Balancer,
  deployment: Deployment,
) {
  const metadata = inRoot(NAME);
  return new Service(
    ...scope.child(
      "gatewayService",
      {
        metadata: {
          ...metadata,
          labels: { ...metadata.labels, ...GATEWAY_LABELS, "topology.istio.io/network": network },
          annotations,
        },
        spec: {
          type: "LoadBalancer",
          selector: GATEWAY_LABELS,
          loadBalancerSourceRanges: [...callers],
          ports: [
            { name: "status-port", port: STATUS_PORT, targetPort: STATUS_PORT, protocol: "TCP" },
            { name: "tls", port: GATEWAY_PORT, targetPort: GATEWAY_PORT, protocol: "TCP" },
          ],
          ...spec,
        },
      },
      { dependsOn: [deployment], invariants: ["spec.loadBalancerSourceRanges", "spec.ports"] },
    ),
  );
}

/** Lets calls through to the service that their TLS names, unopened; policies hold at the pod. */
export function exposure(scope: MeshScope, after: readonly Resource[]) {
  return custom(
    "networking.istio.io/v1/Gateway",
    ...scope.child(
      "exposure",
      {
        metadata: inRoot("cross-network-gateway", NAME),
        spec: {
          selector: GATEWAY_LABELS,
          servers: [
            {
              port: { number: GATEWAY_PORT, name: "tls", protocol: "TLS" },
              tls: { mode: "AUTO_PASSTHROUGH" },
              hosts: ["*.local"],
            },
          ],
        },
      },
      { dependsOn: [...after], invariants: ["spec"] },
    ),
  );
}
