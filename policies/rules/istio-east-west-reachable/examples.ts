import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const type = "kubernetes:core/v1:Service";
const AWS = "service.beta.kubernetes.io/aws-load-balancer-";
const ports = [{ port: 15021 }, { port: 15443 }];
const at = (annotations: unknown, labels: unknown = { "topology.istio.io/network": "east" }) => ({
  metadata: { name: "istio-eastwestgateway", namespace: "istio-system", labels, annotations },
});
const gateway = (annotations: unknown, spec: object = {}, labels?: unknown): Example => ({
  type,
  props: { ...at(annotations, labels), spec: { type: "LoadBalancer", ports, ...spec } },
});
const within = (...ranges: readonly unknown[]) => ({ loadBalancerSourceRanges: ranges });
const fixed = { [`${AWS}private-ipv4-addresses`]: "10.16.151.10" };
const named = { selector: { istio: "eastwestgateway" } };
const bySelector = (spec: object, annotations: unknown = {}) => gateway(annotations, { ...named, ...spec }, {});
const azure = { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" };
const ranges = (text: string) => ({ "service.beta.kubernetes.io/load-balancer-source-ranges": text });

export const examples: Examples = {
  pass: [
    gateway(azure),
    gateway({ "networking.gke.io/load-balancer-type": "Internal" }),
    gateway({ "cloud.google.com/load-balancer-type": "internal" }),
    gateway({ "service.beta.kubernetes.io/oci-load-balancer-internal": "true" }),
    gateway({ "service.beta.kubernetes.io/openstack-internal-load-balancer": "true" }),
    gateway({ [`${AWS}scheme`]: "internal", ...fixed }),
    gateway({ [`${AWS}internal`]: "true", ...fixed }),
    gateway({ [`${AWS}internal`]: "0.0.0.0/0", ...fixed }),
    // their controllers make it internal unless told otherwise
    gateway({ [`${AWS}type`]: "external", ...fixed }),
    gateway({ [`${AWS}type`]: "nlb-ip", ...fixed }),
    gateway(fixed, { loadBalancerClass: "service.k8s.aws/nlb" }),
    gateway(fixed, { loadBalancerClass: "eks.amazonaws.com/nlb" }),
    gateway({ [`${AWS}scheme`]: "internet-facing", [`${AWS}eip-allocations`]: "eipalloc-1" }, within("10.32.0.0/16")),
    gateway({}, within("10.32.0.0/16", "20.50.1.0/24")),
    gateway(ranges("10.32.0.0/16, 20.50.1.0/24")),
    gateway(azure, { ports: [{ port: "15008" }] }),
    gateway(
      azure,
      { ports: [{ port: 443 }] },
      { "topology.istio.io/network": "east", "networking.istio.io/gatewayPort": "443" },
    ),
    gateway({}, { type: "ClusterIP", externalIPs: ["10.1.2.3"] }),
    gateway({ "traffic.istio.io/nodeSelector": "{}" }, { type: "NodePort" }),
    bySelector(within("10.32.0.0/16")),
    gateway(azure, {}, { istio: "eastwestgateway" }),
  ],
  fail: [
    gateway({}),
    gateway(undefined, within()),
    gateway({}, within("0.0.0.0/0")),
    gateway({}, within("10.0.0.0/8", "0.0.0.0/1")),
    gateway(ranges("10.0.0.0/8,0.0.0.0/0")),
    gateway(ranges(" ")),
    gateway({ [`${AWS}scheme`]: "internet-facing", ...fixed }),
    gateway({ [`${AWS}scheme`]: "internet-facing", ...fixed }, { loadBalancerClass: "service.k8s.aws/nlb" }),
    gateway({ [`${AWS}internal`]: "false", ...fixed }),
    gateway({ [`${AWS}type`]: "nlb", ...fixed }),
    gateway({ "networking.gke.io/load-balancer-type": "External" }),
    gateway({ "service.beta.kubernetes.io/azure-load-balancer-internal": "false" }),
    gateway(fixed, { loadBalancerClass: "metallb.io/speaker" }),
    // known by name
    gateway({ [`${AWS}scheme`]: "internal" }),
    gateway({ [`${AWS}type`]: "nlb" }, within("10.32.0.0/16")),
    gateway({}, { loadBalancerClass: "eks.amazonaws.com/nlb" }),
    gateway(azure, { type: "ClusterIP" }),
    gateway(azure, { type: undefined }),
    gateway({}, { type: "NodePort", externalIPs: [] }),
    gateway(azure, { ports: [{ port: 443 }] }),
    gateway(azure, { ports: undefined }),
    gateway(azure, {}, { "topology.istio.io/network": "east", "networking.istio.io/gatewayPort": "443" }),
    bySelector({}),
    gateway({}, {}, { istio: "eastwestgateway" }),
  ],
  undetermined: [
    gateway(UNKNOWN),
    gateway({}, within(UNKNOWN)),
    gateway({}, { loadBalancerSourceRanges: UNKNOWN }),
    gateway({}, { type: UNKNOWN }),
    gateway(azure, { ports: UNKNOWN }),
    gateway({}, {}, UNKNOWN),
    gateway({ [`${AWS}scheme`]: UNKNOWN, ...fixed }),
    bySelector({ ports: UNKNOWN }),
  ],
  notApplicable: [
    gateway(
      {},
      { type: "ClusterIP" },
      { "topology.istio.io/network": "east", "gateway.networking.k8s.io/gateway-name": "x" },
    ),
    { type, props: { metadata: { name: "shop" }, spec: { type: "LoadBalancer", ports } } },
    bySelector({ type: "ClusterIP" }),
    bySelector({ ports: [{ port: 15021 }] }),
    gateway({}, { selector: { istio: "ingressgateway" } }, { istio: "ingressgateway" }),
  ],
};
