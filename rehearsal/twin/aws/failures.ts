import type { Failures } from "../fault/failures.ts";

/** Codes of the AWS APIs. The SDK in the provider tries throttled and failed calls again, 25 times by default. */
export const failures: Failures = {
  words: {
    throttled: ["resourceExhausted", "Throttling: Rate exceeded"],
    denied: ["permissionDenied", "AccessDenied: not authorized to perform this operation"],
    expired: ["unauthenticated", "ExpiredToken: The security token included in the request is expired"],
    unavailable: ["unavailable", "ServiceUnavailable (503)"],
    timeout: ["deadlineExceeded", "timeout while waiting for state to become 'available'"],
    capacity: ["resourceExhausted", "InsufficientInstanceCapacity"],
    quota: ["resourceExhausted", "LimitExceededException"],
    conflict: ["aborted", "OperationAborted: A conflicting conditional operation is currently in progress"],
  },
  retries: { throttled: 25, unavailable: 25 },
};
