import type { ResourceState } from "../resource.ts";
import { followRenames } from "./renames.ts";

export type PendingType = "creating" | "updating" | "deleting" | "reading" | "importing";
export interface PendingOperation {
  readonly type: PendingType;
  readonly resource: ResourceState;
}

/** What a stack holds between two operations. */
export interface StackState {
  readonly resources: readonly ResourceState[];
  readonly pending: readonly PendingOperation[];
  /** The builds that answered last time, by package. */
  readonly plugins: { readonly [pkg: string]: string };
}
export const EMPTY_STATE: StackState = { resources: [], pending: [], plugins: {} };

/**
 * The state while an operation runs: new entries in order of completion, then the old ones not yet dealt with.
 * That is topological because steps complete in dependency order.
 */
export class Snapshot {
  #base: readonly ResourceState[];
  readonly #news: ResourceState[] = [];
  readonly #done = new Set<ResourceState>();
  readonly #pending = new Map<object, PendingOperation>();
  readonly #inherited: readonly PendingOperation[];
  readonly #plugins: { [pkg: string]: string };
  #changed = false;
  readonly #onChange: () => void;

  constructor(state: StackState, onChange: () => void) {
    this.#base = state.resources;
    // only creations need a person to look: they outlive this operation
    this.#inherited = state.pending;
    this.#plugins = { ...state.plugins };
    this.#onChange = onChange;
  }

  /** Starts over from another list of old entries, as after a refresh. */
  rebase(resources: readonly ResourceState[]): void {
    this.#base = resources;
    this.#news.length = 0;
    this.#done.clear();
    this.#touch();
  }

  begin(step: object, type: PendingType, resource: ResourceState): void {
    this.#pending.set(step, { type, resource });
    this.#touch();
  }
  end(step: object): void {
    this.#pending.delete(step);
    this.#touch();
  }

  /** Records an entry; one that was there before moves to no other place. */
  add(resource: ResourceState): void {
    this.#news.push(resource);
    this.#touch();
  }
  /** Takes an entry out: its work is done or another stands for it. */
  drop(resource: ResourceState | undefined): void {
    if (resource) this.#done.add(resource);
    this.#touch();
  }
  touch(): void {
    this.#touch();
  }
  /** Remembers which build answers for a package. */
  notePlugin(pkg: string, version: string): void {
    this.#plugins[pkg] = version;
  }

  get changed(): boolean {
    return this.#changed;
  }

  /** The entries themselves, as steps know them. */
  entries(): readonly ResourceState[] {
    const keep = (resource: ResourceState): boolean => !this.#done.has(resource);
    return [...this.#news.filter(keep), ...this.#base.filter(keep)];
  }

  /** What a state file has to say now. */
  state(): StackState {
    const creations = this.#inherited.filter(({ type }) => type === "creating");
    return {
      resources: followRenames(this.entries()),
      pending: [...(this.#changed ? creations : this.#inherited), ...this.#pending.values()],
      plugins: { ...this.#plugins },
    };
  }

  #touch(): void {
    this.#changed = true;
    this.#onChange();
  }
}
