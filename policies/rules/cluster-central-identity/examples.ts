import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const eks = (accessConfig?: unknown): Example => ({ type: "aws:eks/cluster:Cluster", props: { accessConfig } });
const association = (policy: unknown, type: unknown): Example => ({
  type: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
  props: { policyArn: policy, accessScope: { type } },
});
const gke = (props: object): Example => ({ type: "gcp:container/cluster:Cluster", props: { ...props } });
const aks = (props: object): Example => ({
  type: "azure-native:containerservice:ManagedCluster",
  props: { ...props },
});
const auth = (mapUsers: unknown, name: unknown = "aws-auth"): Example => ({
  type: "kubernetes:core/v1:ConfigMap",
  props: { metadata: { name, namespace: "kube-system" }, data: { mapRoles: "[]", mapUsers } },
});
const ADMIN = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
const VIEW = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
const certificate = (issue: unknown) => ({
  masterAuth: { clientCertificateConfig: { issueClientCertificate: issue } },
});
const central = { disableLocalAccounts: true, enableRBAC: true, aadProfile: { managed: true, enableAzureRBAC: true } };
const tight = { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false };

export const examples: Examples = {
  pass: [
    eks(tight),
    eks({ ...tight, bootstrapClusterCreatorAdminPermissions: "false" }),
    association(VIEW, "cluster"),
    association(ADMIN, "namespace"),
    gke({}),
    gke({ enableLegacyAbac: false, ...certificate(false) }),
    aks(central),
    aks({ disableLocalAccounts: true, aadProfile: { enableAzureRBAC: true } }),
    aks({ sku: { name: "Automatic" } }),
    auth(undefined),
    auth("[]\n"),
  ],
  fail: [
    eks(),
    eks({ ...tight, authenticationMode: "CONFIG_MAP" }),
    eks({ ...tight, authenticationMode: "API_AND_CONFIG_MAP" }),
    eks({ ...tight, bootstrapClusterCreatorAdminPermissions: true }),
    eks({ authenticationMode: "API" }),
    association(ADMIN, "cluster"),
    gke({ enableLegacyAbac: true }),
    gke(certificate(true)),
    aks({}),
    aks({ ...central, disableLocalAccounts: false }),
    aks({ ...central, enableRBAC: false }),
    aks({ ...central, aadProfile: { managed: true } }),
    auth("- userarn: arn:aws:iam::111111111111:user/ada\n  groups: [system:masters]\n"),
  ],
  undetermined: [
    eks({ ...tight, authenticationMode: UNKNOWN }),
    eks({ ...tight, authenticationMode: "OTHER" }),
    association(UNKNOWN, "cluster"),
    gke({ enableLegacyAbac: UNKNOWN }),
    aks({ ...central, disableLocalAccounts: UNKNOWN }),
    aks({ sku: { name: UNKNOWN } }),
    auth(UNKNOWN),
    auth("[]", UNKNOWN),
  ],
  notApplicable: [auth("x", "app")],
};
