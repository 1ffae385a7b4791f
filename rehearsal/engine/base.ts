import { DependencyGraph } from "./graph.ts";
import type { ResourceState } from "./resource.ts";

const NONE: ReadonlySet<string> = new Set();

/** The entries an operation starts from, and how to find them. */
export class Base {
  resources: readonly ResourceState[] = [];
  graph = new DependencyGraph([]);
  readonly #living = new Map<string, ResourceState>();
  readonly #all = new Map<string, ResourceState[]>();
  readonly #companions = new Map<string, Set<string>>();

  constructor(resources: readonly ResourceState[]) {
    this.rebase(resources);
  }

  rebase(resources: readonly ResourceState[]): void {
    this.resources = resources;
    this.graph = new DependencyGraph(resources);
    this.#living.clear();
    this.#all.clear();
    this.#companions.clear();
    for (const resource of resources) {
      const same = this.#all.get(resource.urn);
      if (same) same.push(resource);
      else this.#all.set(resource.urn, [resource]);
      if (resource.delete) continue;
      this.#living.set(resource.urn, resource);
      for (const other of [resource.deletedWith, ...resource.replaceWith]) this.#noteCompanion(other, resource.urn);
    }
  }

  #noteCompanion(other: string, urn: string): void {
    if (!other) return;
    const known = this.#companions.get(other);
    if (known) known.add(urn);
    else this.#companions.set(other, new Set([urn]));
  }

  /** The entry of a URN that does not wait for its delete. */
  get(urn: string): ResourceState | undefined {
    return this.#living.get(urn);
  }
  has(urn: string): boolean {
    return this.#all.has(urn);
  }
  /** URNs of the entries that say they go together with this one. */
  companions(urn: string): ReadonlySet<string> {
    return this.#companions.get(urn) ?? NONE;
  }
  all(urn: string): readonly ResourceState[] {
    return this.#all.get(urn) ?? [];
  }
}
