import { type Limit, notWhole, outside, validate } from "../core/validate.ts";
import type { MeshPlan } from "./plan.ts";
import { LABEL } from "./settings.ts";

/** How calls to a host go. */
export interface Routed {
  readonly namespace: string;
  /** A service's full name. */
  readonly host: string;
  /** Where they go, by weight; the weights add up to 100. @default the host itself */
  readonly to?: readonly { readonly host: string; readonly port?: number; readonly weight: number }[];
  /** How long a call may take, with all its attempts. @default 15 */
  readonly timeoutSeconds?: number;
}
/** How many calls each pod of a workload takes. */
export interface Limited {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly requestsPerSecond: number;
  /** How many more may come at once. @default as many as `requestsPerSecond` */
  readonly burst?: number;
}

/** What a virtual service says; it is the same in every cluster. */
export function routedSpec({ settings }: MeshPlan, name: string, { namespace, host, to, timeoutSeconds = 15 }: Routed) {
  const targets = to ?? [{ host, weight: 100 }];
  const { attemptTimeoutSeconds } = settings.traffic;
  validate(`invalid route ${name}`, [
    ["name", !LABEL.test(name), `must be a DNS label, got ${name}`],
    ["namespace", !LABEL.test(namespace), `must be a namespace, got ${namespace}`],
    ["host", !host.includes("."), `must be a full name: a short one means another in each namespace, got ${host}`],
    ["to", targets.reduce((sum, { weight }) => sum + weight, 0) !== 100, "must have weights that add up to 100"],
    ...targets.map(
      ({ weight }, index): Limit => [
        `to[${index}].weight`,
        notWhole(weight, 0, 100),
        `must be 0 to 100, got ${weight}`,
      ],
    ),
    [
      "timeoutSeconds",
      outside(timeoutSeconds, attemptTimeoutSeconds, 3600),
      `must be ${attemptTimeoutSeconds} (one attempt: traffic.attemptTimeoutSeconds) to 3600, got ${timeoutSeconds}`,
    ],
  ]);
  return {
    hosts: [host],
    http: [
      {
        timeout: `${timeoutSeconds}s`,
        route: targets.map(({ host: target, port, weight }) => ({
          destination: { host: target, ...(port !== undefined && { port: { number: port } }) },
          weight,
        })),
      },
    ],
  };
}

/** What a filter says that turns calls away beyond a rate, in each pod by itself. */
export function limitedSpec(
  name: string,
  { namespace, labels, requestsPerSecond, burst = requestsPerSecond }: Limited,
) {
  validate(`invalid rate limit ${name}`, [
    ["name", !LABEL.test(name), `must be a DNS label, got ${name}`],
    ["namespace", !LABEL.test(namespace), `must be a namespace, got ${namespace}`],
    ["labels", Object.keys(labels).length === 0, "must select pods"],
    ["requestsPerSecond", notWhole(requestsPerSecond, 1, 1_000_000), `must be 1 to 1000000, got ${requestsPerSecond}`],
    ["burst", notWhole(burst, 0, 1_000_000), `must be 0 to 1000000, got ${burst}`],
  ]);
  const always = { default_value: { numerator: 100, denominator: "HUNDRED" } };
  const bucket = { max_tokens: requestsPerSecond + burst, tokens_per_fill: requestsPerSecond, fill_interval: "1s" };
  const manager = "envoy.filters.network.http_connection_manager";
  return {
    workloadSelector: { labels: { ...labels } },
    configPatches: [
      {
        applyTo: "HTTP_FILTER" as const,
        match: { context: "SIDECAR_INBOUND" as const, listener: { filterChain: { filter: { name: manager } } } },
        patch: {
          operation: "INSERT_BEFORE" as const,
          value: {
            name: "envoy.filters.http.local_ratelimit",
            typed_config: {
              "@type": "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit",
              stat_prefix: "local_rate_limit",
              token_bucket: bucket,
              filter_enabled: { runtime_key: "local_rate_limit_enabled", ...always },
              filter_enforced: { runtime_key: "local_rate_limit_enforced", ...always },
            },
          },
        },
      },
    ],
  };
}
