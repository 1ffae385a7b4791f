import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const virtual = "kubernetes:networking.istio.io/v1:VirtualService";
const destination = "kubernetes:networking.istio.io/v1:DestinationRule";
const FULL = "orders.shop.svc.cluster.local";

const west = { context: "west" };
const at = (namespace: unknown) => ({ metadata: { name: "orders", namespace } });
const service = (hosts: unknown, gateways?: unknown, namespace: unknown = "shop"): Example => ({
  type: virtual,
  props: { ...at(namespace), spec: { hosts, ...(gateways !== undefined && { gateways }) } },
});
const rule = (host: unknown, namespace: unknown = "shop"): Example => ({
  type: destination,
  props: { ...at(namespace), spec: { host } },
});
const there = (route: Example): Sample => ({ ...route, name: "there", provider: west });
// the east has access to the west, which says what it is called
const access: Sample = {
  type: "kubernetes:core/v1:Secret",
  name: "access",
  props: { metadata: { name: "x", labels: { "istio/multiCluster": "true" } }, stringData: { west: "kubeconfig" } },
};
const plane = (clusterName: unknown): Sample => ({
  type: "kubernetes:sailoperator.io/v1:Istio",
  name: "plane",
  props: { spec: { values: { global: { multiCluster: { clusterName } } } } },
  provider: west,
});
const mesh = [access, plane("west")];
const in2 = (route: Example, ...others: readonly Sample[]): Example => ({ ...route, beside: [...mesh, ...others] });
const settings = (serviceSettings: unknown): Sample => ({
  type: "kubernetes:install.istio.io/v1alpha1:IstioOperator",
  name: "settings",
  props: { spec: { meshConfig: { serviceSettings }, values: { global: { multiCluster: { clusterName: "east" } } } } },
});
const local = (...hosts: readonly unknown[]) => settings([{ settings: { clusterLocal: true }, hosts }]);

export const examples: Examples = {
  pass: [
    in2(service(["orders"]), there(service([FULL]))),
    in2(service(["orders", "bills"]), there(service(["bills", "orders"]))),
    in2(service(["orders"], ["mesh", "edge"]), there(service(["orders"], ["mesh"]))),
    in2(service(["orders"]), there(service(["orders"], []))),
    in2(service([])),
    in2(rule("orders"), there(rule(FULL, "other"))),
    in2(rule("*.local"), there(rule("*.local", "istio-system"))),
    in2(rule("orders"), local(FULL)),
    in2(rule("orders"), local("*.till.svc.cluster.local", "*.shop.svc.cluster.local")),
    in2(rule("metrics.kube-system.svc.cluster.local")),
    in2(rule("kubernetes.default.svc.cluster.local")),
    {
      ...in2(service(["orders"]), there(service(["orders"]))),
      type: "kubernetes:networking.istio.io/v1beta1:VirtualService",
    },
  ],
  fail: [
    in2(service(["orders"])),
    in2(rule("orders")),
    in2(service(["orders", "bills"]), there(service(["orders"]))),
    in2(service(["orders"], ["edge", "mesh"])),
    // what the other cluster has is about calls from outside
    in2(service(["orders"]), there(service(["orders"], ["edge"]))),
    in2(service(["orders"]), there(rule("orders"))),
    in2(rule("orders"), there(rule("orders", "till"))),
    in2(rule("orders.shop"), there(rule(FULL))),
    in2(rule("orders"), { ...rule("orders"), name: "twice" }),
    in2(rule("orders"), settings([{ settings: { clusterLocal: false }, hosts: [FULL] }])),
    in2(rule("orders"), local("*.till.svc.cluster.local")),
    in2(rule("metrics.kube-system.svc.cluster.local.example.org")),
    // the west has access to the east
    {
      ...rule("orders"),
      beside: [
        { ...access, props: { ...access.props, stringData: { east: "kubeconfig" } }, provider: west },
        settings([]),
      ],
    },
    { ...in2(rule("orders")), type: "kubernetes:networking.istio.io/v1alpha3:DestinationRule" },
  ],
  undetermined: [
    in2(service(UNKNOWN)),
    in2(service(["orders"], UNKNOWN)),
    in2(service(["orders"]), there(service(UNKNOWN))),
    in2(service(["orders"], undefined, UNKNOWN), there(service([FULL]))),
    in2(rule(UNKNOWN), there(rule("orders"))),
    in2(rule("orders"), local(UNKNOWN)),
    { ...rule("orders"), beside: [access, plane(UNKNOWN)] },
    // the other cluster does not say what it is called
    {
      ...rule("orders"),
      beside: [
        access,
        {
          type: "kubernetes:core/v1:Namespace",
          name: "root",
          props: { metadata: { name: "istio-system" } },
          provider: west,
        },
      ],
    },
  ],
  notApplicable: [
    service(["orders"]),
    { ...rule("orders"), beside: [plane("west")] },
    { ...rule("orders"), beside: [access, plane("south")] },
    in2(service(["orders"], ["edge"])),
  ],
};
