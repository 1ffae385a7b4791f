import { isObject, type Properties } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { arn, regionOf } from "./arn.ts";
import { templated as launchTemplateOf } from "./compute.ts";
import { closedEks } from "./eks-reach.ts";
import { inTwoZones } from "./zones.ts";

/** The version EKS gives where none is asked for. */
const VERSION = "1.34";
const source = "Amazon EKS API Reference";
const member = (inputs: Properties, key: string): Properties => (isObject(inputs[key]) ? inputs[key] : {});
const versionOf = ({ world, inputs }: Context): string => {
  const cluster = world.find("aws", "aws:eks/cluster:Cluster", text(inputs, "clusterName") ?? "");
  return (cluster && text(cluster.outputs, "version")) ?? VERSION;
};
const inCluster = [
  {
    property: "clusterName",
    to: "aws:eks/cluster:Cluster",
    words: (value: string) => `ResourceNotFoundException: No cluster found for name: ${value}.`,
  },
];
const part = (inputs: Properties, key: string): string => text(inputs, key) ?? "";

const cluster: TwinType = {
  token: "aws:eks/cluster:Cluster",
  defaults: { bootstrapSelfManagedAddons: true },
  needs: [
    {
      property: "vpcConfig.subnetIds",
      to: "aws:ec2/subnet:Subnet",
      words: (value) => `InvalidParameterException: The subnet ID '${value}' does not exist`,
    },
  ],
  refuses: (context) => [
    [
      "vpcConfig.subnetIds",
      !inTwoZones(context, member(context.inputs, "vpcConfig")["subnetIds"]),
      "InvalidParameterException: Subnets specified must be in at least two different AZs",
    ],
  ],
  id: ({ inputs }) => part(inputs, "name"),
  taken: (_context, id) => `ResourceInUseException: Cluster already exists with name: ${id}`,
  serves: ({ endpoint }) => [endpoint],
  closed: closedEks,
  computed: (context, id) => {
    const { inputs, dice } = context;
    const unique = dice.hex("cluster", 32).toUpperCase();
    const region = regionOf(context);
    const ca = Buffer.from(
      `-----BEGIN CERTIFICATE-----\nsimulated ${dice.hex("ca", 64)}\n-----END CERTIFICATE-----\n`,
    ).toString("base64");
    const network = member(inputs, "kubernetesNetworkConfig");
    return {
      accessConfig: {
        authenticationMode: "CONFIG_MAP",
        bootstrapClusterCreatorAdminPermissions: true,
        ...member(inputs, "accessConfig"),
      },
      arn: arn(context, "eks", `cluster/${id}`),
      certificateAuthority: { data: ca },
      certificateAuthorities: [{ data: ca }],
      endpoint: `https://${unique}.gr7.${region}.eks.amazonaws.com`,
      identities: [{ oidcs: [{ issuer: `https://oidc.eks.${region}.amazonaws.com/id/${unique}` }] }],
      kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: "172.20.0.0/16", serviceIpv6Cidr: "", ...network },
      platformVersion: "eks.9",
      status: "ACTIVE",
      version: text(inputs, "version") ?? VERSION,
      vpcConfig: {
        clusterSecurityGroupId: `sg-0${dice.hex("group", 16)}`,
        endpointPrivateAccess: false,
        endpointPublicAccess: true,
        publicAccessCidrs: ["0.0.0.0/0"],
        securityGroupIds: [],
        vpcId: vpcOf(context),
        ...member(inputs, "vpcConfig"),
      },
    };
  },
  forceNew: [
    "name",
    "roleArn",
    "bootstrapSelfManagedAddons",
    "encryptionConfig.resources",
    "kubernetesNetworkConfig.ipFamily",
    "kubernetesNetworkConfig.serviceIpv4Cidr",
    "outpostConfig",
    "accessConfig.bootstrapClusterCreatorAdminPermissions",
    "region",
  ],
  otherwise: "update",
  source: `${source}: CreateCluster, UpdateClusterConfig`,
};
function vpcOf({ inputs, world, dice }: Context): string {
  const ids = member(inputs, "vpcConfig")["subnetIds"];
  for (const id of Array.isArray(ids) ? ids : []) {
    const subnet = world.find("aws", "aws:ec2/subnet:Subnet", String(id));
    const vpc = subnet && text(subnet.outputs, "vpcId");
    if (vpc !== undefined) return vpc;
  }
  return `vpc-0${dice.hex("vpc", 16)}`;
}

const groupName = ({ inputs, dice }: Context): string =>
  text(inputs, "nodeGroupName") ?? `${part(inputs, "nodeGroupNamePrefix")}${dice.digits("group name", 26)}`;

const nodeGroup: TwinType = {
  token: "aws:eks/nodeGroup:NodeGroup",
  defaults: {},
  id: (context) => `${part(context.inputs, "clusterName")}:${groupName(context)}`,
  needs: inCluster,
  computed: (context) => {
    const { inputs, dice } = context;
    const uuid = dice.uuid("group");
    const own = groupName(context);
    const templated = isObject(inputs["launchTemplate"]);
    const version = text(inputs, "version") ?? versionOf(context);
    return {
      ...launchTemplateOf(context),
      amiType: text(inputs, "amiType") ?? (templated ? "CUSTOM" : "AL2023_x86_64_STANDARD"),
      arn: arn(context, "eks", `nodegroup/${part(inputs, "clusterName")}/${own}/${uuid}`),
      capacityType: text(inputs, "capacityType") ?? "ON_DEMAND",
      diskSize: inputs["diskSize"] ?? (templated ? 0 : 20),
      nodeGroupName: own,
      instanceTypes: inputs["instanceTypes"] ?? ["t3.medium"],
      releaseVersion: text(inputs, "releaseVersion") ?? `${version}.1-20260101`,
      resources: [{ autoscalingGroups: [{ name: `eks-${own}-${uuid}` }], remoteAccessSecurityGroupId: "" }],
      status: "ACTIVE",
      updateConfig: { maxUnavailable: 1, maxUnavailablePercentage: 0, ...member(inputs, "updateConfig") },
      version,
    };
  },
  forceNew: [
    "clusterName",
    "nodeGroupName",
    "nodeGroupNamePrefix",
    "nodeRoleArn",
    "subnetIds",
    "amiType",
    "capacityType",
    "diskSize",
    "instanceTypes",
    "remoteAccess",
    "launchTemplate.id",
    "launchTemplate.name",
    "region",
  ],
  otherwise: "update",
  source: `${source}: CreateNodegroup, UpdateNodegroupConfig`,
};
const addon: TwinType = {
  token: "aws:eks/addon:Addon",
  id: ({ inputs }) => `${part(inputs, "clusterName")}:${part(inputs, "addonName")}`,
  needs: inCluster,
  computed: (context) => ({
    addonVersion: text(context.inputs, "addonVersion") ?? "v1.20.0-eksbuild.1",
    arn: arn(
      context,
      "eks",
      `addon/${part(context.inputs, "clusterName")}/${part(context.inputs, "addonName")}/${context.dice.uuid("addon")}`,
    ),
    createdAt: context.now,
    modifiedAt: context.now,
  }),
  renewed: ["modifiedAt"],
  forceNew: ["clusterName", "addonName", "region"],
  otherwise: "update",
  source: `${source}: CreateAddon, UpdateAddon`,
};
const fargateProfile: TwinType = {
  token: "aws:eks/fargateProfile:FargateProfile",
  id: ({ inputs }) => `${part(inputs, "clusterName")}:${part(inputs, "fargateProfileName")}`,
  needs: inCluster,
  computed: (context) => ({
    arn: arn(
      context,
      "eks",
      `fargateprofile/${part(context.inputs, "clusterName")}/${part(context.inputs, "fargateProfileName")}/${context.dice.uuid("profile")}`,
    ),
    status: "ACTIVE",
  }),
  inPlace: ["tags"],
  otherwise: "replace",
  source: `${source}: CreateFargateProfile has no update`,
};
function entryOf(context: Context): Properties {
  const principal = part(context.inputs, "principalArn");
  const [kind = "role", ...path] = principal.slice(principal.lastIndexOf(":") + 1).split("/");
  const owner = principal.split(":")[4] ?? context.site.account;
  const place = [part(context.inputs, "clusterName"), kind, owner, path.at(-1) ?? "", context.dice.uuid("entry")];
  const session = kind === "role" ? "/{{SessionName}}" : "";
  return {
    accessEntryArn: arn(context, "eks", `access-entry/${place.join("/")}`),
    userName:
      text(context.inputs, "userName") ??
      (kind === "role"
        ? `${principal.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}${session}`
        : principal),
  };
}
const byPrincipal = (
  kind: string,
  forceNew: readonly string[],
  id: (inputs: Properties) => string,
  more: Partial<TwinType> = {},
): TwinType => ({
  token: `aws:eks/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`,
  id: ({ inputs }) => id(inputs),
  needs: inCluster,
  ...more,
  forceNew: ["clusterName", "principalArn", ...forceNew, "region"],
  otherwise: "update",
  source: `${source}: CreateAccessEntry, AssociateAccessPolicy`,
});

/** Clusters and what they run on. */
export const eks: readonly TwinType[] = [
  cluster,
  nodeGroup,
  addon,
  fargateProfile,
  byPrincipal("AccessEntry", ["type"], (inputs) => `${part(inputs, "clusterName")}:${part(inputs, "principalArn")}`, {
    computed: entryOf,
  }),
  byPrincipal(
    "AccessPolicyAssociation",
    ["policyArn", "accessScope"],
    (inputs) => `${part(inputs, "clusterName")}#${part(inputs, "principalArn")}#${part(inputs, "policyArn")}`,
  ),
];
