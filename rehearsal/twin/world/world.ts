import { type Change, type Effect, type Key, keyText, type Remaining, type Thing } from "./thing.ts";

/** What may be asked of the ledger without changing it. */
export interface WorldView {
  get(key: Key): Thing | undefined;
  /** By id, ARN, self link, name or any other text that the objects of that type are known by. */
  find(pkg: string, type: string, named: string, account?: string): Thing | undefined;
  list(pkg: string, type: string, account?: string): readonly Thing[];
  /** Everything of a package in one account. */
  within(pkg: string, account: string): readonly Thing[];
  byUrn(urn: string): Thing | undefined;
  holder(claim: string): Thing | undefined;
  /** Whether such an object existed in this rehearsal and was deleted. */
  wasDeleted(pkg: string, type: string, named: string): boolean;
}

type Verb = Effect["verb"];
type Removal = "delete" | "remove";

/** The ledger of what exists, per cloud and account, with the log of what changed it. */
export class World implements WorldView {
  readonly #things = new Map<string, Thing>();
  readonly #byType = new Map<string, Map<string, Thing>>();
  readonly #byUrn = new Map<string, string>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #claims = new Map<string, string>();
  readonly #gone = new Map<string, Remaining>();
  readonly #deleted = new Set<string>();
  readonly #kept = new Map<string, Set<string>>();
  readonly #servers = new Map<string, Set<string>>();
  readonly #ended = new Set<string>();
  readonly #births = new Map<string, number>();
  readonly #effects: Effect[] = [];
  readonly #now: () => string;
  /** Told of every change that was made here. */
  onChange: (change: Change) => void = () => undefined;

  constructor(now: () => string) {
    this.#now = now;
  }

  /** How many objects were made for a URN so far; with the URN it makes ids that never repeat. */
  births(urn: string): number {
    return this.#births.get(urn) ?? 0;
  }

  get(key: Key): Thing | undefined {
    return this.#things.get(keyText(key));
  }
  byUrn(urn: string): Thing | undefined {
    return this.#things.get(this.#byUrn.get(urn) ?? "");
  }
  holder(claim: string): Thing | undefined {
    return this.#things.get(this.#claims.get(claim) ?? "");
  }
  list(pkg: string, type: string, account?: string): readonly Thing[] {
    const things = [...(this.#byType.get(typeKey(pkg, type))?.values() ?? [])];
    return account === undefined ? things : things.filter((thing) => thing.account === account);
  }
  within(pkg: string, account: string): readonly Thing[] {
    return this.things.filter((thing) => thing.package === pkg && thing.account === account);
  }
  find(pkg: string, type: string, named: string, account?: string): Thing | undefined {
    const keys = this.#byName.get(nameKey(pkg, type, named)) ?? [];
    for (const key of keys) {
      const thing = this.#things.get(key);
      if (thing && (account === undefined || thing.account === account)) return thing;
    }
    return undefined;
  }
  wasDeleted(pkg: string, type: string, named: string): boolean {
    return this.#deleted.has(nameKey(pkg, type, named));
  }

  put(verb: Exclude<Verb, Removal>, thing: Thing): void {
    this.#make({ verb, at: this.#now(), thing });
  }
  remove(verb: Removal, thing: Thing): void {
    if (!this.#things.has(keyText(thing))) return;
    this.#make({ verb, at: this.#now(), thing });
    for (const host of thing.serves ?? []) if (this.ended(host)) this.#removeKept(host);
  }
  /** Whether what answered at a host existed in this rehearsal and is gone. */
  ended(host: string): boolean {
    return this.#ended.has(host);
  }
  /** What answers at a host. */
  serving(host: string): Thing | undefined {
    const [key = ""] = this.#servers.get(host) ?? [];
    return this.#things.get(key);
  }
  #removeKept(host: string): void {
    for (const key of [...(this.#kept.get(host) ?? [])].sort()) {
      const kept = this.#things.get(key);
      if (kept) this.remove("remove", kept);
    }
  }
  /** Takes over what was changed somewhere else. */
  apply({ verb, at, thing }: Change): void {
    if (verb === "delete" || verb === "remove") this.#takeAway(verb, thing);
    else this.#place(verb, thing);
    const { package: pkg, account, type, id, urn } = thing;
    this.#effects.push({ n: this.#effects.length + 1, at, verb, package: pkg, account, type, id, urn });
  }

  #make(change: Change): void {
    this.apply(change);
    this.onChange(change);
  }
  #place(verb: Verb, thing: Thing): void {
    const key = keyText(thing);
    const before = this.#things.get(key);
    if (before) this.#unindex(key, before);
    this.#things.set(key, thing);
    this.#index(key, thing);
    // what a state tells of was made before
    if (verb === "create" || verb === "adopt") this.#births.set(thing.urn, this.births(thing.urn) + 1);
  }
  #takeAway(verb: Removal, thing: Thing): void {
    const key = keyText(thing);
    this.#things.delete(key);
    this.#unindex(key, thing);
    for (const name of namesOf(thing)) this.#deleted.add(nameKey(thing.package, thing.type, name));
    if (verb === "delete" && thing.tombstone !== undefined) this.#gone.set(key, remains(thing, thing.tombstone));
  }

  get things(): readonly Thing[] {
    return [...this.#things.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, thing]) => thing);
  }
  get effects(): readonly Effect[] {
    return this.#effects;
  }
  get tombstones(): readonly Remaining[] {
    return [...this.#gone.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, left]) => left);
  }
  /** What would still be there, and cost or leak, after everything was destroyed; assumed objects are not ours. */
  remaining(): readonly Remaining[] {
    const left = this.things.filter(({ origin }) => origin !== "assumed").map((thing) => remains(thing));
    return [...left, ...this.tombstones];
  }

  /** Puts a ledger back that was written down. */
  restore(saved: SavedWorld): void {
    for (const thing of saved.things) {
      const key = keyText(thing);
      this.#things.set(key, thing);
      this.#index(key, thing);
    }
    for (const left of saved.tombstones) this.#gone.set(keyText(left), left);
    for (const [urn, count] of Object.entries(saved.births)) this.#births.set(urn, count);
    for (const name of saved.deleted) this.#deleted.add(name);
    for (const host of saved.ended) this.#ended.add(host);
    this.#effects.push(...saved.effects);
  }
  save(): SavedWorld {
    return {
      things: this.things,
      tombstones: this.tombstones,
      effects: this.#effects,
      births: Object.fromEntries([...this.#births].sort(([a], [b]) => (a < b ? -1 : 1))),
      deleted: [...this.#deleted].sort(),
      ended: [...this.#ended].sort(),
    };
  }

  #index(key: string, thing: Thing): void {
    const type = typeKey(thing.package, thing.type);
    const same = this.#byType.get(type) ?? new Map<string, Thing>();
    this.#byType.set(type, same.set(key, thing));
    if (thing.urn !== "") this.#byUrn.set(thing.urn, key);
    for (const name of namesOf(thing)) {
      add(this.#byName, nameKey(thing.package, thing.type, name), key);
    }
    for (const claim of thing.claims) this.#claims.set(claim, key);
    if (thing.keptBy !== undefined) add(this.#kept, thing.keptBy, key);
    for (const host of thing.serves ?? []) {
      add(this.#servers, host, key);
      this.#ended.delete(host);
    }
  }
  #unindex(key: string, thing: Thing): void {
    this.#byType.get(typeKey(thing.package, thing.type))?.delete(key);
    if (this.#byUrn.get(thing.urn) === key) this.#byUrn.delete(thing.urn);
    for (const name of namesOf(thing)) this.#byName.get(nameKey(thing.package, thing.type, name))?.delete(key);
    for (const claim of thing.claims) if (this.#claims.get(claim) === key) this.#claims.delete(claim);
    if (thing.keptBy !== undefined) this.#kept.get(thing.keptBy)?.delete(key);
    for (const host of thing.serves ?? []) {
      this.#servers.get(host)?.delete(key);
      if (this.#servers.get(host)?.size === 0) this.#ended.add(host);
    }
  }
}

/** A ledger as plain values. */
export interface SavedWorld {
  readonly things: readonly Thing[];
  readonly tombstones: readonly Remaining[];
  readonly effects: readonly Effect[];
  readonly births: { readonly [urn: string]: number };
  readonly deleted: readonly string[];
  readonly ended: readonly string[];
}

const add = (sets: Map<string, Set<string>>, at: string, key: string): void => {
  sets.set(at, (sets.get(at) ?? new Set()).add(key));
};
const typeKey = (pkg: string, type: string): string => `${pkg}\n${type}`;
const nameKey = (pkg: string, type: string, named: string): string => `${pkg}\n${type}\n${named}`;

const NAMES = ["arn", "name", "selfLink", "url", "bucket", "email", "member", "uniqueId"] as const;
const namesOf = ({ id, outputs }: Thing): ReadonlySet<string> =>
  new Set([
    id,
    ...NAMES.map((key) => outputs[key]).filter((name) => typeof name === "string" && name !== ""),
  ] as string[]);

const remains = ({ package: pkg, account, type, id, urn, origin }: Thing, tombstone?: string): Remaining => ({
  package: pkg,
  account,
  type,
  id,
  urn,
  origin,
  ...(tombstone !== undefined && { tombstone }),
});
