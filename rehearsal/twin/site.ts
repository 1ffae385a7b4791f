import type { Properties } from "../wire/value.ts";
import type { Places } from "./places.ts";

/** Where a configured provider instance works. */
export interface Site {
  /** The account, project, subscription or cluster: the ledger's partition. */
  readonly account: string;
  readonly region: string;
  /** The host of the API server that keeps its objects, where that is an object of a simulated cloud itself. */
  readonly server?: string;
  /** The configuration, JSON text parsed, without secret wrappers. */
  readonly config: Properties;
  readonly places: Places;
}

/** The variables that provider defaults are read from. */
export type Environment = { readonly [name: string]: string | undefined };
