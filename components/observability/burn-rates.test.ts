import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BURN_RATES, budgetMinutes, errorBudget, spent, threshold } from "./burn-rates.ts";

// in thousandths of a percent, as people write objectives
const objectives = fc.integer({ min: 1, max: 99_999 }).map((thousandths) => thousandths / 1000);

describe("an error budget", () => {
  it("is what people say of it", () => {
    expect(errorBudget(99.9)).toBe(0.001);
    expect(budgetMinutes(99.9, 30)).toBeCloseTo(43.2, 9);
    expect(threshold(14.4, 99.9)).toBe(0.0144);
  });

  it("and its objective are everything", () => {
    fc.assert(fc.property(objectives, (objective) => Math.abs(errorBudget(objective) * 100 + objective - 100) < 1e-9));
  });

  it("shrinks as the objective grows, and grows with the window", () => {
    fc.assert(
      fc.property(objectives, objectives, fc.integer({ min: 1, max: 90 }), (one, other, days) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(budgetMinutes(high, days)).toBeLessThanOrEqual(budgetMinutes(low, days));
        expect(budgetMinutes(low, days)).toBeLessThan(budgetMinutes(low, days + 1));
      }),
    );
  });
});

describe("the usual burn rates", () => {
  it("tell when 2, 5, 10 and 10 of 100 parts of the budget are gone", () => {
    expect(BURN_RATES.map((rate) => Math.round(spent(rate, 30) * 1000) / 10)).toEqual([2, 5, 10, 10]);
  });

  it("look for a twelfth of their long window, to stop soon when it is over", () => {
    for (const { longMinutes, shortMinutes } of BURN_RATES) expect(longMinutes / shortMinutes).toBe(12);
  });

  it("come the later, the slower the budget burns", () => {
    const factors = BURN_RATES.map(({ factor }) => factor);
    expect(factors).toEqual(factors.toSorted((one, other) => other - one));
  });
});

it("a faster burn needs more errors to be told", () => {
  fc.assert(
    fc.property(objectives, fc.integer({ min: 1, max: 500 }), (objective, factor) => {
      expect(threshold(factor + 1, objective)).toBeGreaterThan(threshold(factor, objective));
    }),
  );
});
