import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const instances = [
  "aws:ec2/instance:Instance",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
];
const tasks = "aws:ecs/service:Service";
const subnet = "aws:ec2/subnet:Subnet";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const machines = ["gcp:compute/instance:Instance", "gcp:compute/instanceTemplate:InstanceTemplate"];
const gke = "gcp:container/cluster:Cluster";
const pool = "gcp:container/nodePool:NodePool";
const card = "azure-native:network/v20240501:NetworkInterface";
const agents = "azure-native:containerservice:AgentPool";
const aks = "azure-native:containerservice:ManagedCluster";

const of = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));
const cards = (...list: object[]) => ({ networkInterfaces: list });
const addresses = (...list: object[]) => ({ ipConfigurations: list });
const network = { network: "default" };

export const examples: Examples = {
  pass: [
    ...of(instances, { associatePublicIpAddress: false }),
    // the subnet decides, and is judged itself
    ...of(instances, { subnetId: UNKNOWN }),
    { type: tasks, props: { networkConfiguration: { subnets: [UNKNOWN] } } },
    { type: subnet, props: { mapPublicIpOnLaunch: "false" } },
    { type: subnet, props: {} },
    { type: template, props: {} },
    { type: template, props: cards({ associatePublicIpAddress: "false" }) },
    ...of(machines, cards(network)),
    ...of(machines, cards({ ...network, accessConfigs: [] })),
    { type: gke, props: { privateClusterConfig: { enablePrivateNodes: true } } },
    { type: pool, props: { networkConfig: { enablePrivateNodes: true } } },
    { type: card, props: addresses({ name: "a", subnet: { id: UNKNOWN } }) },
    { type: agents, props: {} },
    { type: agents, props: { enableNodePublicIP: false } },
    { type: aks, props: { agentPoolProfiles: [{ name: "system", enableNodePublicIP: false }, { name: "apps" }] } },
  ],
  fail: [
    ...of(instances, { associatePublicIpAddress: true }),
    ...of(instances, { associatePublicIpAddress: "true" }),
    { type: tasks, props: { networkConfiguration: { assignPublicIp: true } } },
    { type: subnet, props: { mapPublicIpOnLaunch: true } },
    { type: template, props: cards({ deviceIndex: 0 }, { associatePublicIpAddress: "true" }) },
    // an empty block asks for an ephemeral address
    ...of(machines, cards({ ...network, accessConfigs: [{}] })),
    ...of(machines, cards(network, { ...network, accessConfigs: [{ natIp: UNKNOWN }] })),
    { type: gke, props: {} },
    { type: gke, props: { privateClusterConfig: { enablePrivateNodes: false, enablePrivateEndpoint: true } } },
    { type: pool, props: { networkConfig: { enablePrivateNodes: "false" } } },
    { type: card, props: addresses({ name: "a" }, { name: "b", publicIPAddress: { id: "/publicIPAddresses/b" } }) },
    { type: agents, props: { enableNodePublicIP: true } },
    { type: aks, props: { agentPoolProfiles: [{ name: "system" }, { name: "apps", enableNodePublicIP: true }] } },
  ],
  undetermined: [
    ...of(instances, { associatePublicIpAddress: UNKNOWN }),
    { type: tasks, props: { networkConfiguration: { assignPublicIp: UNKNOWN } } },
    { type: subnet, props: { mapPublicIpOnLaunch: UNKNOWN } },
    { type: template, props: { networkInterfaces: UNKNOWN } },
    ...of(machines, cards({ ...network, accessConfigs: UNKNOWN })),
    { type: gke, props: { privateClusterConfig: UNKNOWN } },
    { type: pool, props: { networkConfig: { enablePrivateNodes: UNKNOWN } } },
    { type: card, props: { ipConfigurations: UNKNOWN } },
    { type: agents, props: { enableNodePublicIP: UNKNOWN } },
    { type: aks, props: { agentPoolProfiles: [{ enableNodePublicIP: UNKNOWN }] } },
  ],
  notApplicable: [{ type: pool, props: { networkConfig: { podRange: "pods" } } }],
};
