import type { ResourceState } from "../resource.ts";

/** What has been decided so far in one operation, by URN. */
export class PlanLedger {
  /** Registered or read by the program. */
  readonly seen = new Set<string>();
  readonly reads = new Set<string>();
  readonly creates = new Set<string>();
  readonly sames = new Set<string>();
  readonly updates = new Set<string>();
  readonly replaces = new Set<string>();
  readonly refreshes = new Set<string>();
  readonly imports = new Set<string>();
  /** Deleted, or about to be. */
  readonly deletes: Set<string>;
  /** Left out of the operation although not there yet. */
  readonly skippedCreates = new Set<string>();
  /** Entries whose delete was planned ahead of a replacement. */
  readonly condemned = new Set<ResourceState>();
  /** Entries to delete because the operation is a destroy that runs the program. */
  readonly toDelete: ResourceState[] = [];
  /** What forces the replacement of a dependent that went down with a delete-before-replace. */
  readonly dependentKeys = new Map<string, readonly string[]>();
  /** URNs that go together with another one, by that one's URN. */
  readonly companions = new Map<string, Set<string>>();
  /** Refreshed copies of old entries. */
  readonly refreshed = new Map<ResourceState, ResourceState>();

  constructor(deletes: Set<string>) {
    this.deletes = deletes;
  }

  /** Then it can no longer depend on something registered now. */
  hasStep(urn: string): boolean {
    const sets = [this.creates, this.sames, this.updates, this.deletes, this.replaces, this.reads];
    return sets.some((set) => set.has(urn));
  }
  noteCompanion({ urn, deletedWith, replaceWith }: ResourceState): void {
    for (const other of deletedWith ? [deletedWith, ...replaceWith] : replaceWith) {
      const known = this.companions.get(other);
      if (known) known.add(urn);
      else this.companions.set(other, new Set([urn]));
    }
  }
  /** Whether an old entry was dealt with, under its own URN or the one that claimed it. */
  isOperatedOn(urn: string, claimed: ReadonlyMap<string, string>): boolean {
    const now = claimed.get(urn) ?? urn;
    return [this.sames, this.updates, this.replaces, this.reads, this.refreshes].some((set) => set.has(now));
  }
}
