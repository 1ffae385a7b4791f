import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/examples.ts";
import { AWS, AZURE, GCP } from "../testing/clouds.ts";
import { AGW, ALB, GLB, GROUP, gateway, INNER } from "../testing/doors.ts";
import { app, MESHED, mesh, namespace } from "../testing/mesh.ts";
import { type Change, changed, type Part, stateOf, without } from "../testing/program.ts";

const inside = (at: string) => [...mesh(at), namespace("shop", at, MESHED), app("shop", "shop", at)];
const PROGRAMS = {
  eks: [...AWS, ...ALB, ...gateway("at-eks"), ...inside("at-eks")],
  gke: [...GCP, ...GLB, ...gateway("at-gke", { annotations: GROUP }), ...inside("at-gke")],
  aks: [
    ...AZURE,
    ...AGW,
    ...gateway("at-aks", { annotations: INNER, spec: { type: "LoadBalancer", externalTrafficPolicy: "Local" } }),
    ...inside("at-aks"),
  ],
} as const;
type Name = keyof typeof PROGRAMS;
const CUSTOMER = { internet: true, host: "shop.example" };
const shop = (cluster: Name) => ({ cluster, namespace: "shop", labels: { app: "shop" }, port: 8080 });
const UNCOVERED = "undetermined(not covered)";
const UNSEEN = "undetermined(unknown)";
type Row = readonly [what: string, changes: readonly Change[], state: string];

function tried(name: Name, changes: readonly Change[], caller: object = CUSTOMER): string {
  return stateOf(changed(PROGRAMS[name], ...changes), caller, shop(name));
}

describe.each(Object.keys(PROGRAMS) as Name[])(
  "from the internet to pods of %s by a balancer and a gateway",
  (name) => {
    it("is open for the name that the gateway sends there", () => {
      expect(tried(name, [])).toBe("open");
      expect(tried(name, [], { internet: true })).toBe("open");
      expect(tried(name, [], { internet: true, host: "other.example" })).toBe("closed");
    });

    const alien = { internet: true, host: "shop.example" };
    it.each<Row>([
      ["the route is for another name", [["route", "spec.hostnames", ["other.example"]]], "closed"],
      ["the route is for names of another domain", [["route", "spec.hostnames", ["*.other"]]], "closed"],
      ["the route's names are not known", [["route", "spec.hostnames", UNKNOWN]], UNSEEN],
      ["the route leads to another Service", [["route", "spec.rules.0.backendRefs.0.name", "till"]], "closed"],
      ["the route leads to another port", [["route", "spec.rules.0.backendRefs.0.port", 81]], "closed"],
      ["the route leads there by no share", [["route", "spec.rules.0.backendRefs.0.weight", 0]], "closed"],
      ["the route sends callers elsewhere", [["route", "spec.rules.0.filters", [{ requestRedirect: {} }]]], "closed"],
      ["the route is of another gateway", [["route", "spec.parentRefs.0.name", "other"]], UNCOVERED],
      ["whose gateway the route is, is not known", [["route", "spec.parentRefs", UNKNOWN]], UNCOVERED],
      ["the route is of no gateway", [["route", "spec.parentRefs", []]], "closed"],
      ["the route asks for another listener", [["route", "spec.parentRefs.0.sectionName", "plain"]], "closed"],
      ["the gateway takes no routes of others", [["gateway", "spec.listeners.0.allowedRoutes", {}]], "closed"],
      ["the gateway listens for another name", [["gateway", "spec.listeners.0.hostname", "other.example"]], "closed"],
      ["the gateway's listeners are not known", [["gateway", "spec.listeners", UNKNOWN]], UNSEEN],
      ["the Service leads to another port", [["shop", "spec.ports.0.targetPort", 9090]], "closed"],
      ["the Service leads to other pods", [["shop", "spec.selector", { app: "till" }]], "closed"],
    ])("is not where %s", (_, changes, state) => {
      expect(tried(name, changes, alien)).toBe(state);
    });

    it("is open for a name that a wildcard holds", () => {
      expect(tried(name, [["route", "spec.hostnames", ["*.example"]]])).toBe("open");
    });
  },
);

describe("a gateway", () => {
  const second: Part = {
    type: "kubernetes:core/v1:Service",
    name: "second",
    at: "at-eks",
    props: {
      metadata: { name: "second", namespace: "edge" },
      spec: { type: "LoadBalancer", selector: { istio: "ingress" }, ports: [{ port: 8443 }] },
    },
  };
  const shut = changed(PROGRAMS.eks, ["alb", "internal", true]);

  it.each<Row>([
    ["the Service that its address names", [], "open"],
    [
      "a Service that is shown only, where its address names another",
      [["gateway", "spec.addresses.0.value", "back.edge.svc.cluster.local"]],
      UNCOVERED,
    ],
    [
      "one of another namespace, where its address is there",
      [["gateway", "spec.addresses.0.value", "front.other.svc.cluster.local"]],
      UNCOVERED,
    ],
    ["what is not known", [["gateway", "spec.addresses", UNKNOWN]], UNCOVERED],
    [
      "nothing that is shown, where a controller makes its Service",
      [["gateway", "spec.addresses", undefined]],
      UNCOVERED,
    ],
    [
      "the Service of pods that carry its name",
      [
        ["gateway", "spec.addresses", undefined],
        ["front", "spec.selector", { "gateway.networking.k8s.io/gateway-name": "gateway" }],
        ["ingress", "spec.template.metadata.labels", { "gateway.networking.k8s.io/gateway-name": "gateway" }],
      ],
      "open",
    ],
  ])("is entered by %s", (_, changes, state) => {
    expect(tried("eks", changes)).toBe(state);
  });

  it("may be entered by another Service of its pods", () => {
    expect(stateOf(shut, CUSTOMER, shop("eks"))).toBe("closed");
    expect(stateOf([...shut, second], CUSTOMER, shop("eks"))).toBe("open");
    const other = changed([...shut, second], ["second", "spec.ports.0.port", 15_021]);
    expect(stateOf(other, CUSTOMER, shop("eks"))).toBe("closed");
  });

  it("may have addresses of its own", () => {
    const onHost = changed(shut, ["ingress", "spec.template.spec.hostNetwork", true]);
    expect(stateOf(onHost, CUSTOMER, shop("eks"))).toBe(UNCOVERED);
  });

  it("may be led to from outside though its balancer is internal", () => {
    const link: Part = { type: "aws:apigatewayv2/vpcLink:VpcLink", name: "link", props: {} };
    expect(stateOf([...shut, link], CUSTOMER, shop("eks"))).toBe(UNCOVERED);
  });
});

const RULE: Part = {
  type: "aws:lb/listenerRule:ListenerRule",
  name: "rule",
  props: {
    priority: 1,
    actions: [{ type: "fixed-response" }],
    conditions: [{ hostHeader: { values: ["shop.example"] } }],
  },
  edges: { listenerArn: "listener" },
};

describe("a balancer of AWS", () => {
  it.each<Row>([
    ["is internal", [["alb", "internal", true]], "closed"],
    ["may be internal", [["alb", "internal", UNKNOWN]], UNSEEN],
    ["is one of connections", [["alb", "loadBalancerType", "network"]], UNCOVERED],
    ["lets in an office only", [["alb-in", "cidrIpv4", "198.51.100.0/24"]], "closed"],
    [
      "lets in callers of another port",
      [
        ["alb-in", "fromPort", 80],
        ["alb-in", "toPort", 80],
      ],
      "closed",
    ],
    ["lets out to another network", [["alb-out", "cidrIpv4", "10.7.0.0/16"]], "closed"],
    ["asks callers to sign in", [["listener", "defaultActions.0.type", "authenticate-oidc"]], UNCOVERED],
    ["answers by itself", [["listener", "edges.defaultActions", []]], UNCOVERED],
    ["is bound to another Service", [["binding", "spec.serviceRef.name", "other"]], "closed"],
    ["is bound to another port", [["binding", "spec.serviceRef.port", 15_021]], "closed"],
    ["is bound without a word on whom pods let in", [["binding", "spec.networking", undefined]], UNCOVERED],
    ["is bound for others", [["binding", "edges.spec", ["targets"]]], "closed"],
  ])("is no way in where it %s", (_, changes, state) => {
    expect(tried("eks", changes)).toBe(state);
  });

  it.each<readonly [string, Part["props"], string]>([
    ["the same name", {}, "closed"],
    ["another name", { conditions: [{ hostHeader: { values: ["other.example"] } }] }, "open"],
    [
      "some paths of it",
      { conditions: [{ hostHeader: { values: ["*"] } }, { pathPattern: { values: ["/x"] } }] },
      "open",
    ],
    ["what is not known", { conditions: UNKNOWN }, UNSEEN],
  ])("answers by a rule for %s", (_, props, state) => {
    const parts = [...PROGRAMS.eks, { ...RULE, props: { ...RULE.props, ...props } }];
    expect(stateOf(parts, CUSTOMER, shop("eks"))).toBe(state);
  });

  it.each([
    ["its name", [{ hostHeader: { values: ["shop.example"] } }], "open"],
    ["another name", [{ hostHeader: { values: ["other.example"] } }], "closed"],
    ["some addresses", [{ sourceIp: { values: ["198.51.100.0/24"] } }], UNCOVERED],
  ])("sends on by a rule for %s", (_, conditions, state) => {
    const sends = { ...RULE, props: { ...RULE.props, conditions, actions: [{ type: "forward" }] } };
    const parts = changed(
      [...PROGRAMS.eks, sends],
      ["rule", "edges.actions", "targets"],
      ["listener", "edges.defaultActions", []],
    );
    expect(stateOf(parts, CUSTOMER, shop("eks"))).toBe(state);
  });
});

it("a balancer of AWS may have more groups than a binding names", () => {
  const more: Part = { type: "aws:ec2/securityGroup:SecurityGroup", name: "more", props: {}, edges: { vpcId: "vpc" } };
  const parts = changed([...PROGRAMS.eks, more], ["alb", "edges.securityGroups", ["alb-group", "more"]]);
  expect(stateOf(parts, CUSTOMER, shop("eks"))).toBe("open");
});

describe("a balancer of Google Cloud", () => {
  const matcher = (service: string) => ({
    hostRules: [{ hosts: ["shop.example"], pathMatcher: "m" }],
    pathMatchers: [{ name: "m", defaultService: service }],
    defaultService: "x/other",
  });
  const other = (props: object): readonly Change[] =>
    Object.entries(props).map(([key, value]) => ["urls", key, value] as const);
  it.each<Row>([
    ["is internal", [["forwarding", "loadBalancingScheme", "INTERNAL_MANAGED"]], "closed"],
    ["may be internal", [["forwarding", "loadBalancingScheme", UNKNOWN]], UNSEEN],
    ["has a backend inside by default", [["backend", "loadBalancingScheme", undefined]], "closed"],
    ["has a backend inside", [["backend", "loadBalancingScheme", "INTERNAL_MANAGED"]], "closed"],
    ["asks callers to sign in", [["backend", "iap", { enabled: true }]], UNCOVERED],
    ["has another group", [["backend", "backends.0.group", "x/networkEndpointGroups/other"]], UNCOVERED],
    ["has groups that are not known", [["backend", "backends", UNKNOWN]], UNSEEN],
    ["is let in at another port", [["from-proxies", "allows.0.ports", ["80"]]], "closed"],
    ["is let in with datagrams", [["from-proxies", "allows.0.protocol", "udp"]], "closed"],
    ["is let in from elsewhere", [["from-proxies", "sourceRanges", ["10.7.0.0/24"]]], "closed"],
    ["is let in by a rule that is off", [["from-proxies", "disabled", true]], "closed"],
    ["is let in at some machines", [["from-proxies", "targetTags", ["x"]]], UNCOVERED],
    [
      "sends to another backend",
      [
        ["urls", "edges.defaultService", []],
        ["urls", "edges.pathMatchers", "backend"],
        ...other({ defaultService: "x/other" }),
      ],
      "closed",
    ],
    [
      "sends its name to another backend",
      [["urls", "edges.defaultService", []], ["urls", "edges.pathMatchers", "backend"], ...other(matcher("x/other"))],
      "closed",
    ],
    [
      "is asked for groups that a controller names",
      [["front", "metadata.annotations", { "cloud.google.com/neg": '{"exposed_ports":{"443":{}}}' }]],
      UNCOVERED,
    ],
    [
      "is for a port of no gateway",
      [
        [
          "front",
          "metadata.annotations",
          { "cloud.google.com/neg": '{"exposed_ports":{"15021":{"name":"front-443"}}}' },
        ],
      ],
      "closed",
    ],
  ])("is no way in where it %s", (_, changes, state) => {
    expect(tried("gke", changes)).toBe(state);
  });

  it("sends a name by a rule of its own", () => {
    const changes: readonly Change[] = [
      ["urls", "edges.defaultService", []],
      ["urls", "edges.pathMatchers", "backend"],
      ...other(matcher("x/backend")),
    ];
    expect(tried("gke", changes)).toBe("open");
  });

  it("is stopped by a refusal that is asked earlier", () => {
    const refusal: Part = {
      type: "gcp:compute/firewall:Firewall",
      name: "refusal",
      props: { sourceRanges: ["0.0.0.0/0"], denies: [{ protocol: "all" }], priority: 1000 },
      edges: { network: "network" },
    };
    const parts = [...PROGRAMS.gke, refusal];
    expect(stateOf(parts, CUSTOMER, shop("gke"))).toBe("closed");
    expect(stateOf(changed(parts, ["refusal", "priority", 2000]), CUSTOMER, shop("gke"))).toBe("open");
    expect(stateOf(without(PROGRAMS.gke, "from-proxies"), CUSTOMER, shop("gke"))).toBe("closed");
  });
});

describe("an application gateway of Azure", () => {
  it.each<Row>([
    ["has a private address only", [["agw", "frontendIPConfigurations.0.publicIPAddress", undefined]], "closed"],
    ["has another backend", [["agw", "backendAddressPools.0.backendAddresses.0.ipAddress", "10.3.0.10"]], "closed"],
    ["calls another port", [["agw", "backendHttpSettingsCollection.0.port", 15_021]], "closed"],
    ["listens for another name", [["agw", "httpListeners.0.hostName", "other.example"]], "closed"],
    ["calls on by another name", [["agw", "backendHttpSettingsCollection.0.hostName", "other.example"]], "closed"],
    ["has a subnet that lets nobody in", [["edge-guard", "securityRules.0.access", "Deny"]], "closed"],
    ["has a subnet for another port", [["edge-guard", "securityRules.0.destinationPortRange", "80"]], "closed"],
    ["is before a Service for others", [["front", "spec.loadBalancerSourceRanges", ["10.7.0.0/16"]]], "closed"],
    ["is before a Service that hides callers", [["front", "spec.externalTrafficPolicy", "Cluster"]], UNCOVERED],
    ["has a subnet without rules, which lets in its network only", [["edge-guard", "securityRules", []]], "closed"],
    ["has a subnet whose rules are not known", [["edge-guard", "securityRules", UNKNOWN]], UNSEEN],
  ])("is no way in where it %s", (_, changes, state) => {
    expect(tried("aks", changes)).toBe(state);
  });
});
