import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const eks = "aws:eks/cluster:Cluster";
const addon = "aws:eks/addon:Addon";
const association = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const gke = "gcp:container/cluster:Cluster";
const pool = "gcp:container/nodePool:NodePool";
const aks = "azure-native:containerservice:ManagedCluster";
const account = "kubernetes:core/v1:ServiceAccount";

const agent = { addonName: "eks-pod-identity-agent" };
const main = { type: eks, name: "main", props: { name: "main" } };
const agentOf = (clusterName: string) => ({ type: addon, name: "agent", props: { clusterName, ...agent } });
const associated = {
  clusterName: "main",
  namespace: "shop",
  serviceAccount: "till",
  roleArn: "arn:aws:iam::1:role/till",
};
const ROLE = "arn:aws:iam::111111111111:role/till";
const mode = (word: unknown) => ({ cluster: "main", nodeConfig: { workloadMetadataConfig: { mode: word } } });
const gkeMain = (props: object) => ({ type: gke, name: "main", props: { name: "main", ...props } });
const withPool = { workloadIdentityConfig: { workloadPool: "acme.svc.id.goog" } };
const both = (issuer: unknown, identity: unknown) => ({
  oidcIssuerProfile: { enabled: issuer },
  securityProfile: { workloadIdentity: { enabled: identity } },
});
const annotated = (annotations: unknown): Example => ({
  type: account,
  props: { metadata: { name: "till", annotations } },
});

const CALLERS = {
  "amazon-cloudwatch-observability": "cloudwatch-agent",
  "aws-efs-csi-driver": "efs-csi-controller-sa",
  "aws-mountpoint-s3-csi-driver": "s3-csi-driver-sa",
  "vpc-cni": "aws-node",
};
const issuer = (url: string, edges?: Sample["edges"]): Sample => ({
  type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  name: "issuer",
  props: { url },
  ...(edges && { edges }),
});

export const examples: Examples = {
  pass: [
    { type: eks, props: { name: "main" }, beside: [agentOf("main")] },
    { type: eks, props: { name: "main", computeConfig: { enabled: true } } },
    { type: eks, props: { name: "main", computeConfig: { enabled: "true" } } },
    // IRSA is as good
    {
      type: eks,
      props: { name: "main" },
      beside: [
        {
          type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
          name: "irsa",
          props: { url: UNKNOWN },
          edges: { url: "it" },
        },
      ],
    },
    {
      type: eks,
      props: { name: "main" },
      beside: [
        {
          type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
          name: "irsa",
          props: { url: "https://oidc.eks.eu-central-1.amazonaws.com/id/ABC" },
        },
      ],
    },
    // by edge, while the cluster has no name yet
    {
      type: eks,
      props: {},
      beside: [{ type: addon, name: "agent", props: { clusterName: UNKNOWN, ...agent }, edges: { clusterName: "it" } }],
    },
    { type: association, props: { ...associated, roleArn: ROLE }, beside: [main, agentOf("main")] },
    {
      type: association,
      props: associated,
      beside: [{ ...main, props: { name: "main", computeConfig: { enabled: true } } }],
    },
    { type: addon, props: { clusterName: "main", addonName: "coredns" } },
    { type: addon, props: { clusterName: "main", addonName: "vpc-cni", serviceAccountRoleArn: ROLE } },
    {
      type: addon,
      props: {
        clusterName: "main",
        addonName: "aws-ebs-csi-driver",
        podIdentityAssociations: [{ serviceAccount: "ebs-csi-controller-sa", roleArn: ROLE }],
      },
    },
    {
      type: addon,
      props: { clusterName: "main", addonName: "aws-ebs-csi-driver" },
      beside: [{ type: association, name: "ebs", props: { ...associated, serviceAccount: "ebs-csi-controller-sa" } }],
    },
    { type: gke, props: withPool },
    { type: gke, props: { enableAutopilot: true } },
    { type: gke, props: { ...withPool, nodeConfig: { workloadMetadataConfig: { mode: "GKE_METADATA" } } } },
    { type: pool, props: mode("GKE_METADATA") },
    { type: pool, props: { cluster: "main" }, beside: [gkeMain(withPool)] },
    { type: aks, props: both(true, true) },
    { type: aks, props: both("true", true) },
    { type: aks, props: { sku: { name: "Automatic", tier: "Standard" } } },
    annotated({ "eks.amazonaws.com/role-arn": ROLE }),
    annotated({ "iam.gke.io/gcp-service-account": "till@acme.iam.gserviceaccount.com" }),
    annotated({ "azure.workload.identity/client-id": "11111111-2222-4333-8444-555555555555" }),
    // without a scheme it is the same issuer
    { type: eks, props: { name: "main" }, beside: [issuer("oidc.eks.eu-central-1.amazonaws.com/id/ABC")] },
    ...Object.entries(CALLERS).map(([addonName, serviceAccount]) => ({
      type: addon,
      props: { clusterName: "main", addonName },
      beside: [{ type: association, name: "own", props: { ...associated, serviceAccount } }],
    })),
    {
      type: pool,
      props: { cluster: "main" },
      beside: [gkeMain(withPool), { ...gkeMain({}), name: "other", props: { name: "other" } }],
    },
  ],
  fail: [
    { type: eks, props: { name: "main" } },
    { type: eks, props: { name: "main", computeConfig: { enabled: false } }, beside: [agentOf("other")] },
    {
      type: eks,
      props: { name: "main" },
      beside: [
        {
          type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
          name: "github",
          props: { url: "https://token.actions.githubusercontent.com" },
        },
      ],
    },
    {
      type: eks,
      props: { name: "main" },
      beside: [{ type: addon, name: "dns", props: { clusterName: "main", addonName: "coredns" } }],
    },
    { type: association, props: associated, beside: [main] },
    { type: association, props: { ...associated, roleArn: "" }, beside: [main, agentOf("main")] },
    { type: association, props: associated, beside: [main, agentOf("other")] },
    { type: addon, props: { clusterName: "main", addonName: "vpc-cni" } },
    { type: addon, props: { clusterName: "main", addonName: "aws-ebs-csi-driver", podIdentityAssociations: [] } },
    { type: gke, props: {} },
    { type: gke, props: { enableAutopilot: false, workloadIdentityConfig: {} } },
    { type: gke, props: { ...withPool, nodeConfig: { workloadMetadataConfig: { mode: "GCE_METADATA" } } } },
    { type: pool, props: mode("GCE_METADATA") },
    { type: pool, props: { cluster: "main" }, beside: [gkeMain({})] },
    { type: aks, props: {} },
    { type: aks, props: both(true, false) },
    { type: aks, props: both(false, true) },
    { type: aks, props: { oidcIssuerProfile: { enabled: true } } },
    annotated({ "eks.amazonaws.com/role-arn": "till" }),
    annotated({ "iam.gke.io/gcp-service-account": "till" }),
    annotated({ "azure.workload.identity/client-id": "" }),
    // the issuer of another cluster
    { type: eks, props: { name: "main" }, beside: [issuer(UNKNOWN, { url: `${eks}::other` })] },
    { type: association, props: { ...associated, namespace: undefined }, beside: [main, agentOf("main")] },
    { type: association, props: { ...associated, serviceAccount: "" }, beside: [main, agentOf("main")] },
    { type: addon, props: { clusterName: "main", addonName: "vpc-cni", serviceAccountRoleArn: "" } },
    // for another add-on, and in another account
    {
      type: addon,
      props: { clusterName: "main", addonName: "vpc-cni" },
      beside: [{ type: association, name: "till", props: associated }],
    },
    {
      type: addon,
      props: { clusterName: "main", addonName: "vpc-cni" },
      provider: { region: "eu-central-1" },
      beside: [{ type: association, name: "cni", props: { ...associated, serviceAccount: "aws-node" } }],
    },
    { type: gke, props: { workloadIdentityConfig: { workloadPool: "" } } },
    { type: pool, props: { cluster: "main" }, beside: [gkeMain({ workloadIdentityConfig: { workloadPool: "" } })] },
    { type: pool, props: mode("MODE_UNSPECIFIED") },
    { type: aks, props: { sku: { name: "Base", tier: "Standard" } } },
    // in part an identity
    annotated({ "eks.amazonaws.com/role-arn": `"${ROLE}"` }),
    annotated({ "eks.amazonaws.com/role-arn": "arn:aws:iam::111111111111:role/" }),
    annotated({ "iam.gke.io/gcp-service-account": "serviceAccount: till@acme.iam.gserviceaccount.com" }),
    annotated({ "iam.gke.io/gcp-service-account": "till@acme.iam.gserviceaccount.com/keys/1" }),
    annotated({ "azure.workload.identity/client-id": "11111111-2222-4333-8444-5555555555556" }),
    annotated({ "azure.workload.identity/client-id": "/clients/11111111-2222-4333-8444-555555555555" }),
  ],
  undetermined: [
    { type: eks, props: { name: "main", computeConfig: { enabled: UNKNOWN } } },
    { type: eks, props: { name: UNKNOWN }, beside: [agentOf("main")] },
    { type: association, props: associated },
    { type: association, props: { ...associated, roleArn: UNKNOWN }, beside: [main, agentOf("main")] },
    { type: addon, props: { clusterName: "main", addonName: UNKNOWN } },
    { type: addon, props: { clusterName: "main", addonName: "vpc-cni", serviceAccountRoleArn: UNKNOWN } },
    { type: gke, props: { workloadIdentityConfig: { workloadPool: UNKNOWN } } },
    { type: gke, props: { enableAutopilot: UNKNOWN } },
    { type: pool, props: mode(UNKNOWN) },
    { type: pool, props: mode("SANDBOX") },
    { type: pool, props: { cluster: "elsewhere" } },
    { type: aks, props: both(true, UNKNOWN) },
    { type: aks, props: { sku: { name: UNKNOWN } } },
    annotated({ "eks.amazonaws.com/role-arn": UNKNOWN }),
    annotated(UNKNOWN),
    {
      type: pool,
      props: { cluster: "main" },
      beside: [gkeMain({ workloadIdentityConfig: { workloadPool: UNKNOWN } })],
    },
  ],
  notApplicable: [annotated(undefined), annotated({ owner: "shop" })],
};
