import { describe, expect, it } from "vitest";
import { one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import type { Scaling } from "./args.ts";
import { FederatedApp, FederatedKinds, FederatedNamespace, placement } from "./index.ts";
import type { Placement } from "./placement.ts";
import { OBJECTS, type ScalingKind, type StrategyKind } from "./strategy.ts";
import { argsOf, federationOf, MESH, recordApp, specOf, strategies } from "./testing.ts";

const typesOf = (seen: readonly Recorded[]) => new Set(seen.map(({ type }) => type));

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const ROLLOUT = "kubernetes:argoproj.io/v1alpha1:Rollout";
const HPA = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
const FEDERATED_HPA = "kubernetes:autoscaling.karmada.io/v1alpha1:FederatedHPA";
const PROPAGATION = "kubernetes:policy.karmada.io/v1alpha1:PropagationPolicy";

const scalings: { readonly [K in ScalingKind]: readonly [Scaling, Placement] } = {
  fixed: [{ kind: "fixed", replicas: 9 }, placement.byWeight({ aws: 4, gcp: 3, azure: 2 })],
  perCluster: [{ kind: "perCluster", min: 2, max: 10, cpuPercent: 60 }, placement.everywhere({ minimumPerCluster: 2 })],
  acrossClusters: [
    { kind: "acrossClusters", min: 9, max: 30, cpuPercent: 60 },
    placement.byWeight({ aws: 4, gcp: 3, azure: 2 }),
  ],
};
const pairs = (Object.keys(strategies) as StrategyKind[]).flatMap((strategy) =>
  (Object.keys(scalings) as ScalingKind[]).map((scaling) => [strategy, scaling] as const),
);
const SCALER_TYPES = { HorizontalPodAutoscaler: HPA, FederatedHPA: FEDERATED_HPA };

describe.each(pairs)("%s, %s", (strategy, kind) => {
  const [scaling, where] = scalings[kind];
  const asked = { strategy: strategies[strategy], scaling, placement: where };
  const objects = OBJECTS[strategy][kind];

  it("is what the table says", async () => {
    if ("refused" in objects) {
      await expect(recordApp(asked)).rejects.toMatchObject({ errors: [{ propertyPath: "strategy.kind" }] });
      return;
    }
    const seen = await recordApp(asked);
    const types = typesOf(seen);
    expect(types.has(DEPLOYMENT)).toBe(objects.workload === "Deployment");
    expect(types.has(ROLLOUT)).toBe(objects.workload === "Rollout");
    for (const [scaler, type] of Object.entries(SCALER_TYPES)) expect(types.has(type)).toBe(objects.scaler === scaler);
    expect(problemsOf(seen)).toEqual([]);
    const everywhere = specOf(seen, PROPAGATION, "-main")["resourceSelectors"] as { kind: string }[];
    const kinds = everywhere.map((selector) => selector.kind);
    // a cluster's own scaler goes where its workload goes; the federation's stays
    expect(kinds).toEqual([
      objects.workload,
      ...(objects.scaler === "HorizontalPodAutoscaler" ? [objects.scaler] : []),
    ]);
  });
});

describe("FederatedApp", () => {
  it("asks for the same objects", async () => {
    const seen = await recordEstate((...sites) => {
      const federation = federationOf(...sites);
      const kinds = new FederatedKinds("kinds", { federation });
      const namespace = new FederatedNamespace("shop", {
        federation,
        kinds,
        quota: { cpuMillis: 8000, memoryMb: 16_384 },
        meshLabels: { "istio-injection": "enabled" },
      });
      const base = { ...argsOf(sites), federation, namespace };
      const cart = new FederatedApp("cart", {
        ...base,
        strategy: strategies.canary,
        allowFrom: [{ namespace: "shop", serviceAccount: "web" }],
      });
      const [scaling] = scalings.acrossClusters;
      const everywhere = placement.everywhere({
        minimumPerCluster: 2,
        surplus: placement.byWeight({ aws: 2, gcp: 1 }),
      });
      return new FederatedApp("web", {
        ...base,
        scaling,
        placement: everywhere,
        calls: [{ namespace: "shop", port: 8080 }],
        egress: [{ host: "payments.example" }],
        route: { gateway: { name: "edge", namespace: "gateway" }, hosts: ["shop.example"] },
        overrides: { azure: { registry: "acme.azurecr.io", args: ["--region", "west"] } },
        env: { CART: cart.host, TOKEN: { secret: "payments", key: "token" } },
      });
    });
    expect(problemsOf(seen)).toEqual([]);
    expect(seen).toMatchSnapshot();
  });

  it("propagates every object by one policy, and no object of another kind", async () => {
    const [scaling] = scalings.acrossClusters;
    const surplus = placement.byWeight({ aws: 2, gcp: 1 });
    const seen = await recordApp({ scaling, placement: placement.everywhere({ minimumPerCluster: 2, surplus }) });
    const said = seen
      .filter(({ type }) => type === PROPAGATION)
      .flatMap(
        ({ inputs }) => (inputs["spec"] as { resourceSelectors: { kind: string; name: string }[] }).resourceSelectors,
      )
      .map(({ kind, name }) => `${kind} ${name}`);
    expect(new Set(said).size).toBe(said.length);
    const stay = new Set(["PropagationPolicy", "OverridePolicy", "FederatedHPA"]);
    const declared = seen
      .filter(({ type }) => type.startsWith("kubernetes:"))
      .map(({ type, inputs }) => `${type.split(":").at(-1)} ${(inputs["metadata"] as { name: string }).name}`)
      .filter((each) => !stay.has(each.split(" ")[0] ?? ""));
    expect(said.toSorted()).toEqual(declared.toSorted());
  });

  it("is one service over a minimum and a surplus, whose workloads do not count each other's pods", async () => {
    const [scaling] = scalings.acrossClusters;
    const surplus = placement.byWeight({ aws: 2, gcp: 1 });
    const seen = await recordApp({ scaling, placement: placement.everywhere({ minimumPerCluster: 2, surplus }) });
    const base = specOf(seen, DEPLOYMENT, "deployment");
    const rest = specOf(seen, DEPLOYMENT, "surplus");
    const selected = { "app.kubernetes.io/name": "web" };
    expect(specOf(seen, "kubernetes:core/v1:Service")["selector"]).toEqual(selected);
    expect(base).toMatchObject({ replicas: 2, selector: { matchLabels: { "app.kubernetes.io/component": "main" } } });
    expect(rest).toMatchObject({
      replicas: 3,
      selector: { matchLabels: { "app.kubernetes.io/component": "surplus" } },
    });
    expect(specOf(seen, FEDERATED_HPA)).toMatchObject({
      scaleTargetRef: { name: "web-surplus" },
      minReplicas: 3,
      maxReplicas: 24,
    });
  });

  it("keeps its workload, whatever becomes of its placement: a selector can never change", async () => {
    const surplus = placement.byWeight({ aws: 2, gcp: 1 });
    const places: readonly Placement[] = [
      placement.byWeight({ aws: 1 }),
      placement.spread({ minClouds: 2, maxClouds: 3 }),
      placement.on("gcp"),
      placement.everywhere({ minimumPerCluster: 2, surplus }),
    ];
    const said = [];
    for (const where of places) {
      const { metadata, spec } = one(await recordApp({ placement: where }), DEPLOYMENT, "web-deployment");
      said.push(JSON.stringify([metadata, (spec as { selector: object }).selector]));
    }
    expect(new Set(said).size).toBe(1);
  });

  it("runs restricted pods that hold no token", async () => {
    const seen = await recordApp();
    const { spec } = specOf(seen, DEPLOYMENT)["template"] as { spec: object };
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 65_532, seccompProfile: { type: "RuntimeDefault" } },
      containers: [
        {
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ["ALL"] },
          },
          lifecycle: { preStop: { sleep: { seconds: 10 } } },
        },
      ],
      terminationGracePeriodSeconds: 40,
    });
  });

  it("lets nobody call it who is not named, and it calls nobody", async () => {
    const seen = await recordApp();
    expect(specOf(seen, "kubernetes:security.istio.io/v1:AuthorizationPolicy")).toMatchObject({
      action: "ALLOW",
      rules: [],
    });
    const { ingress, egress } = specOf(seen, "kubernetes:networking.k8s.io/v1:NetworkPolicy");
    expect(ingress).toEqual([]);
    expect(JSON.stringify(egress)).not.toContain("0.0.0.0/0");
  });

  it("sees services of other namespaces, where it calls any", async () => {
    const type = "kubernetes:networking.istio.io/v1:Sidecar";
    const own = await recordApp({ calls: [{ namespace: "shop", port: 8080 }] });
    expect(typesOf(own).has(type)).toBe(false);
    const seen = await recordApp({ calls: [{ namespace: "payments", port: 8443 }] });
    expect(problemsOf(seen)).toEqual([]);
    expect(specOf(seen, type)["egress"]).toEqual([{ hosts: ["./*", "istio-system/*", "payments/*"] }]);
  });

  it("names callers by who they are, and lets calls of other clusters in by the gateway alone", async () => {
    const seen = await recordApp({ allowFrom: [{ namespace: "front", serviceAccount: "web" }] });
    expect(specOf(seen, "kubernetes:security.istio.io/v1:AuthorizationPolicy")).toMatchObject({
      rules: [{ from: [{ source: { principals: ["acme.example/ns/front/sa/web"] } }] }],
    });
    const { ingress } = specOf(seen, "kubernetes:networking.k8s.io/v1:NetworkPolicy");
    expect(ingress).toMatchObject([
      {
        from: [
          { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "front" } } },
          { podSelector: { matchLabels: { istio: "eastwestgateway" } } },
        ],
        ports: [{ port: 8080 }],
      },
    ]);
  });

  it.each<[ScalingKind, readonly string[] | undefined]>([
    ["fixed", undefined],
    ["perCluster", undefined],
    ["acrossClusters", ["spec.replicas"]],
  ])("leaves replicas to whoever writes them here: %s", async (kind, ignored) => {
    const [scaling, where] = scalings[kind];
    const found: unknown[] = [];
    const rollout = (_: object, opts: { ignoreChanges?: unknown }) => void found.push(opts.ignoreChanges);
    await recordApp({
      scaling,
      placement: where,
      strategy: strategies.canary,
      transform: { kubernetes: { rollout } },
    });
    expect(found).toEqual([ignored]);
  });

  it("may be changed by a transform, but not made stronger than restricted", async () => {
    const strong = { spec: { template: { spec: { securityContext: { runAsNonRoot: false } } } } };
    const changed = recordApp({ transform: { kubernetes: { deployment: strong as object } } });
    await expect(changed).rejects.toThrow("breaks an invariant");
    const seen = await recordApp({ transform: { kubernetes: { budget: { spec: { maxUnavailable: 2 } } } } });
    expect(specOf(seen, "kubernetes:policy/v1:PodDisruptionBudget")["maxUnavailable"]).toBe(2);
  });

  it("lets copies stay in a member that is out of reach, and what is divided move", async () => {
    const [scaling] = scalings.acrossClusters;
    const surplus = placement.byWeight({ aws: 2, gcp: 1 });
    const where = placement.everywhere({ minimumPerCluster: 2, surplus });
    const seen = await recordApp({ scaling, placement: where, failoverSeconds: 120 });
    const stay = [{ operator: "Exists", effect: "NoExecute" }];
    const placed = (ending: string) => specOf(seen, PROPAGATION, ending)["placement"];
    expect(placed("-main")).toMatchObject({ clusterTolerations: stay });
    expect(placed("-everywhere")).toMatchObject({ clusterTolerations: stay });
    expect(placed("-surplus")).toMatchObject({ clusterTolerations: [{ ...stay[0], tolerationSeconds: 120 }] });
  });

  it.each(["aws", "gcp", "azure"] as const)("runs on %s alone", async (cloud) => {
    const seen = await record(cloud, (site) => {
      const base = argsOf([site], { placement: placement.on(cloud), mesh: { ...MESH, gatewayRanges: [] } });
      const app = new FederatedApp("web", base);
      expect(app.replicas).toEqual({ [cloud]: 9 });
      expect(app.host).toBe("web.shop.svc.cluster.local");
      expect(app.principal).toBe("acme.example/ns/shop/sa/web");
    });
    expect(problemsOf(seen)).toEqual([]);
    expect(specOf(seen, PROPAGATION, "everywhere")["placement"]).toMatchObject({
      clusterAffinity: { clusterNames: [cloud] },
    });
  });
});
