import type { StreamArgs } from "@pulumi/aws/kinesis/stream.js";
import type { NamespaceArgs } from "@pulumi/azure-native/eventhub/namespace.js";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { allOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, notApplicable, undetermined } from "../../core/verdict.ts";

export const streamCapacityMode: Rule = {
  id: "stream-capacity-mode",
  packs: ["cost"],
  title: "Streams grow with their load, up to a ceiling",
  severity: "low",
  scope: "resource",
  since: "0.2.0",
  why: "A stream that is sized for its peak is paid for its peak at night.",
  fixText: ({ type }) =>
    type === "aws:kinesis/stream:Stream"
      ? "Set `streamModeDetails.streamMode: ON_DEMAND` and leave `shardCount` out."
      : "Set `isAutoInflateEnabled: true` with `maximumThroughputUnits`.",
  checks: {
    "aws:kinesis/stream:Stream": (stream: Resource<StreamArgs>) =>
      decide(stream.text("streamModeDetails.streamMode"), {
        known: (mode) => (mode === "ON_DEMAND" ? undefined : `is ${mode}`),
        absent: "is not set; default is PROVISIONED",
      }),
    "azure-native:eventhub:Namespace": (namespace: Resource<NamespaceArgs>) => {
      const standard = holds(namespace.text("sku.name"), (name) => name.toLowerCase() === "standard");
      if (standard === false) return notApplicable("has no throughput units that could inflate");
      const inflates = holds(namespace.flag("isAutoInflateEnabled"), (on) => on);
      const capped = holds(namespace.number("maximumThroughputUnits"), (units) => units > 0);
      if (typeof standard !== "boolean") return undetermined(standard);
      return faultIf(
        not(allOf([inflates, capped])),
        "isAutoInflateEnabled",
        "is not true with a ceiling; default is false",
      );
    },
  },
};
