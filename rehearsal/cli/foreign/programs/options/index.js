const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

const adopted = new aws.s3.Bucket("adopted", { bucket: "made-by-hand" }, { import: "made-by-hand" });
const known = aws.iam.Role.get("known", "deploy-role");
const network = aws.ec2.getVpcOutput({ default: true });

const table = new aws.dynamodb.Table("orders", {
  attributes: [{ name: "id", type: "S" }],
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
  deletionProtectionEnabled: true,
}, { protect: true, ignoreChanges: ["readCapacity", "writeCapacity"] });

const group = new aws.ec2.SecurityGroup("db", { vpcId: network.id, description: "database" }, {
  deleteBeforeReplace: true,
  replaceOnChanges: ["description"],
});
const subnets = ["10.1.0.0/24", "10.1.1.0/24"].map((cidrBlock, i) => new aws.ec2.Subnet(`db-${i}`, { vpcId: network.id, cidrBlock }));
const subnetGroup = new aws.rds.SubnetGroup("db", { subnetIds: subnets.map(({ id }) => id) });
const database = new aws.rds.Instance("db", {
  engine: "postgres",
  engineVersion: "17.4",
  instanceClass: "db.t4g.micro",
  allocatedStorage: 20,
  dbSubnetGroupName: subnetGroup.name,
  vpcSecurityGroupIds: [group.id],
  username: "night",
  password: pulumi.secret("hard-to-guess-1"),
  skipFinalSnapshot: false,
  deletionProtection: true,
}, { customTimeouts: { create: "40m", delete: "1h" }, additionalSecretOutputs: ["endpoint"] });

const logs = new aws.cloudwatch.LogGroup("logs", { retentionInDays: 7 }, { retainOnDelete: false, aliases: [{ name: "old-logs" }] });
new aws.cloudwatch.LogStream("night", { logGroupName: logs.name }, { deletedWith: logs, dependsOn: pulumi.output([table, database]) });

exports.adopted = adopted.arn;
exports.trusted = known.arn;
exports.endpoint = database.endpoint;
