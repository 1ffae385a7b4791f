const { Topic } = require("@pulumi/aws/sns");
const { Subnet, Vpc } = require("@pulumi/aws/ec2");
const gcp = require("@pulumi/gcp");
const azure = require("@pulumi/azure-native");
const k8s = require("@pulumi/kubernetes");
const pulumi = require("@pulumi/pulumi");

const base = new pulumi.StackReference("base", { name: `organization/base/${pulumi.getStack()}` });
const vpc = Vpc.get("base", base.requireOutput("vpcId"));
new Subnet("events", { vpcId: vpc.id, cidrBlock: "172.31.240.0/24" });

const amazon = new Topic("events");
const google = new gcp.pubsub.Topic("events", { labels: { from: amazon.name.apply((name) => name.toLowerCase()) } });
const client = gcp.organizations.getClientConfigOutput();
const group = new azure.resources.ResourceGroup("events", { tags: { from: google.name, word: base.getOutput("nested").apply(({ word }) => word) } });
const bus = new azure.servicebus.Namespace("events", { resourceGroupName: group.name, sku: { name: "Standard" } });
new azure.servicebus.Queue("events", { resourceGroupName: group.name, namespaceName: bus.name });
const settings = new k8s.core.v1.ConfigMap("events", { data: { topics: pulumi.all([amazon.arn, google.id, bus.id]).apply((ids) => ids.join("\n")) } });

module.exports = {
  project: client.project,
  zones: base.getOutput("zones"),
  absent: base.getOutput("no-such").apply((value) => value === undefined),
  config: settings.metadata.name,
  bus: bus.id,
};
