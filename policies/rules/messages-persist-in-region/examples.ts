import { type Examples, UNKNOWN } from "../../core/examples.ts";

const type = "gcp:pubsub/topic:Topic";
const config = { allowedRegions: ["europe-west3"] };
const regions = (...allowedPersistenceRegions: string[]) => ({ messageStoragePolicy: { allowedPersistenceRegions } });

export const examples: Examples = {
  pass: [{ type, props: regions("europe-west3"), config }],
  fail: [
    { type, props: {}, config },
    { type, props: regions("europe-west3", "us-central1"), config },
  ],
  undetermined: [
    { type, props: regions(UNKNOWN), config },
    { type, props: { messageStoragePolicy: UNKNOWN }, config },
  ],
  notApplicable: [{ type, props: {} }],
};
