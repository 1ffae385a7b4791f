import type { InstanceArgs } from "@pulumi/aws/ec2/instance.js";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { SubnetArgs } from "@pulumi/aws/ec2/subnet.js";
import type { ServiceArgs } from "@pulumi/aws/ecs/service.js";
import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { NetworkInterfaceArgs } from "@pulumi/azure-native/network/networkInterface.js";
import type { InstanceArgs as MachineArgs } from "@pulumi/gcp/compute/instance.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import { mustBe } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { faultIf, isSet } from "../../core/truth.ts";
import { decide, forAll, notApplicable, type Verdict } from "../../core/verdict.ts";

const VIRTUAL = [
  "aws:ec2/instance:Instance",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
];
const MACHINES = ["gcp:compute/instance:Instance", "gcp:compute/instanceTemplate:InstanceTemplate"];
const CLUSTER = "gcp:container/cluster:Cluster";
const POOL = "gcp:container/nodePool:NodePool";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const CARD = "azure-native:network:NetworkInterface";

/** Node pools that follow their cluster are judged there. */
function pool(pool: Resource<NodePoolArgs>): Verdict {
  const nodes = pool.flag("networkConfig.enablePrivateNodes");
  return nodes.state === "absent" ? notApplicable("does as its cluster does") : mustBe(nodes, true, false);
}

const cards = (machine: Resource<MachineArgs>) =>
  forAll(machine.list("networkInterfaces"), (card) =>
    decide(card.list("accessConfigs"), {
      known: (configs) => (configs.length > 0 ? "give the machine a public address" : undefined),
    }),
  );

export const noPublicComputeIp: Rule = {
  id: "no-public-compute-ip",
  packs: ["zero-trust"],
  title: "Machines have no public addresses",
  severity: "high",
  scope: "resource",
  since: "0.2.0",
  why: "A machine with a public address is one firewall rule away from the internet, and sends out past every control.",
  equivalents: [
    "CKV_AWS_88",
    "CKV_AWS_130",
    "CKV_GCP_40",
    "CKV_GCP_64",
    "CKV_AZURE_119",
    "CKV_AZURE_143",
    "AWS-0009",
    "AWS-0164",
    "GCP-0031",
    "GCP-0059",
  ],
  fixText: ({ type, path }) => {
    if (MACHINES.includes(type)) return "Leave `accessConfigs` out; Cloud NAT gives a way out, IAP a way in.";
    if (type === CARD) return "Leave `publicIPAddress` out; a NAT gateway gives a way out, Bastion a way in.";
    if (type === CLUSTER) return "Set `privateClusterConfig.enablePrivateNodes: true`.";
    return `Set \`${path}: ${type === POOL}\`.`;
  },
  inPlace: ["aws:ec2/subnet:Subnet", "aws:ecs/service:Service"],
  checks: {
    ...each(VIRTUAL, (machine: Resource<InstanceArgs>) =>
      mustBe(machine.flag("associatePublicIpAddress"), false, false),
    ),
    "aws:ecs/service:Service": (service: Resource<ServiceArgs>) =>
      mustBe(service.flag("networkConfiguration.assignPublicIp"), false, false),
    // the subnet only decides where a machine does not
    "aws:ec2/subnet:Subnet": (subnet: Resource<SubnetArgs>) =>
      mustBe(subnet.flag("mapPublicIpOnLaunch"), false, false, "medium"),
    [TEMPLATE]: (template: Resource<LaunchTemplateArgs>) =>
      forAll(template.list("networkInterfaces"), (card) => mustBe(card.flag("associatePublicIpAddress"), false, false)),
    ...each(MACHINES, cards),
    [CLUSTER]: (cluster: Resource<ClusterArgs>) =>
      mustBe(cluster.flag("privateClusterConfig.enablePrivateNodes"), true, false),
    [POOL]: pool,
    [CARD]: (card: Resource<NetworkInterfaceArgs>) =>
      forAll(card.list("ipConfigurations"), (address) =>
        faultIf(isSet(address.read("publicIPAddress")), `${address.path}.publicIPAddress`, "is set"),
      ),
    "azure-native:containerservice:AgentPool": (pool: Resource<AgentPoolArgs>) =>
      mustBe(pool.flag("enableNodePublicIP"), false, false),
    "azure-native:containerservice:ManagedCluster": (cluster: Resource<ManagedClusterArgs>) =>
      forAll(cluster.list("agentPoolProfiles"), (pool) => mustBe(pool.flag("enableNodePublicIP"), false, false)),
  },
};
