import { formatReference } from "../wire/urn.ts";
import { linksOf } from "./links.ts";
import type { ResourceState } from "./resource.ts";

/** Who depends on whom among the entries of a state, which come in topological order. */
export class DependencyGraph {
  readonly #resources: readonly ResourceState[];
  readonly #at = new Map<ResourceState, number>();
  readonly #byUrn = new Map<string, ResourceState[]>();
  readonly #children = new Map<string, ResourceState[]>();
  #reverse: Reverse | undefined;

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
   * What depends on an entry directly, in state order. Children count only when asked for; providers count by their
   * reference, since one URN can have several.
   */
  dependents(root: ResourceState, includeChildren: boolean): ResourceState[] {
    this.#reverse ??= reverseOf(this.#resources);
    const { links, references } = this.#reverse;
    const children = includeChildren ? (this.#children.get(root.urn) ?? []) : [];
    const found = new Set([
      ...(links.get(root.urn) ?? []),
      ...(references.get(formatReference(root)) ?? []),
      ...children.map((child) => this.position(child)),
    ]);
    const start = this.position(root);
    return [...found]
      .filter((at) => at > start)
      .sort((a, b) => a - b)
      .map((at) => this.#resources[at] as ResourceState);
  }

  /** Where an entry stands in the state; -1 if it does not. */
  position(resource: ResourceState): number {
    return this.#at.get(resource) ?? -1;
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

  /** Adds to `found` all that an entry needs, directly or not; what is in there already is taken as followed. */
  collectDependencies(resource: ResourceState, found: Set<ResourceState>): void {
    const open = [resource];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const needed of this.dependencies(next)) {
        if (found.has(needed)) continue;
        found.add(needed);
        open.push(needed);
      }
    }
  }

  *#childrenBefore(urn: string, until: number): Iterable<ResourceState> {
    for (const child of this.#children.get(urn) ?? []) {
      if ((this.#at.get(child) as number) >= until) continue;
      yield child;
      if (!child.custom) yield* this.#childrenBefore(child.urn, until);
    }
  }
}

/** Positions of the entries that name a URN in any link but `parent`, or a provider by its reference. */
interface Reverse {
  readonly links: ReadonlyMap<string, readonly number[]>;
  readonly references: ReadonlyMap<string, readonly number[]>;
}

function reverseOf(resources: readonly ResourceState[]): Reverse {
  const links = new Map<string, number[]>();
  const references = new Map<string, number[]>();
  resources.forEach((resource, at) => {
    for (const { kind, urn } of linksOf(resource)) if (kind !== "parent") push(links, urn, at);
    if (resource.provider) push(references, resource.provider, at);
  });
  return { links, references };
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
