import { asText, type Bag, type Read } from "./props.ts";
import type { Resource } from "./resource.ts";
import { TAG_NAMES } from "./settings.ts";

/** What a tag may be about; the names are legal on every cloud. */
export type TagWord =
  | "class"
  | "owner"
  | "purpose"
  | "basis"
  | "retention-days"
  | "environment"
  | "criticality"
  | "cost-center"
  | "interruptible"
  | "exit-plan"
  | "exit-review";

/** Whether somebody said what the tags are called; without that, a missing tag proves nothing. */
export function tagsConfigured(config: Bag): boolean {
  return config.read(TAG_NAMES.name).state === "known";
}

export function tagName(config: Bag, word: TagWord): string {
  const own = asText(config.bag(TAG_NAMES.name).key(word));
  return own.state === "known" ? own.value : word;
}

/** Where a resource keeps its tags, closest first: its own, then those its provider adds. */
function sources(resource: Resource): readonly Bag[] {
  switch (resource.cloud) {
    case "aws":
      return [resource.bag("tags"), resource.bag("tagsAll"), resource.provider.json("defaultTags").bag("tags")];
    case "gcp":
      return [
        resource.bag("labels"),
        resource.bag("userLabels"),
        resource.bag("settings.userLabels"),
        resource.bag("resourceLabels"),
        resource.provider.json("defaultLabels"),
      ];
    case "azure":
      return [resource.bag("tags")];
    case "kubernetes":
      return [resource.bag("metadata.labels")];
    case undefined:
      return [];
  }
}

/** One tag as it will be on the resource. */
export function effectiveTag(resource: Resource, name: string): Read<string> {
  let missing: Read<string> = { state: "absent", path: tagPath(resource) };
  for (const source of sources(resource)) {
    const read = asText(source.key(name));
    if (read.state === "known") return read;
    if (read.state === "unknown" && missing.state === "absent") missing = read;
  }
  return missing;
}

/** Whether the resource has tags of its own, so that more can be asked of them. */
export function isTagged(resource: Resource): boolean {
  return sources(resource)
    .slice(0, -1)
    .some((source) => source.self().state !== "absent");
}

export function tagPath(resource: Resource): string {
  if (resource.cloud === "kubernetes") return "metadata.labels";
  if (resource.type === "gcp:sql/databaseInstance:DatabaseInstance") return "settings.userLabels";
  return resource.cloud === "gcp" ? "labels" : "tags";
}
