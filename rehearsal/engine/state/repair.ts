import type { PropertyDependencies, ResourceState } from "../resource.ts";

/**
 * Drops links to entries that are gone, and hangs orphans on the nearest ancestor left. An entry may only refer to
 * what stands before it, so the position in the list counts where one URN occurs twice.
 */
export function repairLinks(
  resources: readonly ResourceState[],
  all: readonly ResourceState[],
): readonly ResourceState[] {
  const parents = new Map(all.map(({ urn, parent }) => [urn, parent]));
  const known = new Set<string>();
  return resources.map((resource) => {
    let parent = resource.parent;
    while (parent && !known.has(parent)) parent = parents.get(parent) ?? "";
    const isKnown = (urn: string): boolean => known.has(urn);
    known.add(resource.urn);
    return {
      ...resource,
      parent,
      dependencies: resource.dependencies.filter(isKnown),
      replaceWith: resource.replaceWith.filter(isKnown),
      deletedWith: isKnown(resource.deletedWith) ? resource.deletedWith : "",
      propertyDependencies: keepKnown(resource.propertyDependencies, isKnown),
    };
  });
}

function keepKnown(dependencies: PropertyDependencies, isKnown: (urn: string) => boolean): PropertyDependencies {
  const entries = Object.entries(dependencies).map(([key, urns]) => [key, urns.filter(isKnown)] as const);
  return Object.fromEntries(entries.filter(([, urns]) => urns.length > 0));
}
