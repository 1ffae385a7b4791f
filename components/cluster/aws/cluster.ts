import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Cluster } from "@pulumi/aws/eks/cluster.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { jsonStringify } from "@pulumi/pulumi";
import type { AwsKey } from "../../core/encryption.ts";
import { allow } from "../../core/grant.ts";
import { physicalName } from "../../core/name.ts";
import type { AwsNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { ClusterSpec } from "../args.ts";
import type { ClusterChildren } from "../native.ts";
import { addons } from "./addons.ts";
import { balancerPolicy } from "./balancer-policy.ts";
import { awsCharts } from "./charts.ts";
import { controllerIdentity } from "./identity.ts";
import { karpenter } from "./karpenter.ts";
import { systemNodes } from "./nodes.ts";
import { people } from "./people.ts";
import { roleFor } from "./roles.ts";

const LOGS = {
  cheap: ["api", "audit", "authenticator"],
  standard: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
  high: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
} as const;

export function awsCluster(scope: Scope<"aws", ClusterChildren["aws"]>, spec: ClusterSpec) {
  const { name, site, opts, protection } = scope;
  const { tags, tier } = spec;
  const network = spec.network as AwsNetwork;
  const { arn: keyArn } = spec.key as AwsKey;
  const physical = physicalName(site, name, { max: 100 });
  const { role, attached } = roleFor(scope, "role", { service: "eks", policies: ["AmazonEKSClusterPolicy"], tags });
  const keyUse = new RolePolicy(
    `${name}-key-use`,
    { role: role.name, policy: jsonStringify(allow(["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey"], keyArn)) },
    opts,
  );
  // made before the cluster would make it itself, without an end and without tags
  const logs = new LogGroup(
    ...scope.child("logs", {
      name: `/aws/eks/${physical}/cluster`,
      retentionInDays: site.logRetentionDays,
      kmsKeyId: keyArn,
      tags,
    }),
  );
  const cluster = new Cluster(
    ...scope.child(
      "cluster",
      {
        name: physical,
        roleArn: role.arn,
        version: spec.version,
        accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
        vpcConfig: { subnetIds: [...network.controlPlaneSubnetIds], ...endpoint(spec) },
        kubernetesNetworkConfig: { ipFamily: "ipv4", serviceIpv4Cidr: network.allocation.services },
        encryptionConfig: { provider: { keyArn }, resources: ["secrets"] },
        enabledClusterLogTypes: [...LOGS[tier]],
        upgradePolicy: { supportType: "STANDARD" },
        // the add-ons are declared, so that their versions are ours
        bootstrapSelfManagedAddons: false,
        deletionProtection: protection,
        zonalShiftConfig: { enabled: network.zones.length > 1 },
        tags,
      },
      {
        lasting: true,
        invariants: ["accessConfig", "encryptionConfig", "vpcConfig.endpointPrivateAccess", "enabledClusterLogTypes"],
        dependsOn: [logs, keyUse, ...attached],
      },
    ),
  );
  const clusterGroup = cluster.vpcConfig.clusterSecurityGroupId;
  const { runnerNetwork: runners = [], callers = [] } = "runnerNetwork" in spec.access ? spec.access : {};
  const admitted = [
    ...runners.map((cidr, index) => ({ rule: `runner-${index}`, cidr, who: "who deploys" })),
    // by their ranges, so that a cluster more or less renames no other's
    ...callers.map((cidr) => ({
      rule: `caller-${cidr.replaceAll(/[./]/g, "-")}`,
      cidr,
      who: "control planes of other clusters",
    })),
  ];
  const reach = admitted.map(
    ({ rule, cidr: cidrIpv4, who: description }) =>
      new SecurityGroupIngressRule(
        `${name}-${rule}`,
        { securityGroupId: clusterGroup, cidrIpv4, ipProtocol: "tcp", fromPort: 443, toPort: 443, description, tags },
        opts,
      ),
  );
  const entries = people(scope, cluster, spec);
  const nodes = systemNodes(scope, cluster, spec, network);
  const system = addons(scope, cluster, spec, nodes.group);
  const scaling = karpenter(scope, cluster, nodes.role, tags);
  const balancing = controllerIdentity(scope, cluster, {
    name: "aws-load-balancer-controller",
    policy: balancerPolicy(site, cluster),
    tags,
  });
  const ready = [nodes.group, ...system, ...entries, ...reach, ...scaling.ready, ...balancing];
  return {
    outputs: {
      id: cluster.arn,
      physicalName: cluster.name,
      server: cluster.endpoint,
      certificateAuthority: cluster.certificateAuthority.apply(({ data }) => data),
      issuer: cluster.identities.apply((identities) => identities[0]?.oidcs[0]?.issuer ?? ""),
      login: {
        command: "aws",
        args: ["eks", "get-token", "--region", site.region, "--output", "json", "--cluster-name", cluster.name],
      },
    },
    ready,
    charts: awsCharts(site, cluster, scaling.interruptions, network),
    pools: {
      cloud: "aws" as const,
      clusterName: cluster.name,
      nodeRoleName: nodes.role.name,
      securityGroupId: clusterGroup,
    },
    nodes: {
      cluster,
      logs,
      role,
      nodeRole: nodes.role,
      system: nodes.group,
      entries,
      addons: system,
      interruptions: scaling.interruptions,
    },
  };
}

function endpoint({ access }: ClusterSpec) {
  const closed = { endpointPrivateAccess: true, endpointPublicAccess: false };
  return "allowList" in access
    ? { ...closed, endpointPublicAccess: true, publicAccessCidrs: [...access.allowList.cidrs] }
    : closed;
}
