import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/examples.ts";
import { AWS } from "../testing/clouds.ts";
import { app, namespace } from "../testing/mesh.ts";
import { type Change, changed, type Part, stateOf, without } from "../testing/program.ts";

const SERVICE: Part = {
  type: "kubernetes:core/v1:Service",
  name: "service",
  at: "at-eks",
  props: {
    metadata: { name: "carts", namespace: "shop" },
    spec: { selector: { app: "carts" }, ports: [{ port: 80, targetPort: 8080 }] },
  },
};
const PROGRAM = [...AWS, namespace("shop", "at-eks"), app("carts", "shop", "at-eks"), SERVICE];
const INTERNET = { internet: true };
const CARTS = { cluster: "eks", namespace: "shop", labels: { app: "carts" }, port: 8080 };
const UNCOVERED = "undetermined(not covered)";

describe("from the internet to pods with private addresses", () => {
  it("is closed where nothing leads there", () => {
    expect(stateOf(PROGRAM, INTERNET, CARTS)).toBe("closed");
  });

  it.each<readonly [string, Change, string]>([
    ["a Service with a balancer does", ["service", "spec.type", "LoadBalancer"], "open"],
    ["a Service on every machine does", ["service", "spec.type", "NodePort"], UNCOVERED],
    ["a Service with outer addresses does", ["service", "spec.externalIPs", ["20.1.2.3"]], UNCOVERED],
    ["what kind of Service it is is not known", ["service", "spec.type", UNKNOWN], "undetermined(unknown)"],
    ["the pods use their machine's network", ["at-eks-carts", "spec.template.spec.hostNetwork", true], UNCOVERED],
    [
      "the pods use a port of their machine",
      ["at-eks-carts", "spec.template.spec.containers.0.ports", [{ hostPort: 80, containerPort: 80 }]],
      UNCOVERED,
    ],
    ["pods have public addresses", ["vpc", "cidrBlock", "20.1.0.0/16"], UNCOVERED],
    ["which addresses pods have is not known", ["vpc", "cidrBlock", UNKNOWN], "undetermined(unknown)"],
  ])("is not said to be where %s", (_, change, state) => {
    expect(stateOf(changed(PROGRAM, change), INTERNET, CARTS)).toBe(state);
  });

  it("minds Services of these pods only", () => {
    const other = changed(
      PROGRAM,
      ["service", "spec.type", "LoadBalancer"],
      ["service", "spec.selector", { app: "till" }],
    );
    expect(stateOf(other, INTERNET, CARTS)).toBe("closed");
    expect(stateOf(changed(other, ["service", "spec.selector", undefined]), INTERNET, CARTS)).toBe(UNCOVERED);
  });

  it("does not say so of pods that several workloads make", () => {
    const twice = [...PROGRAM, { ...app("carts", "shop", "at-eks"), name: "again" }];
    expect(stateOf(twice, INTERNET, CARTS)).toBe(UNCOVERED);
    expect(stateOf(without(twice, "again"), INTERNET, CARTS)).toBe("closed");
  });
});

describe("a balancer of a Service's own", () => {
  const balanced = changed(PROGRAM, ["service", "spec.type", "LoadBalancer"]);
  const AWS_INNER = { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" };
  it.each<readonly [string, readonly Change[], string]>([
    ["is for everybody", [], "open"],
    ["is for private networks", [["service", "spec.loadBalancerSourceRanges", ["10.0.0.0/8"]]], "closed"],
    ["is for an office of the internet", [["service", "spec.loadBalancerSourceRanges", ["20.1.2.0/24"]]], "open"],
    ["is for whom nobody knows", [["service", "spec.loadBalancerSourceRanges", UNKNOWN]], "undetermined(unknown)"],
    ["is internal", [["service", "metadata.annotations", AWS_INNER]], "closed"],
    ["may be internal", [["service", "metadata.annotations", UNKNOWN]], "undetermined(unknown)"],
    ["leads to another port", [["service", "spec.ports.0.targetPort", 9090]], "closed"],
    ["leads to a port that is not known", [["service", "spec.ports.0.targetPort", UNKNOWN]], "undetermined(unknown)"],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(balanced, ...changes), INTERNET, CARTS)).toBe(state);
  });

  it("is stopped by a network policy that admits nobody of the internet", () => {
    const policy: Part = {
      type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
      name: "policy",
      at: "at-eks",
      props: {
        metadata: { name: "p", namespace: "shop" },
        spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] },
      },
    };
    expect(stateOf([...balanced, policy], INTERNET, CARTS)).toBe("closed");
  });

  it("may be led to from outside though it is internal", () => {
    const inner = changed(balanced, ["service", "metadata.annotations", AWS_INNER]);
    const link: Part = { type: "aws:apigatewayv2/vpcLink:VpcLink", name: "link", props: {} };
    expect(stateOf([...inner, link], INTERNET, CARTS)).toBe(UNCOVERED);
  });
});

describe("a gateway of Istio's own", () => {
  const GATEWAY: readonly Part[] = [
    {
      type: "kubernetes:core/v1:Service",
      name: "front",
      at: "at-eks",
      props: {
        metadata: { name: "front", namespace: "edge" },
        spec: { type: "LoadBalancer", selector: { istio: "ingress" }, ports: [{ port: 443, targetPort: 8443 }] },
      },
    },
    {
      type: "kubernetes:apps/v1:Deployment",
      name: "ingress",
      at: "at-eks",
      props: {
        metadata: { name: "ingress", namespace: "edge" },
        spec: { template: { metadata: { labels: { istio: "ingress" } }, spec: { containers: [{ args: ["proxy"] }] } } },
      },
    },
    {
      type: "kubernetes:networking.istio.io/v1:Gateway",
      name: "gateway",
      at: "at-eks",
      props: {
        metadata: { name: "outer", namespace: "edge" },
        spec: {
          selector: { istio: "ingress" },
          servers: [{ port: { number: 443 }, hosts: ["*.example"], tls: { mode: "SIMPLE" } }],
        },
      },
    },
    {
      type: "kubernetes:networking.istio.io/v1:VirtualService",
      name: "route",
      at: "at-eks",
      props: {
        metadata: { name: "carts", namespace: "shop" },
        spec: {
          hosts: ["carts.example"],
          gateways: ["edge/outer"],
          http: [{ route: [{ destination: { host: "carts", port: { number: 80 } } }] }],
        },
      },
    },
  ];
  const all = [...PROGRAM, namespace("edge", "at-eks"), ...GATEWAY];
  const CUSTOMER = { internet: true, host: "carts.example" };

  it.each<readonly [string, readonly Change[], string]>([
    ["sends its name on", [], "open"],
    ["is not named by the route", [["route", "spec.gateways", ["mesh"]]], "closed"],
    ["is not named at all", [["route", "spec.gateways", undefined]], "closed"],
    ["is one of another namespace", [["route", "spec.gateways", ["outer"]]], UNCOVERED],
    ["is not known by name", [["route", "spec.gateways", UNKNOWN]], UNCOVERED],
    ["sends another name on", [["route", "spec.hosts", ["x.example"]]], "closed"],
    ["sends to another Service", [["route", "spec.http.0.route.0.destination.host", "till"]], "closed"],
    [
      "sends by the whole name",
      [["route", "spec.http.0.route.0.destination.host", "carts.shop.svc.cluster.local"]],
      "open",
    ],
    ["sends no share", [["route", "spec.http.0.route.0.weight", 0]], "closed"],
    ["sends elsewhere", [["route", "spec.http.0.redirect", { authority: "x" }]], "closed"],
    ["serves other names", [["gateway", "spec.servers.0.hosts", ["*.other"]]], "closed"],
    ["lets TLS pass", [["gateway", "spec.servers.0.tls.mode", "PASSTHROUGH"]], UNCOVERED],
    ["asks for certificates", [["gateway", "spec.servers.0.tls.mode", "MUTUAL"]], UNCOVERED],
    ["has other pods", [["gateway", "spec.selector", { istio: "other" }]], UNCOVERED],
    ["is inside", [["front", "spec.type", "ClusterIP"]], "closed"],
    ["routes to what is not known", [["route", "spec.http", UNKNOWN]], "undetermined(unknown)"],
    [
      "routes connections",
      [
        ["route", "spec.tls", [{ route: [{ destination: { host: "carts" } }] }]],
        ["route", "spec.http", undefined],
      ],
      UNCOVERED,
    ],
  ])("%s", (_, changes, state) => {
    expect(stateOf(changed(all, ...changes), CUSTOMER, CARTS)).toBe(state);
  });

  it("asks for a token where its policy says so", () => {
    const about = { selector: { matchLabels: { istio: "ingress" } } };
    const ISSUER = "https://login.example";
    const policies: readonly Part[] = [
      namespace("istio-system", "at-eks"),
      {
        type: "kubernetes:security.istio.io/v1:RequestAuthentication",
        name: "tokens",
        at: "at-eks",
        props: { metadata: { name: "t", namespace: "edge" }, spec: { ...about, jwtRules: [{ issuer: ISSUER }] } },
      },
      {
        type: "kubernetes:security.istio.io/v1:AuthorizationPolicy",
        name: "asks",
        at: "at-eks",
        props: {
          metadata: { name: "a", namespace: "edge" },
          spec: { ...about, rules: [{ from: [{ source: { requestPrincipals: [`${ISSUER}/*`] } }] }] },
        },
      },
    ];
    const asking = [...all, ...policies];
    const state = (token: string | undefined, parts: readonly Part[] = asking) =>
      stateOf(parts, { ...CUSTOMER, ...(token !== undefined && { token }) }, CARTS);
    expect(state(ISSUER)).toBe("open");
    expect(state("none")).toBe("closed");
    expect(state("https://other.example")).toBe("closed");
    expect(state(undefined)).toBe(UNCOVERED);
    const rules = (principal: unknown): Change => ["asks", "spec.rules.0.from.0.source.requestPrincipals", [principal]];
    expect(state(ISSUER, changed(asking, rules(`${ISSUER}/anna`)))).toBe(UNCOVERED);
    expect(state(ISSUER, changed(asking, rules("*")))).toBe("open");
    expect(state(ISSUER, changed(asking, rules(UNKNOWN)))).toBe("undetermined(unknown)");
    // who is asked for by name
    const named = (operation: object): Change => ["asks", "spec.rules.0.to", [{ operation }]];
    expect(state(ISSUER, changed(asking, named({ hosts: ["carts.example"] })))).toBe("open");
    expect(state(ISSUER, changed(asking, named({ hosts: ["other.example"] })))).toBe("closed");
    expect(state(ISSUER, changed(asking, named({ notHosts: ["carts.*"] })))).toBe("closed");
    expect(state(ISSUER, changed(asking, named({ paths: ["/x"] })))).toBe(UNCOVERED);
    // nobody reads the token
    expect(state(ISSUER, without(asking, "tokens"))).toBe("closed");
  });
});
