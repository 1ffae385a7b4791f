import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const PROVIDER = "pulumi:providers:kubernetes";
const SECRET = "kubernetes:core/v1:Secret";
const MEMBER = "kubernetes:cluster.karmada.io/v1alpha1:Cluster";
const EKS = "aws:eks/cluster:Cluster";
const GKE = "gcp:container/cluster:Cluster";
const AKS = "azure-native:containerservice:ManagedCluster";
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const NETWORK = "gcp:compute/network:Network";
const SUBNETWORK = "gcp:compute/subnetwork:Subnetwork";
const VNET = "azure-native:network:VirtualNetwork";
const VSUBNET = "azure-native:network:Subnet";
const TRANSIT = "aws:ec2transitgateway/transitGateway:TransitGateway";

const at = (type: string, name: string) => `${type}::${name}`;
const PRIVATE = { endpointPrivateAccess: true, endpointPublicAccess: false };

/** A cluster of AWS in a network of its own, whose group lets in callers of a block. */
function eks(
  name: string,
  octet: number,
  { access = PRIVATE as unknown, from = "10.0.0.0/8" as unknown } = {},
): readonly Sample[] {
  return [
    { type: VPC, name, props: { cidrBlock: `10.${octet}.0.0/16` } },
    { type: SUBNET, name, props: { cidrBlock: `10.${octet}.1.0/24` }, edges: { vpcId: at(VPC, name) } },
    { type: EKS, name, props: { name, vpcConfig: access }, edges: { vpcConfig: at(SUBNET, name) } },
    {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      name,
      props: { cidrIpv4: from, ipProtocol: "tcp", fromPort: 443, toPort: 443 },
      edges: { securityGroupId: at(EKS, name) },
    },
    { type: PROVIDER, name, props: {}, edges: { kubeconfig: at(EKS, name) } },
  ];
}
function gke(name: string, enablePrivateEndpoint: unknown = true): readonly Sample[] {
  return [
    { type: NETWORK, name, props: {} },
    { type: SUBNETWORK, name, props: { ipCidrRange: "10.50.0.0/20" }, edges: { network: at(NETWORK, name) } },
    {
      type: GKE,
      name,
      props: { name, privateClusterConfig: { enablePrivateEndpoint } },
      edges: { network: at(NETWORK, name), subnetwork: at(SUBNETWORK, name) },
    },
    { type: PROVIDER, name, props: {}, edges: { kubeconfig: at(GKE, name) } },
  ];
}
function aks(name: string, enablePrivateCluster: unknown = true): readonly Sample[] {
  return [
    { type: VNET, name, props: { addressSpace: { addressPrefixes: ["10.60.0.0/16"] } } },
    { type: VSUBNET, name, props: { addressPrefix: "10.60.0.0/20" }, edges: { virtualNetworkName: at(VNET, name) } },
    {
      type: AKS,
      name,
      props: { resourceName: name, apiServerAccessProfile: { enablePrivateCluster } },
      edges: { agentPoolProfiles: at(VSUBNET, name) },
    },
    { type: PROVIDER, name, props: {}, edges: { kubeconfig: at(AKS, name) } },
  ];
}
const transit: Sample = { type: TRANSIT, name: "transit", props: {} };
const attached = (name: string): Sample => ({
  type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
  name,
  props: {},
  edges: { vpcId: at(VPC, name), transitGatewayId: at(TRANSIT, "transit") },
});
const peering = (one: string, other: string): Sample => ({
  type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
  name: "peering",
  props: {},
  edges: { vpcId: at(VPC, one), peerVpcId: at(VPC, other) },
});
const beyond = (name: string): Sample => ({
  type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
  name: "beyond",
  props: { peerVpcId: "vpc-elsewhere" },
  edges: { vpcId: at(VPC, name) },
});

const remote = (target: string, more: Partial<Example> = {}, ...beside: readonly Sample[]): Example => ({
  type: SECRET,
  props: {
    metadata: { name: "istio-remote-secret", namespace: "istio-system", labels: { "istio/multiCluster": "true" } },
    stringData: { far: "kubeconfig" },
  },
  by: at(PROVIDER, "own"),
  edges: { stringData: target },
  ...more,
  beside,
});
const member = (target: string, spec: object, ...beside: readonly Sample[]): Example => ({
  type: MEMBER,
  props: { metadata: { name: "far" }, spec },
  edges: { spec: target },
  beside,
});
const karmada = (
  on: string,
  name: unknown = "karmada-controller-manager",
  type = "kubernetes:apps/v1:Deployment",
): Sample => ({
  type,
  name: `control-${on}`,
  by: at(PROVIDER, on),
  props: type.includes("helm") ? { chart: name } : { metadata: { name, namespace: "karmada-system" } },
});
/** The provider of a cluster as the subject; what it leads to is given beside it. */
const deployed = (cluster: string, parts: readonly Sample[], ...beside: readonly Sample[]): Example => ({
  type: PROVIDER,
  props: {},
  edges: { kubeconfig: cluster },
  beside: [...parts.filter(({ type, edges }) => !(type === PROVIDER && edges?.["kubeconfig"] === cluster)), ...beside],
});
const far = at(EKS, "far");
const apart = [...eks("own", 1), ...eks("far", 2)];

export const examples: Examples = {
  pass: [
    deployed(far, eks("far", 2), beyond("far")),
    deployed(far, apart, transit, attached("far"), attached("own"), beyond("far")),
    remote(far, {}, ...apart, peering("own", "far")),
    remote(far, {}, ...apart, transit, attached("far"), attached("own")),
    // both in one network
    remote(
      far,
      {},
      ...eks("own", 1),
      { type: EKS, name: "far", props: { name: "far", vpcConfig: PRIVATE }, edges: { vpcConfig: at(SUBNET, "own") } },
      {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name: "far",
        props: { cidrIpv4: "10.1.0.0/16", ipProtocol: "tcp", fromPort: 443, toPort: 443 },
        edges: { securityGroupId: far },
      },
    ),
    // whom the endpoint answers is not followed, and a way is there
    remote(
      far,
      {},
      ...eks("own", 1),
      ...eks("far", 2, { access: { ...PRIVATE, securityGroupIds: ["sg-1"] }, from: "10.9.0.0/16" }),
      peering("own", "far"),
    ),
    member(far, {}, ...apart, peering("own", "far"), karmada("own")),
    member(
      far,
      { syncMode: "Push" },
      ...apart,
      peering("own", "far"),
      karmada("own", "karmada/karmada", "kubernetes:helm.sh/v3:Release"),
    ),
    member(far, {}, ...eks("far", 2), karmada("far")),
  ],
  fail: [
    deployed(far, apart),
    deployed(far, [...eks("far", 2), ...gke("own")]),
    deployed(at(GKE, "own"), [...eks("far", 2), ...gke("own")]),
    deployed(at(AKS, "own"), [...eks("far", 2), ...aks("own")]),
    deployed(far, [...eks("far", 2), ...aks("own")]),
    // one of several is enough
    deployed(far, [...apart, ...gke("third")], peering("own", "far")),
    remote(far, {}, ...apart),
    remote(at(GKE, "far"), {}, ...eks("own", 1), ...gke("far")),
    remote(at(AKS, "far"), {}, ...eks("own", 1), ...aks("far")),
    // by the token that the other cluster gives
    remote(at(SECRET, "token"), {}, ...apart, {
      type: SECRET,
      name: "token",
      by: at(PROVIDER, "far"),
      props: { metadata: { name: "token" } },
    }),
    // a way, and nobody who answers
    remote(far, {}, ...eks("own", 1), ...eks("far", 2, { from: "10.9.0.0/16" }), peering("own", "far")),
    remote(
      far,
      {},
      ...eks("own", 1),
      ...eks("far", 2, { access: { endpointPublicAccess: false, endpointPrivateAccess: false } }),
      peering("own", "far"),
    ),
    member(far, {}, ...apart, karmada("own")),
    member(far, { syncMode: "Push" }, ...apart, karmada("own", "karmada-search")),
    member(
      far,
      {},
      ...eks("own", 1),
      ...eks("far", 2, { from: "10.9.0.0/16" }),
      peering("own", "far"),
      karmada("own", "karmada", "kubernetes:operator.karmada.io/v1alpha1:Karmada"),
    ),
  ],
  undetermined: [
    deployed(far, [...eks("own", 1), ...eks("far", 2, { access: UNKNOWN })]),
    deployed(far, [...eks("own", 1, { access: UNKNOWN }), ...eks("far", 2)]),
    deployed(at(GKE, "own"), [...eks("far", 2), ...gke("own", UNKNOWN)]),
    deployed(at(AKS, "own"), [...eks("far", 2), ...aks("own", UNKNOWN)]),
    // by a machine that passes calls on
    ...[
      "aws:ec2/instance:Instance",
      "gcp:compute/instance:Instance",
      "azure-native:compute:VirtualMachine",
      "azure-native:network:BastionHost",
    ].map((type) => deployed(far, apart, { type, name: "bastion", props: {} })),
    // where Pulumi runs is not shown
    deployed(far, eks("far", 2)),
    deployed(far, [
      ...eks("far", 2),
      { type: EKS, name: "own", props: { vpcConfig: PRIVATE } },
      { type: PROVIDER, name: "own", props: {}, edges: { kubeconfig: at(EKS, "own") } },
    ]),
    deployed(far, [
      ...eks("far", 2),
      { type: EKS, name: "own", props: { vpcConfig: PRIVATE }, edges: { vpcConfig: at(SUBNET, "far") } },
      { type: PROVIDER, name: "own", props: {}, edges: { kubeconfig: at(EKS, "own") } },
    ]),
    remote(far, {}, ...eks("own", 1), ...eks("far", 2, { from: UNKNOWN }), peering("own", "far")),
    remote(
      far,
      {},
      { ...eks("own", 1)[0], props: { cidrBlock: UNKNOWN } } as Sample,
      ...eks("own", 1).slice(1),
      ...eks("far", 2),
      peering("own", "far"),
    ),
    deployed(far, apart, peering("own", "far")),
    deployed(far, [...eks("far", 2), ...eks("own", 1, { access: {} })]),
    deployed(far, [{ type: EKS, name: "far", props: { vpcConfig: PRIVATE } }]),
    remote(far, {}, ...apart, beyond("own")),
    remote(far, {}, ...apart, beyond("far")),
    remote(far, {}, ...eks("own", 1), { type: EKS, name: "far", props: { vpcConfig: PRIVATE } }),
    remote(
      far,
      {},
      { type: EKS, name: "own", props: {} },
      { type: PROVIDER, name: "own", props: {}, edges: { kubeconfig: at(EKS, "own") } },
      ...eks("far", 2),
    ),
    remote(far, {}, ...eks("own", 1), ...eks("far", 2, { access: UNKNOWN })),
    remote(far, { props: { metadata: { labels: UNKNOWN } } }, ...apart),
    member(far, { syncMode: UNKNOWN }, ...apart, karmada("own")),
    member(far, {}, ...apart),
    member(far, {}, ...apart, karmada("own"), karmada("far")),
    member(far, {}, ...apart, karmada("own", "other")),
    member(far, {}, ...eks("own", 1), ...eks("far", 2, { access: UNKNOWN }), karmada("own")),
  ],
  notApplicable: [
    { type: PROVIDER, props: {} },
    deployed(far, [...eks("own", 1), ...eks("far", 2, { access: {} })]),
    deployed(at(GKE, "own"), gke("own", false)),
    deployed(at(AKS, "own"), aks("own", false)),
    remote(far, { props: { metadata: { name: "x" } } }, ...apart),
    remote(far, { by: at(PROVIDER, "stranger") }, ...apart),
    remote("random:index/randomPassword:RandomPassword::p", {}, ...apart),
    // of its own cluster
    remote(at(EKS, "own"), {}, ...apart),
    remote(far, {}, ...eks("own", 1), ...eks("far", 2, { access: {} })),
    member(far, { syncMode: "Pull" }, ...apart, karmada("own")),
    member(far, {}, ...eks("own", 1), ...eks("far", 2, { access: {} }), karmada("own")),
    member("random:index/randomPassword:RandomPassword::p", {}, ...apart),
  ],
};
