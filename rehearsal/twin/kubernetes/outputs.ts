import type { Properties, Value } from "../../wire/value.ts";
import type { Context } from "../type.ts";
import { metadataOf } from "./metadata.ts";
import { specDefaults } from "./spec-defaults.ts";
import { statusOf } from "./status.ts";

/** The object as an API server with its controllers gives it back. */
export function finish(outputs: Properties, context: Context): Properties {
  const { dice, now, type } = context;
  if (outputs["metadata"] === undefined) return outputs;
  const metadata: Record<string, Value> = { ...metadataOf(outputs) };
  metadata["uid"] ??= dice.uuid("uid");
  metadata["resourceVersion"] ??= dice.digits("resourceVersion", 5);
  metadata["creationTimestamp"] ??= now;
  const full: Record<string, Value> = { ...specDefaults(type, outputs, context), metadata };
  if (full["spec"] !== undefined) metadata["generation"] ??= 1;
  const status = statusOf(type, full, context);
  if (status) full["status"] = status;
  return full;
}
