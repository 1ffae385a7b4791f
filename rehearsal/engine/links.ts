import { parseReference } from "../wire/urn.ts";
import type { ResourceState } from "./resource.ts";

/** What an entry leans on, by the kind of link. */
export type LinkKind = "parent" | "dependency" | "propertyDependency" | "deletedWith" | "replaceWith";
export interface Link {
  readonly kind: LinkKind;
  readonly urn: string;
}

type Linked = Pick<ResourceState, "parent" | "dependencies" | "propertyDependencies" | "deletedWith" | "replaceWith">;

/** Every link of an entry but the one to its provider. */
export function linksOf(state: Linked): Link[] {
  const links: Link[] = [];
  if (state.parent) links.push({ kind: "parent", urn: state.parent });
  for (const urn of state.dependencies) links.push({ kind: "dependency", urn });
  for (const urns of Object.values(state.propertyDependencies)) {
    for (const urn of urns) links.push({ kind: "propertyDependency", urn });
  }
  if (state.deletedWith) links.push({ kind: "deletedWith", urn: state.deletedWith });
  for (const urn of state.replaceWith) links.push({ kind: "replaceWith", urn });
  return links;
}

export const providerUrnOf = (state: { readonly provider: string }): string =>
  state.provider ? parseReference(state.provider).urn : "";
