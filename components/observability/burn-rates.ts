import type { Severity } from "./alerting.ts";

/** An alert when the error budget burns this many times too fast, over a long window and still over a short one. */
export interface BurnRate {
  readonly factor: number;
  readonly longMinutes: number;
  readonly shortMinutes: number;
  readonly severity: Severity;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** For a window of 30 days: 2 %, 5 %, 10 % and 10 % of the budget are gone (The Site Reliability Workbook, chapter 5). */
export const BURN_RATES: readonly BurnRate[] = [
  { factor: 14.4, longMinutes: HOUR, shortMinutes: 5, severity: "page" },
  { factor: 6, longMinutes: 6 * HOUR, shortMinutes: 30, severity: "page" },
  { factor: 3, longMinutes: DAY, shortMinutes: 2 * HOUR, severity: "ticket" },
  { factor: 1, longMinutes: 3 * DAY, shortMinutes: 6 * HOUR, severity: "ticket" },
];

/** The part of requests that may fail, of an objective in percent; what a decimal cannot hold is rounded off. */
export function errorBudget(objective: number): number {
  return Number(((100 - objective) / 100).toFixed(12));
}

/** How long everything may fail within the window. */
export function budgetMinutes(objective: number, windowDays: number): number {
  return errorBudget(objective) * windowDays * DAY;
}

/** The part of requests whose failing burns the budget so fast. */
export function threshold(factor: number, objective: number): number {
  return Number((factor * errorBudget(objective)).toPrecision(12));
}

/** How much of the budget is gone when the alert comes at the earliest: 0 to 1. */
export function spent({ factor, longMinutes }: BurnRate, windowDays: number): number {
  return (factor * longMinutes) / (windowDays * DAY);
}
