import { formatReference } from "../wire/urn.ts";
import { linksOf } from "./links.ts";
import type { ResourceState } from "./resource.ts";

/** Who depends on whom among the entries of a state, which come in topological order. */
export class DependencyGraph {
  readonly #resources: readonly ResourceState[];
  readonly #at = new Map<ResourceState, number>();
  readonly #byUrn = new Map<string, ResourceState[]>();
  readonly #children = new Map<string, ResourceState[]>();

  constructor(resources: readonly ResourceState[]) {
    this.#resources = resources;
    resources.forEach((resource, i) => {
      this.#at.set(resource, i);
      push(this.#byUrn, resource.urn, resource);
      if (resource.parent) push(this.#children, resource.parent, resource);
    });
  }

  has(resource: ResourceState): boolean {
    return this.#at.has(resource);
  }

  /** Lets a copy stand for the entry it was made from. */
  alias(copy: ResourceState, original: ResourceState): void {
    const at = this.#at.get(original);
    if (at !== undefined) this.#at.set(copy, at);
  }

  /**
   * All that depends on an entry, directly or not, in state order. Children count only when asked for; providers
   * count by their reference, since one URN can have several.
   */
  dependents(root: ResourceState, ignore: ReadonlySet<string>, includeChildren: boolean): ResourceState[] {
    const found: ResourceState[] = [];
    const set = new Set([root.urn]);
    const references = new Set([formatReference(root)]);
    const start = this.#at.get(root) ?? -1;
    for (let i = start + 1; i < this.#resources.length; i++) {
      const candidate = this.#resources[i] as ResourceState;
      if (ignore.has(candidate.urn)) continue;
      const depends =
        (candidate.provider !== "" && references.has(candidate.provider)) ||
        linksOf(candidate).some(({ kind, urn }) => set.has(urn) && (kind !== "parent" || includeChildren));
      if (!depends) continue;
      found.push(candidate);
      set.add(candidate.urn);
      references.add(formatReference(candidate));
    }
    return found;
  }

  /**
   * What an entry needs directly: its links and provider, and for a component it depends on also that component's
   * children that come earlier in the state.
   */
  dependencies(resource: ResourceState): Set<ResourceState> {
    const found = new Set<ResourceState>();
    const until = this.#at.get(resource) ?? this.#resources.length;
    const take = (urn: string, andChildren: boolean): void => {
      for (const needed of this.#byUrn.get(urn) ?? []) {
        if ((this.#at.get(needed) as number) >= until || found.has(needed)) continue;
        found.add(needed);
        if (andChildren && !needed.custom) for (const child of this.#childrenBefore(urn, until)) found.add(child);
      }
    };
    for (const { kind, urn } of linksOf(resource)) take(urn, kind !== "parent");
    if (resource.provider) {
      const at = resource.provider.lastIndexOf("::");
      const [urn, id] = [resource.provider.slice(0, at), resource.provider.slice(at + 2)];
      for (const provider of this.#byUrn.get(urn) ?? []) if (provider.id === id) found.add(provider);
    }
    found.delete(resource);
    return found;
  }

  transitiveDependencies(resource: ResourceState): Set<ResourceState> {
    const found = new Set<ResourceState>();
    const open = [resource];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const needed of this.dependencies(next)) {
        if (found.has(needed)) continue;
        found.add(needed);
        open.push(needed);
      }
    }
    return found;
  }

  *#childrenBefore(urn: string, until: number): Iterable<ResourceState> {
    for (const child of this.#children.get(urn) ?? []) {
      if ((this.#at.get(child) as number) >= until) continue;
      yield child;
      if (!child.custom) yield* this.#childrenBefore(child.urn, until);
    }
  }
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
