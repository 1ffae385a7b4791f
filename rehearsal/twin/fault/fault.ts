/** The calls of a provider that can go wrong. */
export const OPERATIONS = ["create", "update", "delete", "read", "check", "configure", "invoke"] as const;
export type FaultOperation = (typeof OPERATIONS)[number];

/** Where in a call it goes wrong; `waiting` is when the object exists and is not ready, or is going and not gone. */
export const POINTS = ["before-effect", "after-effect", "waiting"] as const;
export type FaultPoint = (typeof POINTS)[number];

/** What a cloud answers, each in its own words. */
export const REFUSALS = [
  "throttled",
  "denied",
  "expired",
  "unavailable",
  "timeout",
  "capacity",
  "quota",
  "conflict",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** How it goes wrong: a refusal of the cloud, a delay, or the end of the provider's process or of the engine's. */
export const KINDS = [...REFUSALS, "slow", "crash-provider", "crash-engine"] as const;
export type FaultKind = (typeof KINDS)[number];

/** One thing to break. */
export interface Fault {
  /** `*` is every call that reaches a cloud. */
  readonly operation: FaultOperation | "*";
  /** Patterns: `*` stands for any text. */
  readonly type: string;
  readonly name: string;
  /** This one object and no other of its name. @default any */
  readonly urn?: string;
  readonly point: FaultPoint;
  readonly kind: FaultKind;
  /** How many calls it strikes; Infinity for all of the step. */
  readonly times: number;
  /** A region or zone: only what lies there is struck. @default anywhere */
  readonly place?: string;
  /** How long a slow call takes. @default 0 */
  readonly delaySeconds?: number;
}

/** What has an effect has points after it; the others can only fail as they begin. */
const EFFECTIVE: ReadonlySet<string> = new Set(["create", "update", "delete", "*"]);

/** Why such a fault can never be; undefined if it can. */
export const impossible = ({ operation, point }: Fault): string | undefined =>
  point === "before-effect" || EFFECTIVE.has(operation)
    ? undefined
    : `a ${operation} has no effect that something could come after: use ${operation}:…@before-effect`;

/** The fault as its author writes it. */
export function faultText({ operation, type, name, point, kind, times, place, delaySeconds }: Fault): string {
  if (place !== undefined || (operation === "*" && times === Infinity && kind === "unavailable" && name === "*")) {
    return ["outage", type.replace(/:\*$/, ""), ...(place === undefined ? [] : [place])].join(":");
  }
  const target = type === "*" && name === "*" ? "*" : `${type}::${name}`;
  const delay = kind === "slow" ? `:${delaySeconds ?? 0}s` : "";
  const count = times === 1 ? "" : `*${times === Infinity ? "always" : times}`;
  return `${operation}:${target}@${point}=${kind}${delay}${count}`;
}
