import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate.js";
import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import { NodeGroup } from "@pulumi/aws/eks/nodeGroup.js";
import { physicalName } from "../../core/name.ts";
import type { AwsNetwork } from "../../core/network.ts";
import type { Scope } from "../../core/scope.ts";
import type { ClusterSpec } from "../args.ts";
import type { ClusterChildren } from "../native.ts";
import { roleFor } from "./roles.ts";

/** Machines that are always there, for what must run before any other machine can come. */
export function systemNodes(
  scope: Scope<"aws", ClusterChildren["aws"]>,
  cluster: Cluster,
  spec: ClusterSpec,
  network: AwsNetwork,
) {
  const { name, site } = scope;
  const { tags, version } = spec;
  const count = spec.systemNodesPerZone * network.zones.length;
  const { role, attached } = roleFor(scope, "nodeRole", {
    service: "ec2",
    policies: ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"],
    tags,
  });
  const disk = { encrypted: "true", volumeType: "gp3", deleteOnTermination: "true" };
  const template = new LaunchTemplate(
    ...scope.child(
      "systemTemplate",
      {
        name: physicalName(site, `${name}-system`, { max: 128 }),
        updateDefaultVersion: true,
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        // Bottlerocket: the system, then what containers write
        blockDeviceMappings: [
          { deviceName: "/dev/xvda", ebs: { ...disk, volumeSize: 4 } },
          { deviceName: "/dev/xvdb", ebs: { ...disk, volumeSize: 50 } },
        ],
        tagSpecifications: ["instance", "volume"].map((resourceType) => ({
          resourceType,
          tags: { ...tags, Name: physicalName(site, `${name}-system`, { max: 128 }) },
        })),
        tags,
      },
      { invariants: ["metadataOptions"] },
    ),
  );
  const group = new NodeGroup(
    ...scope.child(
      "system",
      {
        clusterName: cluster.name,
        // other machines stand before these are drained
        nodeGroupNamePrefix: "system-",
        nodeRoleArn: role.arn,
        subnetIds: [...network.nodeSubnetIds],
        version,
        amiType: "BOTTLEROCKET_ARM_64",
        capacityType: site.environment === "prod" ? "ON_DEMAND" : "SPOT",
        instanceTypes: site.environment === "prod" ? ["m7g.large"] : ["m7g.large", "m6g.large", "t4g.large"],
        launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
        scalingConfig: { minSize: count, desiredSize: count, maxSize: count + 1 },
        updateConfig: { maxUnavailable: 1 },
        nodeRepairConfig: { enabled: true },
        labels: { "archipel.dev/pool": "system" },
        tags,
      },
      // nobody scales this group but us: what is found is what was said
      { dependsOn: [...attached] },
    ),
  );
  return { role, group, template };
}
