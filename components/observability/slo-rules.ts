import { type BurnRate, budgetMinutes, errorBudget, threshold } from "./burn-rates.ts";
import { duration, series, sumRate } from "./promql.ts";
import type { Rule, RuleGroup } from "./rule-group.ts";
import type { Indicator, MeshService, SloSpec } from "./slo-plan.ts";

// a window of days hardly moves in minutes, and is dear to read
const SLOW_MINUTES = 1440;
const ratioAt = (window: string) => `slo:errors:ratio_rate${window}`;

/** The part of requests that were not good, over each window; what is left of the budget; and when somebody is told. */
export function sloGroups(spec: SloSpec): readonly RuleGroup[] {
  const { name, service, objective, windowDays, burnRates } = spec;
  const labels = { slo: name, service: service.name, namespace: service.namespace };
  const whole = windowDays * 1440;
  const windows = [...new Set([...burnRates.flatMap((rate) => [rate.longMinutes, rate.shortMinutes]), whole])];
  const ratios = (minutes: readonly number[]) =>
    minutes
      .toSorted((one, other) => one - other)
      .map(duration)
      .map((window): Rule => ({ record: ratioAt(window), expr: errorRatio(spec, window), labels }));
  const left = `1 - ${series(ratioAt(duration(whole)), { slo: name })} / ${errorBudget(objective)}`;
  return [
    { name: `slo-${name}`, interval: "30s", rules: ratios(windows.filter((minutes) => minutes < SLOW_MINUTES)) },
    {
      name: `slo-${name}-days`,
      interval: "5m",
      rules: [
        ...ratios(windows.filter((minutes) => minutes >= SLOW_MINUTES)),
        { record: "slo:budget_left:ratio", expr: left, labels },
      ],
    },
    { name: `slo-${name}-alerts`, interval: "30s", rules: burnRates.map((rate) => burning(spec, rate, labels)) },
  ].filter(({ rules }) => rules.length > 0);
}

/** The part of requests, over a window, that were not good: all where none was good, none where there were no requests. */
export function errorRatio({ indicator, service }: Pick<SloSpec, "indicator" | "service">, window: string): string {
  const { good, total } = counted(indicator, service, window);
  return `1 - (${good} or vector(0)) / (${total} > 0) or vector(0)`;
}

function counted(indicator: Indicator, { name, namespace }: MeshService, window: string) {
  if (typeof indicator === "object" && "good" in indicator) {
    const within = (text: string) => `sum(${text.replaceAll("$window", window)})`;
    return { good: within(indicator.good), total: within(indicator.total) };
  }
  // as the called saw it: each call once, with those that the mesh turned away
  const called = {
    reporter: "destination",
    destination_service_name: name,
    destination_service_namespace: namespace,
  };
  if (indicator === "availability") {
    return {
      good: sumRate(series("istio_requests_total", { ...called, response_code: { matches: "[1-4].." } }), window),
      total: sumRate(series("istio_requests_total", called), window),
    };
  }
  const times = "istio_request_duration_milliseconds";
  return {
    good: sumRate(series(`${times}_bucket`, { ...called, le: String(indicator.latencyMs) }), window),
    total: sumRate(series(`${times}_count`, called), window),
  };
}

function burning({ name, objective, windowDays, runbook }: SloSpec, rate: BurnRate, labels: Rule["labels"]): Rule {
  const { factor, longMinutes, shortMinutes, severity } = rate;
  const over = (minutes: number) =>
    `${series(ratioAt(duration(minutes)), { slo: name })} > ${threshold(factor, objective)}`;
  const minutes = Math.round(budgetMinutes(objective, windowDays) * 10) / 10;
  return {
    alert: "ErrorBudgetBurns",
    expr: `${over(longMinutes)} and ${over(shortMinutes)}`,
    labels: { ...labels, severity, window: duration(longMinutes) },
    annotations: {
      summary: `${name} burns its budget (${minutes} min in ${windowDays} days) ${factor} times too fast`,
      runbook_url: runbook,
    },
  };
}
