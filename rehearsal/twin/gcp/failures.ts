import type { Failures } from "../fault/failures.ts";

/** Reasons of the Google Cloud APIs. The provider tries 429 and 503 again until the operation's time is over. */
export const failures: Failures = {
  words: {
    throttled: ["resourceExhausted", "googleapi: Error 429: rateLimitExceeded"],
    denied: ["permissionDenied", "googleapi: Error 403: forbidden"],
    expired: ["unauthenticated", "oauth2: invalid_grant"],
    unavailable: ["unavailable", "googleapi: Error 503: backendError"],
    timeout: ["deadlineExceeded", "timeout while waiting for state to become 'done: true'"],
    capacity: ["resourceExhausted", "ZONE_RESOURCE_POOL_EXHAUSTED"],
    quota: ["resourceExhausted", "googleapi: Error 403: QUOTA_EXCEEDED"],
    conflict: ["aborted", "googleapi: Error 409: operationInProgress"],
  },
  retries: { throttled: Infinity, unavailable: Infinity },
};
