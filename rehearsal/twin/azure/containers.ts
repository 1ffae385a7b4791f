import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { groupId } from "./arm.ts";

const member = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const nameOf = ({ inputs }: Context): string => text(inputs, "resourceName") ?? "";
const NETWORK = [
  "serviceCidr",
  "serviceCidrs",
  "dnsServiceIP",
  "networkMode",
  "networkPlugin",
  "networkPluginMode",
  "podCidr",
  "networkDataplane",
  "networkPolicy",
  "outboundType",
];
/** The version AKS gives where none is asked for. */
const VERSION = "1.34";

/** Clusters, their pools and their registries. */
export const containers: readonly TwinType[] = [
  {
    token: "azure-native:containerservice:ManagedCluster",
    serves: ({ fqdn, privateFQDN }) => [fqdn, privateFQDN],
    computed: (context) => {
      const { inputs, dice, site } = context;
      const region = text(inputs, "location") ?? site.region;
      const host = `${text(inputs, "dnsPrefix") ?? nameOf(context)}-${dice.hex("host", 8)}.hcp.${region}.azmk8s.io`;
      const nodes =
        text(inputs, "nodeResourceGroup") ??
        `MC_${text(inputs, "resourceGroupName") ?? ""}_${nameOf(context)}_${region}`;
      const version = text(inputs, "kubernetesVersion") ?? VERSION;
      const issuer = member(inputs, "oidcIssuerProfile");
      return {
        azurePortalFQDN: host.replace(".hcp.", ".portal.hcp."),
        currentKubernetesVersion: `${version}.1`,
        enableRBAC: inputs["enableRBAC"] ?? true,
        fqdn: host,
        identityProfile: {
          kubeletidentity: {
            clientId: dice.uuid("kubelet client"),
            objectId: dice.uuid("kubelet object"),
            resourceId: `${groupId({ ...context, inputs: { resourceGroupName: nodes } })}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${nameOf(context)}-agentpool`,
          },
        },
        kubernetesVersion: version,
        maxAgentPools: 100,
        nodeResourceGroup: nodes,
        ...(issuer["enabled"] === true && {
          oidcIssuerProfile: {
            enabled: true,
            issuerURL: `https://${region}.oic.prod-aks.azure.com/${site.places.azure.tenantId}/${dice.uuid("issuer")}/`,
          },
        }),
        powerState: { code: "Running" },
        networkProfile: {
          dnsServiceIP: "10.0.0.10",
          ipFamilies: ["IPv4"],
          loadBalancerSku: "standard",
          networkPlugin: "kubenet",
          outboundType: "loadBalancer",
          podCidr: "10.244.0.0/16",
          serviceCidr: "10.0.0.0/16",
          ...member(inputs, "networkProfile"),
        },
      };
    },
    kept: ["fqdn", "nodeResourceGroup", "identityProfile", "oidcIssuerProfile"],
    forceNew: [
      "resourceName",
      "resourceGroupName",
      "location",
      "diskEncryptionSetID",
      "dnsPrefix",
      "fqdnSubdomain",
      "linuxProfile",
      "nodeResourceGroup",
      "windowsProfile",
      ...NETWORK.map((key) => `networkProfile.${key}`),
    ],
    otherwise: "update",
    source: "Azure Kubernetes Service REST API: Managed Clusters",
  },
  {
    token: "azure-native:containerservice:AgentPool",
    needs: [
      {
        property: "resourceName",
        to: "azure-native:containerservice:ManagedCluster",
        words: (value) => `Code="ParentResourceNotFound" Message="Parent resource '${value}' not found."`,
      },
    ],
    refuses: ({ inputs }) => {
      const windows = text(inputs, "osType") === "Windows";
      const name = text(inputs, "agentPoolName") ?? "";
      const broken = !/^[a-z][a-z0-9]*$/.test(name) || name.length > (windows ? 6 : 12);
      return [
        [
          "agentPoolName",
          broken,
          `Code="InvalidParameter" Message="The value of parameter agentPool.name is invalid. Please see https://aka.ms/aks-naming-rules for more details."`,
        ],
      ];
    },
    computed: ({ inputs }) => ({
      currentOrchestratorVersion: text(inputs, "orchestratorVersion") ?? VERSION,
      powerState: { code: "Running" },
    }),
    forceNew: [
      "agentPoolName",
      "resourceName",
      "resourceGroupName",
      "gpuInstanceProfile",
      "vmSize",
      "networkProfile.nodePublicIPTags",
    ],
    otherwise: "update",
    source: "Azure Kubernetes Service REST API: Agent Pools",
  },
  {
    token: "azure-native:containerregistry:Registry",
    claims: ({ inputs }) => [`azure registry ${(text(inputs, "registryName") ?? "").toLowerCase()}`],
    taken: ({ inputs }) =>
      `Code="AlreadyInUse" Message="The registry DNS name ${text(inputs, "registryName") ?? ""}.azurecr.io is already in use."`,
    computed: (context) => ({
      adminUserEnabled: context.inputs["adminUserEnabled"] ?? false,
      creationDate: context.now,
      loginServer: `${(text(context.inputs, "registryName") ?? "").toLowerCase()}.azurecr.io`,
    }),
    refuses: ({ inputs }) => [
      [
        "registryName",
        !/^[a-zA-Z0-9]{5,50}$/.test(text(inputs, "registryName") ?? ""),
        `Code="InvalidRegistryName" Message="The registry name must be 5 to 50 alphanumeric characters."`,
      ],
    ],
    forceNew: ["registryName", "resourceGroupName", "location"],
    otherwise: "update",
    source: "Azure Container Registry REST API: Registries",
  },
];
