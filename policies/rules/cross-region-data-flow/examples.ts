import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const lambda = "aws:lambda/function:Function";
const aws = [
  lambda,
  "aws:lambda/eventSourceMapping:EventSourceMapping",
  "aws:ecs/taskDefinition:TaskDefinition",
  "aws:ec2/instance:Instance",
  "aws:apprunner/service:Service",
  "aws:glue/job:Job",
];
const run = "gcp:cloudrunv2/service:Service";
const gcp = ["gcp:cloudfunctionsv2/function:Function", run, "gcp:cloudrun/service:Service", "gcp:cloudrunv2/job:Job"];
const first = "gcp:cloudfunctions/function:Function";
const machine = "gcp:compute/instance:Instance";
const app = "azure-native:web:WebApp";
const azure = [
  app,
  "azure-native:app:ContainerApp",
  "azure-native:containerinstance:ContainerGroup",
  "azure-native:compute:VirtualMachine",
];
const bucket = "aws:s3/bucket:Bucket";
const table = "aws:dynamodb/table:Table";
const gcs = "gcp:storage/bucket:Bucket";
const account = "azure-native:storage:StorageAccount";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";

/** Something that computes, and one store that it names. */
const flow = (type: string, props: object, store: string, its: object, more: Partial<Example> = {}): Example => ({
  type,
  props: { ...props },
  beside: [{ type: store, name: "orders", props: { ...its } }],
  edges: { environment: `${store}::orders` },
  ...more,
});
const inRegion = (region: unknown) => ({ region });
const at = (location: unknown) => ({ location });
const provider = { region: "eu-central-1" };
const other: Sample = { type: bucket, name: "far", props: inRegion("us-east-1") };

export const examples: Examples = {
  pass: [
    ...aws.map((type) => flow(type, inRegion("eu-central-1"), bucket, inRegion("eu-central-1"))),
    ...gcp.map((type) => flow(type, at("europe-west3"), gcs, at("EUROPE-WEST3"))),
    flow(first, inRegion("europe-west3"), gcs, at("EU")),
    flow(machine, { zone: "europe-west3-a" }, gcs, at("EU")),
    ...azure.map((type) => flow(type, at("West Europe"), account, at("westeurope"))),
    // both follow their provider
    flow(lambda, {}, bucket, {}),
    { ...flow(lambda, {}, bucket, inRegion("eu-central-1")), provider },
    {
      ...flow(lambda, inRegion("eu-central-1"), bucket, inRegion("eu-central-1")),
      beside: [{ type: bucket, name: "orders", props: inRegion("eu-central-1") }, other],
    },
    // replication is meant
    flow(lambda, inRegion("us-east-1"), table, { region: "eu-central-1", replicas: [{ regionName: "us-east-1" }] }),
    flow(run, at("europe-west4"), gcs, {
      location: "EU",
      customPlacementConfig: { dataLocations: ["EUROPE-WEST3", "EUROPE-WEST4"] },
    }),
    flow(run, at("us-east4"), gcs, {
      location: "US",
      customPlacementConfig: { dataLocations: ["US-EAST4", "US-CENTRAL1"] },
    }),
    flow(run, at("europe-west4"), gcs, at("EUR4")),
    // what has no region is near everywhere
    flow(app, at("westeurope"), cosmos, at("global")),
    flow(app, {}, account, at("westeurope")),
    flow(app, at("northeurope"), cosmos, {
      location: "westeurope",
      locations: [{ locationName: "West Europe" }, { locationName: "North Europe" }],
    }),
  ],
  fail: [
    ...aws.map((type) => flow(type, inRegion("eu-central-1"), bucket, inRegion("us-east-1"))),
    ...gcp.map((type) => flow(type, at("europe-west3"), gcs, at("us-east1"))),
    flow(first, inRegion("us-east1"), gcs, at("EU")),
    flow(machine, { zone: "europe-west2-a" }, gcs, at("EU")),
    ...azure.map((type) => flow(type, at("West Europe"), account, at("northeurope"))),
    flow(lambda, inRegion("eu-central-1"), "aws:rds/instance:Instance", inRegion("us-east-1")),
    flow(lambda, inRegion("eu-central-1"), "aws:elasticache/replicationGroup:ReplicationGroup", inRegion("us-east-1")),
    flow(run, at("europe-west3"), "gcp:redis/instance:Instance", { region: "us-east1" }),
    ...["dbforpostgresql:Server", "eventhub:Namespace", "servicebus:Namespace"].map((type) =>
      flow(app, at("West Europe"), `azure-native:${type}`, at("northeurope")),
    ),
    // another cloud is far away wherever it is
    flow(lambda, inRegion(UNKNOWN), gcs, at("europe-west3")),
    { ...flow(lambda, {}, bucket, inRegion("us-east-1")), provider },
    flow(lambda, inRegion("us-east-1"), table, { region: "eu-central-1", replicas: [{ regionName: "eu-west-1" }] }),
    flow(lambda, inRegion("eu-central-1"), gcs, at("europe-west3")),
  ],
  undetermined: [
    ...aws.map((type) => flow(type, inRegion(UNKNOWN), bucket, inRegion("us-east-1"))),
    ...gcp.map((type) => flow(type, at("europe-west3"), gcs, at(UNKNOWN))),
    flow(first, inRegion(UNKNOWN), gcs, at("EU")),
    flow(machine, { zone: UNKNOWN }, gcs, at("EU")),
    flow(run, at("us-central1"), gcs, at("US")),
    ...azure.map((type) => flow(type, at(UNKNOWN), account, at("westeurope"))),
    flow(lambda, {}, bucket, inRegion("us-east-1")),
    // two providers, of which one says its region
    { ...flow(lambda, {}, bucket, {}), provider },
    flow(lambda, inRegion("us-east-1"), table, { region: "eu-central-1", replicas: UNKNOWN }),
  ],
  notApplicable: [
    { type: lambda, props: inRegion("eu-central-1"), beside: [other] },
    { type: lambda, props: inRegion("eu-central-1"), edges: { role: "aws:iam/role:Role::runs" } },
  ],
};
