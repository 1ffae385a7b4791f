import { isList, isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { last, projectOf, regionOf } from "./site.ts";

const member = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const locationOf = ({ inputs, site }: Context): string => text(inputs, "location") ?? site.region;
/** The version GKE gives where none is asked for. */
const VERSION = "1.34.1-gke.1000000";
const byte = (context: Context, label: string): number => Number.parseInt(context.dice.hex(label, 2), 16);

/** What GKE answers where a program says nothing, object by object. */
function settings({ inputs, dice }: Context): Properties {
  const named = `gke-${text(inputs, "name") ?? ""}`;
  const unique = dice.hex("ranges", 8);
  const answers: { readonly [key: string]: Properties } = {
    addonsConfig: {
      gcePersistentDiskCsiDriverConfig: { enabled: true },
      networkPolicyConfig: { disabled: true },
    },
    binaryAuthorization: { enabled: false, evaluationMode: "" },
    clusterAutoscaling: { autoscalingProfile: "BALANCED", enabled: false, resourceLimits: [] },
    clusterTelemetry: { type: "ENABLED" },
    databaseEncryption: { keyName: "", state: "DECRYPTED" },
    defaultSnatStatus: { disabled: false },
    ipAllocationPolicy: {
      clusterIpv4CidrBlock: "10.4.0.0/14",
      clusterSecondaryRangeName: `${named}-pods-${unique}`,
      podCidrOverprovisionConfig: { disabled: false },
      servicesIpv4CidrBlock: "10.8.0.0/20",
      servicesSecondaryRangeName: `${named}-services-${unique}`,
      stackType: "IPV4",
    },
    loggingConfig: { enableComponents: ["SYSTEM_COMPONENTS", "WORKLOADS"] },
    monitoringConfig: { enableComponents: ["SYSTEM_COMPONENTS"], managedPrometheus: { enabled: true } },
    networkPolicy: { enabled: false, provider: "PROVIDER_UNSPECIFIED" },
    nodePoolDefaults: { nodeConfigDefaults: { loggingVariant: "DEFAULT" } },
    notificationConfig: { pubsub: { enabled: false, topic: "" } },
    privateClusterConfig: { enablePrivateEndpoint: false, enablePrivateNodes: false },
    protectConfig: {
      workloadConfig: { auditMode: "BASIC" },
      workloadVulnerabilityMode: "WORKLOAD_VULNERABILITY_MODE_UNSPECIFIED",
    },
    releaseChannel: { channel: "REGULAR" },
    securityPostureConfig: { mode: "BASIC", vulnerabilityMode: "VULNERABILITY_MODE_UNSPECIFIED" },
    serviceExternalIpsConfig: { enabled: false },
  };
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [key, { ...answer, ...member(inputs, key) }]),
  );
}
const cluster: TwinType = {
  token: "gcp:container/cluster:Cluster",
  defaults: { deletionProtection: true, enableKubernetesAlpha: false, enableShieldedNodes: true },
  id: (context) =>
    `projects/${projectOf(context)}/locations/${locationOf(context)}/clusters/${text(context.inputs, "name") ?? ""}`,
  serves: (outputs) => [
    outputs["endpoint"],
    member(outputs, "privateClusterConfig")["privateEndpoint"],
    member(member(outputs, "controlPlaneEndpointsConfig"), "dnsEndpointConfig")["endpoint"],
  ],
  // GKE documentation, "Authorized networks": none but the cluster's own subnetwork where the list is empty
  closed: (outputs) => {
    const authorized = outputs["masterAuthorizedNetworksConfig"];
    const { cidrBlocks } = member(outputs, "masterAuthorizedNetworksConfig");
    const isPrivate = member(outputs, "privateClusterConfig")["enablePrivateEndpoint"] === true;
    const nobody = isObject(authorized) && !(isList(cidrBlocks) && cidrBlocks.length > 0);
    return isPrivate && nobody
      ? "the API server answers in its network only, and masterAuthorizedNetworksConfig lists nobody"
      : undefined;
  },
  computed: (context, id) => {
    const { inputs, dice } = context;
    const version = text(inputs, "minMasterVersion") ?? VERSION;
    return {
      clusterIpv4Cidr: text(inputs, "clusterIpv4Cidr") ?? "10.4.0.0/14",
      defaultMaxPodsPerNode: inputs["defaultMaxPodsPerNode"] ?? 110,
      endpoint: `203.0.113.${byte(context, "endpoint")}`,
      location: locationOf(context),
      ...settings(context),
      loggingService: text(inputs, "loggingService") ?? "logging.googleapis.com/kubernetes",
      masterAuth: {
        clientCertificate: "",
        clientCertificateConfig: { issueClientCertificate: false },
        clientKey: "",
        clusterCaCertificate: Buffer.from(
          `-----BEGIN CERTIFICATE-----\nsimulated ${dice.hex("ca", 64)}\n-----END CERTIFICATE-----\n`,
        ).toString("base64"),
        ...member(inputs, "masterAuth"),
      },
      masterVersion: version,
      monitoringService: text(inputs, "monitoringService") ?? "monitoring.googleapis.com/kubernetes",
      network: text(inputs, "network") ?? `projects/${projectOf(context)}/global/networks/default`,
      networkingMode: text(inputs, "networkingMode") ?? "VPC_NATIVE",
      nodeLocations: inputs["nodeLocations"] ?? ["b", "c", "d"].map((zone) => `${locationOf(context)}-${zone}`),
      nodeVersion: text(inputs, "nodeVersion") ?? version,
      subnetwork:
        text(inputs, "subnetwork") ?? `projects/${projectOf(context)}/regions/${regionOf(context)}/subnetworks/default`,
      selfLink: `https://container.googleapis.com/v1beta1/${id}`,
      servicesIpv4Cidr: "10.8.0.0/20",
    };
  },
  holds: ({ inputs }) =>
    inputs["deletionProtection"] === true
      ? "Cannot destroy cluster because deletion_protection is set to true. Set it to false to proceed with cluster deletion."
      : undefined,
  forceNew: [
    "name",
    "location",
    "project",
    "network",
    "subnetwork",
    "ipAllocationPolicy",
    "networkingMode",
    "enableAutopilot",
    "datapathProvider",
    "clusterIpv4Cidr",
    "defaultMaxPodsPerNode",
    "confidentialNodes",
    "enableKubernetesAlpha",
    "enableTpu",
    "initialNodeCount",
    "privateClusterConfig.masterIpv4CidrBlock",
    "privateClusterConfig.enablePrivateNodes",
  ],
  otherwise: "update",
  source: "GKE API reference: projects.locations.clusters",
};
const pool: TwinType = {
  token: "gcp:container/nodePool:NodePool",
  id: (context) => {
    const on = text(context.inputs, "cluster") ?? "";
    const base = on.startsWith("projects/")
      ? on
      : `projects/${projectOf(context)}/locations/${locationOf(context)}/clusters/${on}`;
    return `${base}/nodePools/${text(context.inputs, "name") ?? ""}`;
  },
  needs: [
    {
      property: "cluster",
      to: "gcp:container/cluster:Cluster",
      words: (value) => `googleapi: Error 404: Not found: clusters/${last(value)}.`,
    },
  ],
  computed: ({ inputs }) => ({
    initialNodeCount: inputs["initialNodeCount"] ?? inputs["nodeCount"] ?? 1,
    instanceGroupUrls: [],
    managedInstanceGroupUrls: [],
    management: { autoRepair: true, autoUpgrade: true, ...member(inputs, "management") },
    maxPodsPerNode: inputs["maxPodsPerNode"] ?? 110,
    networkConfig: {
      createPodRange: false,
      enablePrivateNodes: false,
      podIpv4CidrBlock: "10.4.0.0/14",
      ...member(inputs, "networkConfig"),
    },
    nodeConfig: {
      diskSizeGb: 100,
      diskType: "pd-balanced",
      imageType: "COS_CONTAINERD",
      loggingVariant: "DEFAULT",
      machineType: "e2-medium",
      metadata: { "disable-legacy-endpoints": "true" },
      serviceAccount: "default",
      shieldedInstanceConfig: { enableIntegrityMonitoring: true, enableSecureBoot: false },
      ...member(inputs, "nodeConfig"),
    },
    upgradeSettings: { maxSurge: 1, maxUnavailable: 0, strategy: "SURGE", ...member(inputs, "upgradeSettings") },
    nodeCount: inputs["nodeCount"] ?? inputs["initialNodeCount"] ?? 1,
    operation: "",
    version: text(inputs, "version") ?? VERSION,
  }),
  forceNew: [
    "name",
    "namePrefix",
    "cluster",
    "location",
    "project",
    "initialNodeCount",
    "maxPodsPerNode",
    "placementPolicy",
    "networkConfig.createPodRange",
    "networkConfig.podRange",
    ...[
      "serviceAccount",
      "oauthScopes",
      "spot",
      "preemptible",
      "localSsdCount",
      "minCpuPlatform",
      "shieldedInstanceConfig",
      "metadata",
      "guestAccelerators",
      "sandboxConfig",
    ].map((key) => `nodeConfig.${key}`),
  ],
  otherwise: "update",
  source: "GKE API reference: projects.locations.clusters.nodePools",
};

/** Clusters and their pools. */
export const container: readonly TwinType[] = [cluster, pool];
