import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const config = { environment: "prod" };
const spread = { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: "topology.kubernetes.io/zone" }] };
const app = (replicas: unknown, podSpec: unknown, ...beside: readonly Sample[]): Example => ({
  type: "kubernetes:apps/v1:Deployment",
  props: {
    metadata: { name: "app", namespace: "shop" },
    spec: { replicas, template: { metadata: { labels: { app: "till", tier: "web" } }, spec: podSpec } },
  },
  beside,
  config,
});
const pdb = (matchLabels: object = { app: "till" }, namespace: unknown = "shop"): Sample => ({
  type: "kubernetes:policy/v1:PodDisruptionBudget",
  name: "budget",
  props: { metadata: { namespace }, spec: { selector: { matchLabels }, maxUnavailable: 1 } },
});
const hpa = (spec: object, name: unknown = "app"): Sample => ({
  type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
  name: "scaler",
  props: { metadata: { namespace: "shop" }, spec: { scaleTargetRef: { kind: "Deployment", name }, ...spec } },
});
const it = (sample: Sample): Example => ({ ...sample, name: "it", config });
const budget = (spec: object): Example => it({ ...pdb(), props: { spec } });

export const examples: Examples = {
  pass: [
    app(2, spread, pdb()),
    app("3", spread, pdb({ app: "till", tier: "web" })),
    app(undefined, spread, pdb(), hpa({ minReplicas: 2 })),
    app(undefined, spread, pdb(), {
      ...hpa({ minReplicaCount: 2 }),
      type: "kubernetes:keda.sh/v1alpha1:ScaledObject",
    }),
    app(2, { affinity: { podAntiAffinity: {} } }, pdb({})),
    {
      ...app(2, spread, { ...pdb(), type: "kubernetes:policy/v1beta1:PodDisruptionBudget" }),
      config: { environment: "production" },
    },
    budget({ maxUnavailable: 1 }),
    budget({ minAvailable: "50%" }),
    it(hpa({ minReplicas: 2, maxReplicas: 10 })),
    it({ ...hpa({ minReplicas: "3" }), type: "kubernetes:autoscaling/v2beta2:HorizontalPodAutoscaler" }),
  ],
  fail: [
    app(1, spread, pdb()),
    app(undefined, spread, pdb()),
    app(2, spread),
    app(2, spread, pdb({ app: "other" })),
    app(2, spread, pdb({ app: "till" }, "other")),
    app(2, spread, { ...pdb(), provider: { context: "west" } }),
    app(2, {}, pdb()),
    app(2, { topologySpreadConstraints: [] }, pdb()),
    app(undefined, spread, pdb(), hpa({ minReplicas: 2 }, "other")),
    budget({ maxUnavailable: 0 }),
    budget({ maxUnavailable: "0%" }),
    budget({ minAvailable: "100%" }),
    budget({}),
    it(hpa({ minReplicas: 1 })),
    it(hpa({})),
  ],
  undetermined: [
    app(UNKNOWN, spread, pdb()),
    app(2, UNKNOWN, pdb()),
    app(2, spread, pdb({ app: "till" }, UNKNOWN)),
    { ...app(1, spread, pdb()), config: { environment: UNKNOWN } },
    { ...app(undefined, spread, pdb(), hpa({ minReplicas: 2 }, UNKNOWN)) },
    budget({ maxUnavailable: UNKNOWN }),
    it(hpa({ minReplicas: UNKNOWN })),
  ],
  notApplicable: [
    ...["dev", "preprod", "prod-like"].map((environment) => ({ ...app(1, {}), config: { environment } })),
    { ...app(1, {}), config: {} },
    { ...budget({}), config: {} },
  ],
};
