import type { Part } from "./program.ts";

const named = (name: string, namespace?: string, more: object = {}) => ({
  name,
  ...(namespace !== undefined && { namespace }),
  ...more,
});

/** Pods of an app with an account of its own, in a namespace of the mesh. */
export const app = (name: string, namespace: string, at: string): Part => ({
  type: "kubernetes:apps/v1:Deployment",
  name: `${at}-${name}`,
  at,
  props: {
    metadata: named(name, namespace),
    spec: {
      template: {
        metadata: { labels: { app: name } },
        spec: {
          serviceAccountName: name,
          containers: [{ name: "app", ports: [{ name: "http", containerPort: 8080 }] }],
        },
      },
    },
  },
});

export const namespace = (name: string, at: string, labels: object = {}): Part => ({
  type: "kubernetes:core/v1:Namespace",
  name: `${at}-ns-${name}`,
  at,
  props: { metadata: named(name, undefined, { labels }) },
});

export const MESHED = { "istio-injection": "enabled" };

/** A mesh of one cluster: everybody proves who they are. */
export const mesh = (at: string): readonly Part[] => [
  namespace("istio-system", at),
  {
    type: "kubernetes:security.istio.io/v1:PeerAuthentication",
    name: `${at}-strict`,
    at,
    props: { metadata: named("default", "istio-system"), spec: { mtls: { mode: "STRICT" } } },
  },
];

/** Where the balancer of an east-west gateway says which address it has. */
const ADDRESSED: Readonly<
  Record<string, (address: string) => { readonly annotations?: object; readonly spec?: object }>
> = {
  "at-eks": (address) => ({
    annotations: { "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses": address },
  }),
  "at-gke": (address) => ({ spec: { loadBalancerIP: address } }),
  "at-aks": (address) => ({ annotations: { "service.beta.kubernetes.io/azure-load-balancer-ipv4": address } }),
};

/** The gateway of a cluster to which other clusters of the mesh send, and who may send there. */
export function eastWestGateway(at: string, address: string, sources: readonly string[]): readonly Part[] {
  const said = ADDRESSED[at]?.(address) ?? {};
  const labels = { istio: "eastwestgateway" };
  return [
    {
      type: "kubernetes:networking.istio.io/v1:Gateway",
      name: `${at}-exposure`,
      at,
      props: {
        metadata: named("cross", "istio-system"),
        spec: {
          selector: labels,
          servers: [{ port: { number: 15_443, protocol: "TLS" }, tls: { mode: "AUTO_PASSTHROUGH" } }],
        },
      },
    },
    {
      type: "kubernetes:core/v1:Service",
      name: `${at}-door`,
      at,
      props: {
        metadata: named("eastwest", "istio-system", { annotations: said.annotations ?? {} }),
        spec: {
          type: "LoadBalancer",
          selector: labels,
          loadBalancerSourceRanges: sources,
          ports: [{ port: 15_443, targetPort: 15_443 }],
          ...said.spec,
        },
      },
    },
    {
      type: "kubernetes:apps/v1:Deployment",
      name: `${at}-gateway`,
      at,
      props: {
        metadata: named("eastwest", "istio-system"),
        spec: {
          template: {
            metadata: { labels },
            spec: { serviceAccountName: "eastwest", containers: [{ args: ["proxy", "router"] }] },
          },
        },
      },
    },
  ];
}

/** What lets the mesh of one cluster know another: its access, and the provider that it was made from. */
export const knows = (at: string, cluster: string): Part => ({
  type: "kubernetes:core/v1:Secret",
  name: `${at}-knows-${cluster}`,
  at,
  props: { metadata: named(`remote-${cluster}`, "istio-system", { labels: { "istio/multiCluster": "true" } }) },
  edges: { stringData: cluster },
});
