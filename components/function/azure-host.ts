import type { FunctionSpec } from "./args.ts";

/** What the Functions host reads beside the code: how long, how many, how much is logged. */
export function hostJson({ timeoutSeconds }: FunctionSpec): string {
  return JSON.stringify({
    version: "2.0",
    functionTimeout: clock(timeoutSeconds),
    extensionBundle: { id: "Microsoft.Azure.Functions.ExtensionBundle", version: "[4.*, 5.0.0)" },
    extensions: {
      http: { routePrefix: "" },
      serviceBus: {
        autoCompleteMessages: true,
        // the lock is shorter than the work may be: the host renews it that long
        maxAutoLockRenewalDuration: clock(timeoutSeconds),
        maxConcurrentCalls: 1,
        maxConcurrentSessions: 1,
      },
    },
    logging: { logLevel: { default: "Information" } },
  });
}

function clock(seconds: number): string {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}
