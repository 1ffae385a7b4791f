import { DependencyGraph } from "./graph.ts";
import type { ResourceState } from "./resource.ts";

/** The entries an operation starts from, and how to find them. */
export class Base {
  resources: readonly ResourceState[] = [];
  graph = new DependencyGraph([]);
  readonly #living = new Map<string, ResourceState>();
  readonly #all = new Map<string, ResourceState[]>();

  constructor(resources: readonly ResourceState[]) {
    this.rebase(resources);
  }

  rebase(resources: readonly ResourceState[]): void {
    this.resources = resources;
    this.graph = new DependencyGraph(resources);
    this.#living.clear();
    this.#all.clear();
    for (const resource of resources) {
      const same = this.#all.get(resource.urn);
      if (same) same.push(resource);
      else this.#all.set(resource.urn, [resource]);
      if (!resource.delete) this.#living.set(resource.urn, resource);
    }
  }

  /** The entry of a URN that does not wait for its delete. */
  get(urn: string): ResourceState | undefined {
    return this.#living.get(urn);
  }
  has(urn: string): boolean {
    return this.#all.has(urn);
  }
  living(): IterableIterator<ResourceState> {
    return this.#living.values();
  }
  all(urn: string): readonly ResourceState[] {
    return this.#all.get(urn) ?? [];
  }
}
