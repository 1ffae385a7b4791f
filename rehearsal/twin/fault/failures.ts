import type { StatusName } from "../../wire/provider.ts";
import type { Properties } from "../../wire/value.ts";
import type { Environment } from "../site.ts";
import type { FaultOperation, Refusal } from "./fault.ts";

/** How the providers of one cloud fail: each refusal in the cloud's own words, and what is tried again unasked. */
export interface Failures {
  readonly words: { readonly [refusal in Refusal]: readonly [status: StatusName, words: string] };
  /** Tries after the first; Infinity where they end only with the operation's time. Absent: the first failure counts. */
  readonly retries: { readonly [refusal in Refusal]?: number };
  /** What its provider, with these arguments, does of a service that does not answer. @default it fails */
  readonly unanswered?: (call: Unanswered, args: Properties, env: Environment) => Instead | undefined;
  /** What to do where the service was an object of the program, and was deleted. @default nothing is said */
  readonly deleted?: string;
}
/** A call that nothing answers. */
export interface Unanswered {
  readonly operation: FaultOperation;
  readonly type: string;
}
/** What a provider does without a service: its own part, nothing, so that all stays as it was, or it takes the object for gone. */
export type Instead = "own part" | "as it was" | "gone";

/** A provider that nothing more is known of. */
export const PLAIN_FAILURES: Failures = {
  words: {
    throttled: ["resourceExhausted", "429 Too Many Requests"],
    denied: ["permissionDenied", "403 Forbidden"],
    expired: ["unauthenticated", "401 Unauthorized"],
    unavailable: ["unavailable", "503 Service Unavailable"],
    timeout: ["deadlineExceeded", "context deadline exceeded"],
    capacity: ["resourceExhausted", "out of capacity"],
    quota: ["resourceExhausted", "quota exceeded"],
    conflict: ["aborted", "409 Conflict"],
  },
  retries: {},
};
