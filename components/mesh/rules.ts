import { type Limit, notWhole, outside, validate } from "../core/validate.ts";
import { type MeshPlan } from "./plan.ts";
import { portLimits } from "./settings.ts";

/** A workload, as others know it: by its service account. */
export interface Principal {
  readonly namespace: string;
  readonly serviceAccount: string;
}
/** Who may call whom. */
export interface Allowed {
  readonly from: readonly Principal[];
  /** Istio knows the called by labels; without, it is the whole namespace. */
  readonly to: { readonly namespace: string; readonly labels?: Readonly<Record<string, string>> };
  /** @default all */
  readonly ports?: readonly number[];
  /** Of HTTP; other calls are then turned away. @default all */
  readonly methods?: readonly string[];
  /** Of HTTP: `/orders/*`. @default all */
  readonly paths?: readonly string[];
  /** In which clusters. @default all */
  readonly clusters?: readonly string[];
}
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

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Which namespaces see which others' services. */
export type Sight = ReadonlyMap<string, readonly string[]>;

/** The limits of a right to call; `sight` says which services a namespace knows at all. */
export function checkAllowed({ settings, members }: MeshPlan, name: string, allowed: Allowed, sight: Sight): void {
  const { from, to, ports, methods = [], paths = [], clusters = [] } = allowed;
  const known = members.map((member) => member.name);
  // gateways see all
  const edges = settings.edge.gateways.map(({ namespace }) => namespace);
  validate(`invalid right to call ${name}`, [
    ["name", !NAME.test(name), `must be a DNS label, got ${name}`],
    ["from", from.length === 0, "must name somebody: a rule without would let everybody in"],
    ...from.flatMap(({ namespace, serviceAccount }, index): Limit[] => [
      [`from[${index}].namespace`, !NAME.test(namespace), `must be a namespace, got ${namespace}`],
      [`from[${index}].serviceAccount`, !NAME.test(serviceAccount), `must be a service account, got ${serviceAccount}`],
      [
        `from[${index}].serviceAccount`,
        serviceAccount === "default",
        "is every workload's that has no account of its own: give the caller one",
      ],
      [
        `from[${index}].namespace`,
        namespace !== to.namespace &&
          !edges.includes(namespace) &&
          !(sight.get(namespace) ?? []).includes(to.namespace),
        `does not see ${to.namespace}, so that its calls would find nobody: say so with sees() first`,
      ],
    ]),
    ["to.namespace", !NAME.test(to.namespace), `must be a namespace, got ${to.namespace}`],
    ...(ports === undefined ? [] : portLimits("ports", ports)),
    ...methods.map(
      (method): Limit => ["methods", !METHODS.includes(method), `must be of ${METHODS.join(", ")}, got ${method}`],
    ),
    ...paths.map((path): Limit => ["paths", !path.startsWith("/") && path !== "*", `must begin with /, got ${path}`]),
    ...clusters.map((cluster): Limit => ["clusters", !known.includes(cluster), `${cluster} is none of the mesh's`]),
  ]);
}

/** What a policy says for a right to call. */
export function allowedSpec({ settings }: MeshPlan, { from, to, ports, methods, paths }: Allowed) {
  const principals = from.map(
    ({ namespace, serviceAccount }) => `${settings.trustDomain}/ns/${namespace}/sa/${serviceAccount}`,
  );
  const operation = {
    ...(ports && { ports: ports.map(String) }),
    ...(methods && { methods: [...methods] }),
    ...(paths && { paths: [...paths] }),
  };
  return {
    action: "ALLOW" as const,
    ...(to.labels && { selector: { matchLabels: { ...to.labels } } }),
    rules: [{ from: [{ source: { principals } }], ...(Object.keys(operation).length > 0 && { to: [{ operation }] }) }],
  };
}

/** What a virtual service says; it is the same in every cluster. */
export function routedSpec({ settings }: MeshPlan, name: string, { namespace, host, to, timeoutSeconds = 15 }: Routed) {
  const targets = to ?? [{ host, weight: 100 }];
  const { attemptTimeoutSeconds } = settings.traffic;
  validate(`invalid route ${name}`, [
    ["name", !NAME.test(name), `must be a DNS label, got ${name}`],
    ["namespace", !NAME.test(namespace), `must be a namespace, got ${namespace}`],
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
    ["name", !NAME.test(name), `must be a DNS label, got ${name}`],
    ["namespace", !NAME.test(namespace), `must be a namespace, got ${namespace}`],
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
