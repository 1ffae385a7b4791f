import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import { named, portsOf } from "../names.ts";
import type { ObservabilityScope } from "../native.ts";
import { collectorConfig, samplerConfig } from "../pipelines.ts";
import { NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import { apart, aroundMesh, CLOSED_CONTAINER, CLOSED_POD, room } from "../pods.ts";
import type { WayHome } from "../way-home.ts";
import { looking, plainAccount } from "./accounts.ts";

/** How the operator labels the pods of a collector. */
export const podsOf = (name: string) => ({
  "app.kubernetes.io/component": "opentelemetry-collector",
  "app.kubernetes.io/instance": `${NAMESPACE}.${name}`,
});

// what keeps personal data in, and pods restricted
const CLOSED = ["spec.config.processors", "spec.securityContext", "spec.podSecurityContext"];

/** What takes spans, logs and metrics from workloads, and what decides which traces are kept. */
export function collectors(
  scope: ObservabilityScope,
  plan: ObservabilityPlan,
  { otlp }: WayHome,
  after: readonly Resource[],
) {
  const account = looking(scope, "collector", after);
  const sampler = collector(scope, plan, "sampler", samplerConfig(plan, scope.cluster), [
    plainAccount(scope, "sampler", after),
    ...after,
  ]);
  const gateway = collector(scope, plan, "collector", collectorConfig(plan, scope.cluster, otlp), [
    ...account,
    ...after,
    sampler,
  ]);
  // the name that workloads and the mesh know, whatever the operator calls its own, and one that is this cluster's alone
  const services = ["collector", named("collector", scope.cluster.name)].map(
    (name) =>
      new Service(
        ...scope.child(
          "service",
          {
            metadata: { name, namespace: NAMESPACE },
            spec: { selector: podsOf("collector"), ports: portsOf("collector") },
          },
          { of: name, dependsOn: [...after] },
        ),
      ),
  );
  return [sampler, gateway, ...services];
}

function collector(
  { child }: ObservabilityScope,
  plan: ObservabilityPlan,
  name: "collector" | "sampler",
  config: ReturnType<typeof collectorConfig> | ReturnType<typeof samplerConfig>,
  after: readonly Resource[],
) {
  const { replicas } = plan;
  return custom(
    "opentelemetry.io/v1beta1/OpenTelemetryCollector",
    ...child(
      "collector",
      {
        metadata: { name, namespace: NAMESPACE },
        spec: {
          mode: "deployment",
          replicas,
          upgradeStrategy: "none",
          serviceAccount: name,
          config,
          resources: room("200m", "512Mi", "1Gi"),
          securityContext: CLOSED_CONTAINER,
          podSecurityContext: CLOSED_POD,
          podAnnotations: aroundMesh(plan),
          podDisruptionBudget: { maxUnavailable: 1 },
          topologySpreadConstraints: [apart(podsOf(name))],
        },
      },
      { of: name, dependsOn: [...after], invariants: CLOSED },
    ),
  );
}
