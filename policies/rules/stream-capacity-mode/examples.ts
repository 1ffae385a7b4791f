import { type Examples, UNKNOWN } from "../../core/examples.ts";

const stream = "aws:kinesis/stream:Stream";
const hub = "azure-native:eventhub/v20240101:Namespace";
const standard = { sku: { name: "Standard", tier: "Standard", capacity: 1 } };
const inflating = { isAutoInflateEnabled: true, maximumThroughputUnits: 10 };

export const examples: Examples = {
  pass: [
    { type: stream, props: { streamModeDetails: { streamMode: "ON_DEMAND" } } },
    { type: hub, props: { ...standard, ...inflating } },
    { type: hub, props: { ...standard, isAutoInflateEnabled: "true", maximumThroughputUnits: "4" } },
  ],
  fail: [
    { type: stream, props: { shardCount: 4 } },
    { type: stream, props: { streamModeDetails: { streamMode: "PROVISIONED" }, shardCount: 1 } },
    { type: hub, props: standard },
    { type: hub, props: { ...standard, isAutoInflateEnabled: false } },
    { type: hub, props: { ...standard, isAutoInflateEnabled: true } },
    { type: hub, props: { ...standard, isAutoInflateEnabled: false, maximumThroughputUnits: 10 } },
    { type: hub, props: { ...standard, isAutoInflateEnabled: true, maximumThroughputUnits: 0 } },
  ],
  undetermined: [
    { type: stream, props: { streamModeDetails: UNKNOWN } },
    { type: hub, props: { sku: UNKNOWN, ...inflating } },
    { type: hub, props: { ...standard, isAutoInflateEnabled: UNKNOWN, maximumThroughputUnits: 4 } },
  ],
  notApplicable: [{ type: hub, props: { sku: { name: "Premium", capacity: 1 } } }],
};
