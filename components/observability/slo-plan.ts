import { isDnsLabel } from "../core/dns-label.ts";
import { type Limit, notWhole, outside, validate } from "../core/validate.ts";
import { SEVERITIES } from "./alerting.ts";
import { BURN_RATES, type BurnRate, spent, threshold } from "./burn-rates.ts";
import type { RuleTransforms } from "./native.ts";
import type { RulesPlace } from "./place.ts";
import { runbookLimit } from "./runbook.ts";

export interface SloArgs {
  readonly observability: RulesPlace;
  /** Whose objective it is: a service of the mesh. */
  readonly service: MeshService;
  /** The part of requests that must be good, in percent: more than 0, less than 100. */
  readonly objective: number;
  /** Over how many days: 7, 28 or 30. @default 30 */
  readonly windowDays?: number;
  /** What is good. @default an answer that is no error of the server (5xx) */
  readonly indicator?: Indicator;
  /** When somebody is told. @default 14.4x over 1 h and 6x over 6 h page, 3x over 1 d and 1x over 3 d are tickets */
  readonly burnRates?: readonly BurnRate[];
  /** What to do: `https://…`. */
  readonly runbook: string;
  /** Changes to its objects. @default {} */
  readonly transform?: RuleTransforms;
}
/** A service as the mesh knows it. */
export interface MeshService {
  readonly namespace: string;
  readonly name: string;
}
/** What is counted as good, as the mesh sees it, or as two counters in PromQL, in which `$window` stands for a window. */
export type Indicator =
  | "availability"
  /** Good is an answer within the time; the mesh counts at bounds.ts's bounds only. */
  | { readonly latencyMs: number }
  | { readonly good: string; readonly total: string };

/** `SloArgs` with every default applied and every limit checked. */
export interface SloSpec {
  readonly name: string;
  readonly service: MeshService;
  readonly objective: number;
  readonly windowDays: number;
  readonly indicator: Indicator;
  readonly burnRates: readonly BurnRate[];
  readonly runbook: string;
}

const WINDOWS = [7, 28, 30];
/** Between which bounds Envoy counts how long answers take, in milliseconds (its default histogram buckets). */
export const BOUNDS_MS = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000,
  3_600_000,
];

export function resolveSlo(name: string, args: SloArgs): SloSpec {
  const { service, objective, windowDays = 30, indicator = "availability", burnRates = BURN_RATES, runbook } = args;
  const { metricsDays } = args.observability.plan.retention;
  validate(`invalid objective ${name}`, [
    ["service.namespace", !isDnsLabel(service.namespace), `must be a namespace, got ${service.namespace}`],
    ["service.name", !isDnsLabel(service.name), `must be a service, got ${service.name}`],
    [
      "objective",
      !(objective > 0 && objective < 100),
      `must be more than 0 and less than 100 (without a budget there is no alert in time), got ${objective}`,
    ],
    ["windowDays", !WINDOWS.includes(windowDays), `must be one of ${WINDOWS.join(", ")}, got ${windowDays}`],
    ["windowDays", windowDays > metricsDays, `must be within the days that metrics are kept (${metricsDays})`],
    ...indicatorLimits(indicator),
    ["burnRates", burnRates.length === 0, "must have one: nobody would be told"],
    ...burnRates.flatMap((rate, index) => rateLimits(rate, `burnRates[${index}]`, objective, windowDays)),
    runbookLimit(runbook),
  ]);
  return { name, service, objective, windowDays, indicator, burnRates, runbook };
}

function indicatorLimits(indicator: Indicator): readonly Limit[] {
  if (indicator === "availability") return [];
  if ("latencyMs" in indicator) {
    const { latencyMs } = indicator;
    return [
      [
        "indicator.latencyMs",
        !BOUNDS_MS.includes(latencyMs),
        `must be one of ${BOUNDS_MS.join(", ")} (Envoy counts at these), got ${latencyMs}`,
      ],
    ];
  }
  return (["good", "total"] as const).map(
    (part): Limit => [`indicator.${part}`, !indicator[part].includes("[$window]"), "must have a range [$window]"],
  );
}

function rateLimits(rate: BurnRate, path: string, objective: number, windowDays: number): readonly Limit[] {
  const { factor, longMinutes, shortMinutes, severity } = rate;
  const gone = spent(rate, windowDays);
  return [
    [`${path}.factor`, outside(factor, 1, 1000), `must be 1 to 1000, got ${factor}`],
    [
      `${path}.factor`,
      threshold(factor, objective) >= 1,
      `${factor} times the budget of ${objective} % is all requests: it could never be exceeded`,
    ],
    [`${path}.longMinutes`, notWhole(longMinutes, 5, 7 * 1440), `must be 5 to 10080, got ${longMinutes}`],
    [`${path}.longMinutes`, gone > 1, `tells when ${Math.round(gone * 100)} % of the budget are gone: too late`],
    [
      `${path}.shortMinutes`,
      notWhole(shortMinutes, 2, longMinutes - 1),
      `must be 2 (two readings of 30 s and more) to less than longMinutes (${longMinutes}), got ${shortMinutes}`,
    ],
    [`${path}.severity`, !SEVERITIES.includes(severity), `must be one of ${SEVERITIES.join(", ")}, got ${severity}`],
  ];
}
