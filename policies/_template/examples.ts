import { type Examples, UNKNOWN } from "../core/examples.ts";

const queue = "aws:sqs/queue:Queue";

export const examples: Examples = {
  pass: [{ type: queue, props: { sqsManagedSseEnabled: true } }],
  fail: [
    { type: queue, props: {} },
    { type: queue, props: { sqsManagedSseEnabled: false } },
  ],
  undetermined: [{ type: queue, props: { sqsManagedSseEnabled: UNKNOWN } }],
};
