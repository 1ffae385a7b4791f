import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ComponentResource, output, secret } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { type ClusterScope, clusterScope } from "../core/scope.ts";
import { testCluster } from "../core/testing/estate.ts";
import { one, recordEstate } from "../core/testing.ts";
import { custom, type Kind, type ObjectOf } from "./index.ts";
import { problemsOf, problemsOfObject } from "./testing.ts";

interface Children {
  exposure: ObjectOf<"networking.istio.io/v1/Gateway">;
  lockdown: ObjectOf<"security.istio.io/v1/PeerAuthentication">;
  placement: ObjectOf<"policy.karmada.io/v1alpha1/PropagationPolicy">;
}
const metadata = { name: "thing" };
/** Declares on a test cluster; returns what was asked of it. */
const declare = (build: (scope: ClusterScope<Record<string, object> & Children>) => unknown, transforms = {}) =>
  recordEstate((site) => {
    const parent = new ComponentResource("archipel:index:Test", "mesh");
    build(clusterScope("mesh", parent, testCluster(site), transforms).scope as never);
  });
const problems = (kind: Kind, said: object) => problemsOfObject(kind, { metadata, said });

describe("a custom object", () => {
  it("is named by its kind, and holds what other resources give", async () => {
    const seen = await declare((scope) => {
      const port = { number: 15443, name: "tls", protocol: "TLS" } as const;
      const servers = [{ port, hosts: [output("*.local")], tls: { mode: output("AUTO_PASSTHROUGH" as const) } }];
      return custom(
        "networking.istio.io/v1/Gateway",
        ...scope.child("exposure", { metadata, spec: { selector: { istio: "eastwest" }, servers } }),
      );
    });
    expect(one(seen, "kubernetes:networking.istio.io/v1:Gateway", "mesh-exposure")).toMatchObject({
      apiVersion: "networking.istio.io/v1",
      kind: "Gateway",
      spec: { servers: [{ hosts: ["*.local"], tls: { mode: "AUTO_PASSTHROUGH" } }] },
    });
    expect(problemsOf(seen)).toEqual([]);
  });

  it("is judged with its secrets open", async () => {
    const seen = await declare((scope) =>
      custom(
        "security.istio.io/v1/PeerAuthentication",
        ...scope.child("lockdown", { metadata, spec: { selector: secret({ matchLabels: { app: "a" } }) } }),
      ),
    );
    expect(JSON.stringify(seen)).toContain('"value":{"selector"');
    expect(problemsOf(seen)).toEqual([]);
  });

  it("takes the fields of its kind, and no others", async () => {
    const seen = await declare((scope) => {
      const policy = "security.istio.io/v1/PeerAuthentication";
      // @ts-expect-error: it is mtls
      custom(policy, ...scope.child("lockdown", { metadata, spec: { mTLS: { mode: "STRICT" } } }));
      // @ts-expect-error: such a mode is not known
      custom(policy, "mode", { metadata, spec: { mtls: { mode: "STRICTLY" } } }, {});
      // @ts-expect-error: nor is a field beside the mode
      custom(policy, "beside", { metadata, spec: { mtls: { mode: "STRICT", port: 1 } } }, {});
      // @ts-expect-error: what is placed must be said
      custom("policy.karmada.io/v1alpha1/PropagationPolicy", ...scope.child("placement", { metadata, spec: {} }));
      // @ts-expect-error: the kind does not exist
      custom("security.istio.io/v1/PeerPolicy", "kind", { metadata, spec: {} }, {});
    });
    expect(problemsOf(seen).toSorted()).toEqual([
      "beside: security.istio.io/v1/PeerAuthentication spec.mtls: has no field port",
      "kind: security.istio.io/v1/PeerPolicy is a kind of no project that is known here",
      "mesh-lockdown: security.istio.io/v1/PeerAuthentication spec: has no field mTLS",
      "mesh-placement: policy.karmada.io/v1alpha1/PropagationPolicy spec: must have required property 'resourceSelectors'",
      expect.stringContaining("mode: security.istio.io/v1/PeerAuthentication spec.mtls.mode: must be one of"),
    ]);
  });

  it("is changed by a transform like any child, and judged as changed", async () => {
    const lockdown = { spec: { mtls: { mode: "STRICT", since: "today" } } };
    const seen = await declare(
      (scope) =>
        custom("security.istio.io/v1/PeerAuthentication", ...scope.child("lockdown", { metadata, spec: { mtls: {} } })),
      { lockdown },
    );
    expect(problemsOf(seen)).toEqual([
      "mesh-lockdown: security.istio.io/v1/PeerAuthentication spec.mtls: has no field since",
    ]);
  });
});

/** Objects that are right, and the same with a mistake: what is wrong about these. */
const samples: readonly (readonly [kind: Kind, right: object, wrong: object, problem: string])[] = [
  [
    "security.istio.io/v1/AuthorizationPolicy",
    { spec: { action: "ALLOW", rules: [{ from: [{ source: { principals: ["one/ns/a/sa/b"] } }] }] } },
    { spec: { action: "ALLOW", rules: [{ from: [{ source: { principal: "one/ns/a/sa/b" } }] }] } },
    "spec.rules[0].from[0].source: has no field principal",
  ],
  [
    "networking.istio.io/v1/DestinationRule",
    { spec: { host: "a", trafficPolicy: { outlierDetection: { consecutive5xxErrors: 5 } } } },
    { spec: { trafficPolicy: { outlierDetection: { consecutive5xxErrors: "5" } } } },
    "spec.trafficPolicy.outlierDetection.consecutive5xxErrors: must be number",
  ],
  [
    "gateway.networking.k8s.io/v1/HTTPRoute",
    { spec: { parentRefs: [{ name: "edge" }], rules: [{ backendRefs: [{ name: "a", port: 80, weight: 1 }] }] } },
    { spec: { parentRefs: [{ name: "edge" }], rules: [{ backendRefs: [{ port: 80 }] }] } },
    "spec.rules[0].backendRefs[0]: must have required property 'name'",
  ],
  [
    "policy.karmada.io/v1alpha1/OverridePolicy",
    { spec: { overrideRules: [{ overriders: { plaintext: [{ path: "/a", operator: "add", value: { any: 1 } }] } }] } },
    { spec: { overrideRules: [{ overriders: { plaintext: [{ path: "/a", operator: "set", value: 1 }] } }] } },
    "spec.overrideRules[0].overriders.plaintext[0].operator: must be one of add, remove, replace",
  ],
  [
    "argoproj.io/v1alpha1/Rollout",
    { spec: { strategy: { canary: { maxSurge: "25%", steps: [{ setWeight: 20 }, { pause: {} }] } } } },
    { spec: { strategy: { canary: { maxSurge: true, steps: [] } } } },
    "spec.strategy.canary.maxSurge: must be number,string",
  ],
  [
    "karpenter.sh/v1/NodePool",
    {
      spec: {
        template: {
          spec: {
            nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: "general" },
            requirements: [{ key: "karpenter.sh/capacity-type", operator: "In", values: ["spot"] }],
          },
        },
      },
    },
    { spec: { template: {} } },
    "spec.template: must have required property 'spec'",
  ],
];

describe.each(samples)("%s", (kind, right, wrong, problem) => {
  it("passes as it should be", () => {
    expect(problems(kind, right)).toEqual([]);
  });

  it("is told what is wrong", () => {
    expect(problems(kind, wrong)).toContain(`${kind} ${problem}`);
  });
});

describe("the schemas", () => {
  const kinds = globSync("{carried/*/schema,written/*}.json", { cwd: import.meta.dirname }).flatMap((file) => {
    const schema = readFileSync(join(import.meta.dirname, file), "utf8");
    return Object.keys((JSON.parse(schema) as { properties: object }).properties);
  });

  it("are one a kind", () => {
    expect(kinds.length).toBeGreaterThan(60);
    expect(kinds.toSorted()).toEqual([...new Set(kinds)].toSorted());
  });

  it.each(kinds)("%s is closed", (kind) => {
    expect(problemsOfObject(kind, { metadata, said: { nothing: 1 } })).toContain(`${kind} : has no field nothing`);
  });
});

it("asks every object for a name of its own", () => {
  const said = { spec: {} };
  expect(problemsOfObject("security.istio.io/v1/PeerAuthentication", { metadata: {}, said })).toEqual([
    "security.istio.io/v1/PeerAuthentication metadata: must have required property 'name'",
  ]);
});

it("leaves what the SDK types to the SDK", () => {
  const types = [
    "kubernetes:core/v1:ConfigMap",
    "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    "aws:sqs/queue:Queue",
  ];
  expect(problemsOf(types.map((type) => ({ type, name: "any", inputs: { anything: 1 } })))).toEqual([]);
});
