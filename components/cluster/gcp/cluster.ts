import { Cluster } from "@pulumi/gcp/container/cluster.js";
import { CryptoKeyIAMMember } from "@pulumi/gcp/kms/cryptoKeyIAMMember.js";
import { ServiceIdentity } from "@pulumi/gcp/projects/serviceIdentity.js";
import { interpolate, type Output, output } from "@pulumi/pulumi";
import type { GcpKey } from "../../core/encryption.ts";
import { physicalName } from "../../core/name.ts";
import type { GcpNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { ClusterSpec } from "../args.ts";
import type { ClusterChart } from "../charts.ts";
import type { ClusterChildren } from "../native.ts";
import { maintenancePolicy } from "./maintenance.ts";
import { nodeAccount, systemNodes } from "./nodes.ts";
import { people } from "./people.ts";

const LOGS = ["SYSTEM_COMPONENTS", "APISERVER", "SCHEDULER", "CONTROLLER_MANAGER"];

export function gcpCluster(scope: Scope<"gcp", ClusterChildren["gcp"]>, spec: ClusterSpec) {
  const { name, site, opts, protection } = scope;
  const { tags, tier, access } = spec;
  const { project, region } = site;
  const network = spec.network as GcpNetwork;
  const { id: keyName } = spec.key as GcpKey;
  // one zone has a control plane in one zone; it is free of charge once a billing account
  const location = tier === "cheap" ? (network.zones[0] ?? region) : region;
  const agent = new ServiceIdentity(`${name}-agent`, { project, service: "container.googleapis.com" }, opts);
  const keyUse = new CryptoKeyIAMMember(
    `${name}-key-use`,
    { cryptoKeyId: keyName, role: "roles/cloudkms.cryptoKeyEncrypterDecrypter", member: agent.member },
    opts,
  );
  const physical = physicalName(site, name, { max: 40 });
  const account = nodeAccount(scope, spec);
  const cluster = new Cluster(
    ...scope.child(
      "cluster",
      {
        name: physical,
        project,
        location,
        nodeLocations: [...network.zones],
        minMasterVersion: spec.version,
        releaseChannel: { channel: spec.native.gcp?.channel ?? "REGULAR" },
        maintenancePolicy: maintenancePolicy(spec),
        // the pools are declared, so that a change of one is a change of nothing else
        removeDefaultNodePool: true,
        initialNodeCount: 1,
        network: network.networkId,
        subnetwork: network.nodeSubnetworkId,
        networkingMode: "VPC_NATIVE",
        ipAllocationPolicy: {
          clusterSecondaryRangeName: network.podsRangeName,
          servicesSecondaryRangeName: network.servicesRangeName,
          stackType: "IPV4",
        },
        ...endpoint(spec, network),
        databaseEncryption: { state: "ENCRYPTED", keyName },
        workloadIdentityConfig: { workloadPool: `${project}.svc.id.goog` },
        datapathProvider: "ADVANCED_DATAPATH",
        enableL4IlbSubsetting: true,
        enableIntranodeVisibility: true,
        enableShieldedNodes: true,
        enableLegacyAbac: false,
        anonymousAuthenticationConfig: { mode: "LIMITED" },
        rbacBindingConfig: {
          enableInsecureBindingSystemAuthenticated: false,
          enableInsecureBindingSystemUnauthenticated: false,
        },
        masterAuth: { clientCertificateConfig: { issueClientCertificate: false } },
        ...(spec.native.gcp?.securityGroup !== undefined && {
          authenticatorGroupsConfig: { securityGroup: spec.native.gcp.securityGroup },
        }),
        binaryAuthorization: { evaluationMode: "PROJECT_SINGLETON_POLICY_ENFORCE" },
        securityPostureConfig: { mode: "BASIC", vulnerabilityMode: "VULNERABILITY_BASIC" },
        costManagementConfig: { enabled: true },
        verticalPodAutoscaling: { enabled: true },
        dnsConfig: { clusterDns: "CLOUD_DNS", clusterDnsScope: "CLUSTER_SCOPE", clusterDnsDomain: "cluster.local" },
        addonsConfig: {
          gcePersistentDiskCsiDriverConfig: { enabled: true },
          gkeBackupAgentConfig: { enabled: true },
          dnsCacheConfig: { enabled: true },
        },
        loggingConfig: { enableComponents: tier === "cheap" ? LOGS.slice(0, 2) : [...LOGS, "WORKLOADS"] },
        monitoringConfig: {
          enableComponents: ["SYSTEM_COMPONENTS"],
          managedPrometheus: { enabled: false },
          advancedDatapathObservabilityConfig: { enableMetrics: true, enableRelay: false },
        },
        resourceLabels: tags,
        deletionProtection: protection,
      },
      {
        lasting: true,
        invariants: ["databaseEncryption", "workloadIdentityConfig", "privateClusterConfig", "enableLegacyAbac"],
        dependsOn: [keyUse],
      },
    ),
  );
  const members = people(scope, spec);
  const system = systemNodes(scope, cluster, account.email, spec, network);
  const byName = "dnsEndpoint" in access;
  return {
    outputs: {
      id: cluster.id,
      physicalName: cluster.name,
      server: interpolate`https://${host(cluster, spec)}`,
      certificateAuthority: byName ? output("") : cluster.masterAuth.apply((auth) => auth.clusterCaCertificate),
      // the form that GKE's own documentation gives: the cluster has no output for it
      issuer: interpolate`https://container.googleapis.com/v1/projects/${project}/locations/${location}/clusters/${cluster.name}`,
      login: { command: "gke-gcloud-auth-plugin", args: [], provideClusterInfo: true },
    },
    ready: [system, ...members],
    charts: [] as readonly ClusterChart[],
    pools: { cloud: "gcp" as const, clusterId: cluster.id, nodeAccountEmail: account.email },
    nodes: { cluster, nodeAccount: account, system, members },
  };
}

function host(cluster: Cluster, { access }: ClusterSpec): Output<string> {
  if ("runnerNetwork" in access) return cluster.privateClusterConfig.apply((config) => config.privateEndpoint);
  if ("allowList" in access) return cluster.endpoint;
  return cluster.controlPlaneEndpointsConfig.apply((config) => config.dnsEndpointConfig.endpoint);
}

function endpoint({ access }: ClusterSpec, network: GcpNetwork) {
  const nodes = { enablePrivateNodes: true, privateEndpointSubnetwork: network.controlPlaneSubnetworkId };
  const privately = { ...nodes, enablePrivateEndpoint: true, masterGlobalAccessConfig: { enabled: true } };
  const listed = (cidrs: readonly string[]) => ({
    masterAuthorizedNetworksConfig: {
      cidrBlocks: cidrs.map((cidrBlock) => ({ cidrBlock, displayName: "declared" })),
      gcpPublicCidrsAccessEnabled: false,
      privateEndpointEnforcementEnabled: true,
    },
  });
  if ("runnerNetwork" in access) {
    const { runnerNetwork, callers = [] } = access;
    return { privateClusterConfig: privately, ...listed([...runnerNetwork, ...callers]) };
  }
  if ("allowList" in access) {
    return { privateClusterConfig: { ...nodes, enablePrivateEndpoint: false }, ...listed(access.allowList.cidrs) };
  }
  return {
    privateClusterConfig: privately,
    ...listed([]),
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: true },
      ipEndpointsConfig: { enabled: false },
    },
  };
}
