import type { ResourceState } from "../../engine/resource.ts";
import type { StatedResource } from "../../twin/index.ts";
import { parseReference } from "../../wire/urn.ts";

/** An entry of a state as the simulated clouds take it: with the configuration of its provider. */
export function providerConfigOf(resource: ResourceState, all: readonly ResourceState[]): StatedResource {
  const { urn, type, id, inputs, outputs, provider } = resource;
  const reference = provider ? parseReference(provider) : undefined;
  const entry = reference && all.find((other) => other.urn === reference.urn && other.id === reference.id);
  return { urn, type, id, inputs, outputs, ...(entry && { provider: entry.inputs }) };
}
