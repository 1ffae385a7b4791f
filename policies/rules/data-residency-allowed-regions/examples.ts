import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const queue = "aws:sqs/queue:Queue";
const gcs = "gcp:storage/bucket:Bucket";
const account = "azure-native:storage:StorageAccount";
const allowedRegions = ["eu-central-1", "europe-west3", "europe-north1", "europe-west4", "Germany West Central"];

const within = (examples: readonly Example[]) =>
  examples.map((example) => ({ ...example, config: { allowedRegions } }));

export const examples: Examples = {
  pass: within([
    { type: queue, props: { region: "eu-central-1" } },
    { type: queue, props: {}, provider: { region: "eu-central-1" } },
    { type: gcs, props: { location: "EUROPE-WEST3" } },
    { type: gcs, props: { location: "EUR4" } },
    { type: "gcp:compute/instance:Instance", props: { zone: "europe-west3-a" } },
    { type: account, props: { location: "germanywestcentral" } },
  ]),
  fail: within([
    { type: queue, props: { region: "us-east-1" }, provider: { region: "eu-central-1" } },
    { type: queue, props: {}, provider: { region: "us-east-1" } },
    { type: gcs, props: { location: "EU" } },
    { type: "gcp:bigquery/dataset:Dataset", props: {} },
    { type: "gcp:kms/keyRing:KeyRing", props: { location: "global" } },
    { type: account, props: { location: "West US" } },
  ]),
  undetermined: within([
    { type: queue, props: {}, provider: {} },
    { type: gcs, props: { location: UNKNOWN } },
    { type: account, props: {} },
  ]),
  notApplicable: [
    { type: queue, props: { region: "us-east-1" } },
    ...within([
      { type: "aws:iam/role:Role", props: {}, provider: { region: "us-east-1" } },
      { type: "gcp:pubsub/topic:Topic", props: {} },
      { type: "azure-native:monitor:ActionGroup", props: { location: "Global" } },
    ]),
  ],
};
