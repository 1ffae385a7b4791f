import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const EKS = "aws:eks/cluster:Cluster";
const GKE = "gcp:container/cluster:Cluster";
const AKS = "azure-native:containerservice:ManagedCluster";

const internetTo = (cluster: string, expect = "closed") => ({
  name: "internet to the API server",
  from: { internet: true },
  to: { cluster, apiServer: true, port: 443 },
  expect,
  why: "who deploys comes by the private network",
});
const stack = (paths: unknown, ...beside: readonly Sample[]): Example => ({
  type: "pulumi:pulumi:Stack",
  props: {},
  config: { paths },
  beside,
});
const eks = (vpcConfig: unknown): Sample => ({ type: EKS, name: "hub", props: { name: "acme-hub", vpcConfig } });
const gke = (props: object): Sample => ({ type: GKE, name: "hub", props: { name: "acme-hub", ...props } });
const aks = (apiServerAccessProfile: unknown): Sample => ({
  type: AKS,
  name: "hub",
  props: { resourceName: "acme-hub", apiServerAccessProfile },
});
/** A document for stacks of two names, and a cluster that one of them may be without. */
const document = (more: object, ...paths: readonly object[]) => ({ ...more, paths });
const VALUES = { values: { prod: { office: "hub" }, test: { office: "hub" } } };
const one = (cluster: Sample, expect = "closed") => stack([internetTo("hub", expect)], cluster);

export const examples: Examples = {
  pass: [
    one(eks({ endpointPublicAccess: false })),
    one(eks({ publicAccessCidrs: ["10.0.0.0/8"] })),
    one(eks({ endpointPublicAccess: true }), "open"),
    stack([internetTo("acme-hub")], eks({ endpointPublicAccess: "false" })),
    one(gke({ privateClusterConfig: { enablePrivateEndpoint: true } })),
    one(gke({ masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: "10.0.0.0/8" }] } })),
    one(gke({ masterAuthorizedNetworksConfig: {} })),
    one(gke({ controlPlaneEndpointsConfig: { ipEndpointsConfig: { enabled: false } } })),
    one(aks({ enablePrivateCluster: true })),
    one(aks({ authorizedIPRanges: ["10.0.0.0/8"] })),
    stack(document(VALUES, internetTo("${office}")), eks({ endpointPublicAccess: false })),
    stack(
      document({ mayBeAbsent: ["hub", "far"] }, internetTo("hub"), { ...internetTo("far"), name: "another" }),
      eks({ endpointPublicAccess: false }),
    ),
  ],
  fail: [
    one(eks({})),
    one(eks({ endpointPublicAccess: true, publicAccessCidrs: ["10.0.0.0/8", "20.30.40.0/24"] })),
    one(eks({ endpointPublicAccess: false }), "open"),
    one(gke({})),
    one(gke({ masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: "0.0.0.0/0" }] } })),
    one(
      gke({
        privateClusterConfig: { enablePrivateEndpoint: true },
        controlPlaneEndpointsConfig: { dnsEndpointConfig: { allowExternalTraffic: true } },
      }),
    ),
    one(aks({})),
    one(aks({ authorizedIPRanges: ["20.30.40.50/32"] })),
    // of values for other stacks none is taken
    stack(
      document({ values: { elsewhere: { office: "hub" } } }, internetTo("${office}")),
      eks({ endpointPublicAccess: false }),
    ),
    // a stack without any cluster of those that may be absent is none of them
    stack(document({ mayBeAbsent: ["far"] }, internetTo("far")), eks({ endpointPublicAccess: false })),
    stack(
      document({ mayBeAbsent: ["hub"] }, internetTo("hub"), { ...internetTo("elsewhere"), name: "another" }),
      eks({ endpointPublicAccess: false }),
    ),
    // an end that nothing matches is no pass
    stack([internetTo("elsewhere")], eks({ endpointPublicAccess: false })),
    stack([
      {
        ...internetTo("hub"),
        from: { cluster: "hub", namespace: "shop" },
      },
    ]),
  ],
  undetermined: [
    one(eks({ endpointPublicAccess: UNKNOWN })),
    one(eks({ endpointPublicAccess: true, publicAccessCidrs: [UNKNOWN] })),
    one(gke({ privateClusterConfig: { enablePrivateEndpoint: UNKNOWN } })),
    one(aks(UNKNOWN)),
    // not followed: nobody may take it for closed
    stack([{ ...internetTo("hub"), from: { addresses: "198.18.0.0/15" } }], aks({ enablePrivateCluster: true })),
  ],
  notApplicable: [{ type: "pulumi:pulumi:Stack", props: {} }],
};
