import type { Failures } from "../fault/failures.ts";

/** Reasons of a Kubernetes API server. */
export const failures: Failures = {
  words: {
    throttled: ["resourceExhausted", "the server has received too many requests and has asked us to try again later"],
    denied: ["permissionDenied", "forbidden: the user cannot do this in the API group at the cluster scope"],
    expired: ["unauthenticated", "the server has asked for the client to provide credentials"],
    unavailable: [
      "unavailable",
      "configured Kubernetes cluster is unreachable: unable to load schema information from the API server: connection refused",
    ],
    timeout: ["deadlineExceeded", "timed out waiting to be Ready"],
    capacity: ["resourceExhausted", "0/3 nodes are available"],
    quota: ["resourceExhausted", "forbidden: exceeded quota"],
    conflict: ["aborted", "the object has been modified; please apply your changes to the latest version"],
  },
  retries: {},
  // it starts without a cluster; of what it cannot see it keeps the state, where it was told to
  goesOn: (operation, args) => {
    const keepsState = args["skipUpdateUnreachable"] === true || args["skipUpdateUnreachable"] === "true";
    return operation === "configure" || (keepsState && /^(read|update)$/.test(operation));
  },
};
