import type { Properties } from "../../wire/value.ts";

/** Where an object of the simulated cloud comes from. */
export type Origin = "created" | "stated" | "assumed";

/** What names an object in the ledger. */
export interface Key {
  readonly package: string;
  readonly account: string;
  readonly type: string;
  readonly id: string;
}

/** One object that exists in a simulated cloud; never changed, only replaced. */
export interface Thing extends Key {
  readonly urn: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  readonly origin: Origin;
  /** Names it holds in the whole cloud. */
  readonly claims: readonly string[];
  /** Hosts at which an API server of its own answers: what is kept there goes with it. */
  readonly serves?: readonly string[];
  /** The host of the API server that keeps it. */
  readonly keptBy?: string;
  /** What stays when it is deleted, in one sentence. */
  readonly tombstone?: string;
}

/** What happened to the simulated clouds, in order. */
export interface Effect extends Key {
  readonly n: number;
  readonly at: string;
  readonly verb: "create" | "update" | "delete" | "adopt" | "assume" | "drift" | "remove";
  readonly urn: string;
}

/** One change to the simulated clouds, complete enough to make it somewhere else. */
export interface Change {
  readonly verb: Effect["verb"];
  readonly at: string;
  readonly thing: Thing;
}

/** Something left after everything was deleted. */
export interface Remaining extends Key {
  readonly urn: string;
  readonly origin: Origin;
  /** Present where the cloud keeps a deleted object for a while; says why. */
  readonly tombstone?: string;
}

export const keyText = ({ package: pkg, account, type, id }: Key): string => [pkg, account, type, id].join("\n");
