import { ManagementLockByScope } from "@pulumi/azure-native/authorization/managementLockByScope.js";
import { listManagedClusterUserCredentialsOutput } from "@pulumi/azure-native/containerservice/listManagedClusterUserCredentials.js";
import { ManagedCluster } from "@pulumi/azure-native/containerservice/managedCluster.js";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { type InvokeOptions, interpolate, type Output, output } from "@pulumi/pulumi";
import { parse } from "yaml";
import type { AzureKey } from "../../core/encryption.ts";
import { physicalName } from "../../core/name.ts";
import type { AzureNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { AzureSite } from "../../core/site.ts";
import type { ClusterSpec } from "../args.ts";
import type { ClusterChart } from "../charts.ts";
import type { ClusterChildren } from "../native.ts";
import { clusterIdentity } from "./identity.ts";
import { maintenance } from "./maintenance.ts";
import { people } from "./people.ts";

// AKS's own application, to which people prove who they are
const AKS_SERVER_ID = "6dae42f8-4368-4678-94ff-3960e28e3630";
const LOGS = { cheap: ["kube-audit-admin"], standard: ["kube-audit-admin", "guard"], high: ["kube-audit", "guard"] };

export function azureCluster(scope: Scope<"azure", ClusterChildren["azure"]>, spec: ClusterSpec) {
  const { name, site, opts, protection } = scope;
  const { tags, tier, native } = spec;
  const network = spec.network as AzureNetwork;
  const key = spec.key as AzureKey;
  const physical = physicalName(site, name, { max: 63 });
  const place = { resourceGroupName: site.resourceGroupName, location: site.location };
  const { identity, given } = clusterIdentity(scope, spec);
  const cluster = new ManagedCluster(
    ...scope.child(
      "cluster",
      {
        ...place,
        resourceName: physical,
        nodeResourceGroup: `${physical}-nodes`,
        nodeResourceGroupProfile: { restrictionLevel: "ReadOnly" },
        dnsPrefix: physical,
        kubernetesVersion: spec.version,
        sku: { name: "Base", tier: tier === "cheap" ? "Free" : "Standard" },
        supportPlan: "KubernetesOfficial",
        identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
        enableRBAC: true,
        disableLocalAccounts: true,
        aadProfile: { managed: true, enableAzureRBAC: true },
        ...endpoint(spec, network),
        oidcIssuerProfile: { enabled: true },
        securityProfile: {
          workloadIdentity: { enabled: true },
          azureKeyVaultKms: {
            enabled: true,
            keyId: key.keyUriWithVersion,
            keyVaultNetworkAccess: "Private",
            keyVaultResourceId: key.vaultId,
          },
          imageCleaner: { enabled: true, intervalHours: 168 },
          defender: {
            logAnalyticsWorkspaceResourceId: site.logWorkspaceId,
            securityMonitoring: { enabled: tier !== "cheap" },
          },
        },
        networkProfile: {
          networkPlugin: "azure",
          networkPluginMode: "overlay",
          networkDataplane: "cilium",
          networkPolicy: "cilium",
          outboundType: "userAssignedNATGateway",
          loadBalancerSku: "standard",
          podCidr: network.allocation.pods,
          serviceCidr: network.allocation.services,
          dnsServiceIP: dnsAddress(network.allocation.services),
          advancedNetworking: {
            enabled: tier !== "cheap",
            security: { enabled: tier !== "cheap", advancedNetworkPolicies: tier === "cheap" ? "None" : "FQDN" },
            observability: { enabled: tier !== "cheap" },
          },
        },
        agentPoolProfiles: [systemNodes(spec, network, site)],
        nodeProvisioningProfile: { mode: "Auto", defaultNodePools: "None" },
        autoUpgradeProfile: { upgradeChannel: "patch", nodeOSUpgradeChannel: "NodeImage" },
        metricsProfile: { costAnalysis: { enabled: tier !== "cheap" } },
        workloadAutoScalerProfile: { verticalPodAutoscaler: { enabled: true }, keda: { enabled: false } },
        storageProfile: { diskCSIDriver: { enabled: true }, snapshotController: { enabled: true } },
        tags,
      },
      {
        lasting: true,
        invariants: ["disableLocalAccounts", "aadProfile", "securityProfile.azureKeyVaultKms", "oidcIssuerProfile"],
        // the key and the right to it must outlive the cluster
        dependsOn: [...given],
      },
    ),
  );
  const audit = new DiagnosticSetting(
    ...scope.child("audit", {
      resourceUri: cluster.id,
      workspaceId: site.logWorkspaceId,
      logs: LOGS[tier].map((category) => ({ category, enabled: true })),
    }),
  );
  const windows = maintenance(scope, cluster.name, spec);
  const members = people(scope, cluster.id, spec);
  const lock =
    protection &&
    new ManagementLockByScope(
      `${name}-lock`,
      { scope: cluster.id, lockName: "declared", level: "CanNotDelete", notes: "a cluster is not deleted by mistake" },
      opts,
    );
  const host = "runnerNetwork" in spec.access ? cluster.privateFQDN : cluster.fqdn;
  return {
    outputs: {
      id: cluster.id,
      physicalName: cluster.name,
      server: interpolate`https://${host}:443`,
      certificateAuthority: authority(cluster, site, native.azure?.certificateAuthority, opts),
      issuer: cluster.oidcIssuerProfile.apply((profile) => profile?.issuerURL ?? ""),
      login: {
        command: "kubelogin",
        args: ["get-token", "--login", "azurecli", "--server-id", AKS_SERVER_ID],
      },
    },
    ready: [cluster, ...members],
    charts: [] as readonly ClusterChart[],
    pools: { cloud: "azure" as const },
    nodes: { cluster, identity, audit, maintenance: windows, members, ...(lock && { lock }) },
  };
}

/** The tenth address of the services, as every cluster of ours has it. */
function dnsAddress(services: string): string {
  return services.replace(/\.\d+\/\d+$/, ".10");
}

function endpoint({ access }: ClusterSpec, network: AzureNetwork) {
  const inside = { enableVnetIntegration: true, subnetId: network.controlPlaneSubnetId, disableRunCommand: true };
  return {
    apiServerAccessProfile:
      "allowList" in access
        ? { ...inside, enablePrivateCluster: false, authorizedIPRanges: [...access.allowList.cidrs] }
        : { ...inside, enablePrivateCluster: true, enablePrivateClusterPublicFQDN: false, privateDNSZone: "system" },
  };
}

/** Machines that are always there, for what must run before any other machine can come. */
function systemNodes(spec: ClusterSpec, network: AzureNetwork, site: AzureSite) {
  return {
    name: "system",
    mode: "System",
    count: spec.systemNodesPerZone * network.zones.length,
    vmSize: "Standard_D2pds_v6",
    osType: "Linux",
    osSKU: "AzureLinux",
    osDiskType: "Ephemeral",
    osDiskSizeGB: 64,
    type: "VirtualMachineScaleSets",
    enableAutoScaling: false,
    enableEncryptionAtHost: true,
    enableNodePublicIP: false,
    securityProfile: { enableSecureBoot: false, enableVTPM: false },
    availabilityZones: [...network.zones],
    vnetSubnetID: network.nodeSubnetId,
    orchestratorVersion: spec.version,
    nodeLabels: { "archipel.dev/pool": "system" },
    upgradeSettings: { maxSurge: "1" },
    tags: site.tags,
  };
}

interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: { readonly "certificate-authority-data": string } }[];
}

// no output has it; once it is known it belongs into configuration, so that nothing needs the cluster to be alive
function authority(
  { name: resourceName }: ManagedCluster,
  { resourceGroupName }: AzureSite,
  known: string | undefined,
  opts: InvokeOptions,
): Output<string> {
  if (known !== undefined) return output(known);
  const found = listManagedClusterUserCredentialsOutput({ resourceGroupName, resourceName, format: "exec" }, opts);
  return found.kubeconfigs.apply((configs) => {
    const text = Buffer.from(configs[0]?.value ?? "", "base64").toString();
    return (parse(text) as Kubeconfig | null)?.clusters[0]?.cluster["certificate-authority-data"] ?? "";
  });
}
