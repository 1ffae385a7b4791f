import type { Value } from "../../wire/value.ts";
import type { Failures } from "../fault/failures.ts";

const TRUE = new Set<Value>([true, "true"]);

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
  deleted: "the cluster was deleted: PULUMI_K8S_DELETE_UNREACHABLE=true lets the provider forget what was in it",
  // as Check, Read and Delete of pulumi-kubernetes do (4.34, provider/pkg/provider/provider.go)
  unanswered: ({ operation, type }, args, env) => {
    const told = (key: string, variable: string) => TRUE.has(args[key] ?? env[variable] ?? false);
    const forgets = told("deleteUnreachable", "PULUMI_K8S_DELETE_UNREACHABLE");
    const skips = told("skipUpdateUnreachable", "PULUMI_K8S_SKIP_UPDATE_UNREACHABLE");
    if (operation === "configure") return "own part";
    if (operation === "check") return skips ? "as it was" : "own part";
    if (operation === "read") return forgets ? "gone" : skips ? "as it was" : undefined;
    // a release is kept until somebody can be asked
    return operation === "delete" && forgets && type !== "kubernetes:helm.sh/v3:Release" ? "gone" : undefined;
  },
};
