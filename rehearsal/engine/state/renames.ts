import { formatReference, parseReference } from "../../wire/urn.ts";
import { linksOf, providerUrnOf } from "../links.ts";
import type { ResourceState } from "../resource.ts";

/** Lets links to former URNs point to the entries that stand for them now. Entries without such links stay as they are. */
export function followRenames(resources: readonly ResourceState[]): readonly ResourceState[] {
  const renamed = new Map(resources.flatMap(({ urn, aliases }) => aliases.map((former) => [former, urn] as const)));
  if (renamed.size === 0) return resources;
  const now = (urn: string): string => renamed.get(urn) ?? urn;
  return resources.map((resource) => {
    const providerUrn = providerUrnOf(resource);
    if (!renamed.has(providerUrn) && !linksOf(resource).some(({ urn }) => renamed.has(urn))) return resource;
    const byProperty = Object.entries(resource.propertyDependencies).map(
      ([key, urns]) => [key, urns.map(now)] as const,
    );
    return {
      ...resource,
      parent: now(resource.parent),
      dependencies: resource.dependencies.map(now),
      propertyDependencies: Object.fromEntries(byProperty),
      deletedWith: now(resource.deletedWith),
      replaceWith: resource.replaceWith.map(now),
      ...(providerUrn && {
        provider: formatReference({ urn: now(providerUrn), id: parseReference(resource.provider).id }),
      }),
    };
  });
}
