import type { Properties, Value } from "../../wire/value.ts";
import type { Context } from "../type.ts";
import { kindOf } from "./kind.ts";
import { metadataOf, objectAt } from "./metadata.ts";
import { specDefaults } from "./spec-defaults.ts";
import { statusOf } from "./status.ts";

/** Kinds whose generations the API server does not count. */
const UNCOUNTED = new Set(["Namespace", "Service", "ServiceAccount"]);

/** Labels and annotations that the API server, controllers and the provider add. */
function marks({ type, site, inputs }: Context, { name }: Properties): { readonly [key: string]: Properties } {
  const { kind } = kindOf(type);
  const annotations: Properties = {
    ...(kind === "Deployment" && { "deployment.kubernetes.io/revision": "1" }),
    ...(site.config["enableServerSideApply"] === false && {
      "kubectl.kubernetes.io/last-applied-configuration": `${JSON.stringify(inputs)}\n`,
    }),
  };
  return {
    ...(Object.keys(annotations).length > 0 && { annotations }),
    ...(kind === "Namespace" && { labels: { "kubernetes.io/metadata.name": name as Value } }),
  };
}

/** The object as an API server with its controllers gives it back. */
export function finish(outputs: Properties, context: Context): Properties {
  const { dice, now, type } = context;
  if (outputs["metadata"] === undefined) return outputs;
  const metadata: Record<string, Value> = { ...metadataOf(outputs) };
  metadata["uid"] ??= dice.uuid("uid");
  metadata["resourceVersion"] ??= dice.digits("resourceVersion", 5);
  metadata["creationTimestamp"] ??= now;
  const full: Record<string, Value> = { ...specDefaults(type, outputs, context), metadata };
  if (full["spec"] !== undefined && !UNCOUNTED.has(kindOf(type).kind)) metadata["generation"] ??= 1;
  for (const [key, more] of Object.entries(marks(context, metadata))) {
    metadata[key] = { ...objectAt(metadata, key), ...more };
  }
  const status = statusOf(type, full, context);
  if (status) full["status"] = status;
  return full;
}
