import type { Failures } from "../fault/failures.ts";

/** Codes of Azure Resource Manager. The client in the provider tries 408, 429 and 5xx three times. */
export const failures: Failures = {
  words: {
    throttled: ["resourceExhausted", 'Status=429 Code="TooManyRequests"'],
    denied: ["permissionDenied", 'Status=403 Code="AuthorizationFailed"'],
    expired: ["unauthenticated", 'Status=401 Code="ExpiredAuthenticationToken"'],
    unavailable: ["unavailable", 'Status=503 Code="ServiceUnavailable"'],
    timeout: ["deadlineExceeded", 'Status=504 Code="GatewayTimeout"'],
    capacity: ["resourceExhausted", 'Code="SkuNotAvailable"'],
    quota: ["resourceExhausted", 'Code="QuotaExceeded"'],
    conflict: ["aborted", 'Status=409 Code="AnotherOperationInProgress"'],
  },
  retries: { throttled: 3, unavailable: 3, timeout: 3, conflict: 3 },
};
