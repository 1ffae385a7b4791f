import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { input } from "@pulumi/kubernetes/types/index.js";
import type { Resource } from "@pulumi/pulumi";
import { block, PRIVATE_RANGES, TOKENS, tcp } from "../../core/traffic.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE, type ObservabilityPlan } from "../plan.ts";
import { SIDECAR_METRICS } from "./agent.ts";
import { RECEIVER_PORTS } from "./alerts.ts";
import { podsOf } from "./collectors.ts";

type Opened = input.networking.v1.NetworkPolicyEgressRule[];
type Ways = Readonly<Record<string, Omit<Spec, "policyTypes">>>;
type Spec = input.networking.v1.NetworkPolicySpec;

const everybody = [{ namespaceSelector: {} }];
const pods = (name: string) => ({ matchLabels: { "app.kubernetes.io/name": name } });

/** Who may send, what is read, and how far the stores reach: each opens one thing for one part. */
export function traffic(scope: ObservabilityScope, plan: ObservabilityPlan, after: readonly Resource[]) {
  const { endpoints, controlPlane, services } = scope.cluster.network.allocation;
  // the cloud's stores answer on the internet, or at private endpoints
  const clouds: Opened = [
    { to: [block("0.0.0.0/0", ...PRIVATE_RANGES), block(endpoints)], ports: tcp(443) },
    ...TOKENS,
  ];
  const api: Opened = [{ to: [block(controlPlane), block(services)], ports: tcp(443, 6443) }];
  const homeWays: Readonly<Record<ObservabilityPlan["metrics"]["kind"], Ways>> = {
    own: {
      rules: { podSelector: pods("prometheus"), egress: api },
      people: {
        podSelector: pods("alertmanager"),
        egress: [{ to: [block("0.0.0.0/0", ...PRIVATE_RANGES)], ports: tcp(...RECEIVER_PORTS) }],
      },
    },
    managed: { shown: { podSelector: pods("grafana"), egress: clouds } },
  };
  const ways: Ways = {
    telemetry: {
      podSelector: { matchLabels: podsOf("collector") },
      ingress: [{ from: everybody, ports: tcp(4317, 4318) }],
    },
    happenings: { podSelector: { matchLabels: podsOf("events") }, egress: api },
    places: { podSelector: { matchLabels: podsOf("collector") }, egress: api },
    reading: {
      podSelector: pods("prometheus-agent"),
      egress: [
        ...api,
        { to: everybody, ports: tcp(SIDECAR_METRICS, 8080, 10_250) },
        ...(plan.metrics.kind === "managed" ? clouds : []),
      ],
    },
    logs: { podSelector: pods("loki"), egress: clouds },
    traces: { podSelector: pods("tempo"), egress: clouds },
    ...(scope.cluster === plan.home && homeWays[plan.metrics.kind]),
  };
  return Object.entries(ways).map(
    ([of, way]) =>
      new NetworkPolicy(
        ...scope.child(
          "traffic",
          {
            metadata: { name: of, namespace: NAMESPACE },
            spec: { ...way, policyTypes: ["ingress" in way ? "Ingress" : "Egress"] },
          },
          { of, dependsOn: [...after], invariants: ["spec"] },
        ),
      ),
  );
}
