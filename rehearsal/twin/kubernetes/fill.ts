import { type Properties, Special, type Value } from "../../wire/value.ts";
import type { CheckScene } from "../package.ts";
import { digest } from "../seed.ts";
import { kindOf } from "./kind.ts";
import { AUTONAMED, isAutonamed, metadataOf, metadataText, objectAt } from "./metadata.ts";
import { hasMetadata } from "./shape.ts";

/** Adds what Check adds: a name where there is none, and the provider's namespace. */
export function fill(inputs: Properties, scene: CheckScene): Properties {
  const { subject, site, oldInputs, autonaming } = scene;
  if (!hasMetadata(subject.token, subject.schema) || inputs["metadata"] instanceof Special) return inputs;
  const metadata: Record<string, Value> = { ...metadataOf(inputs) };
  if (metadata["name"] === undefined) {
    const old = oldInputs && isAutonamed(oldInputs) ? metadataText(oldInputs, "name") : undefined;
    if (old !== undefined || metadata["generateName"] === undefined) {
      const proposed = autonaming && autonaming.mode !== "disable" ? autonaming.proposedName : undefined;
      if (old === undefined && autonaming?.mode === "disable") return inputs;
      const faces = digest(Buffer.from(scene.randomSeed).toString("hex"), scene.name).slice(0, 8);
      metadata["name"] = old ?? proposed ?? `${scene.name}-${faces}`;
      metadata["annotations"] = { ...objectAt(metadata, "annotations"), [AUTONAMED]: "true" };
    }
  }
  if (kindOf(subject.token).namespaced && metadata["namespace"] === undefined) {
    const namespace = site.config["namespace"];
    metadata["namespace"] = typeof namespace === "string" && namespace !== "" ? namespace : "default";
  }
  return { ...inputs, metadata };
}
