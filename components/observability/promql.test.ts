import fc from "fast-check";
import { expect, it } from "vitest";
import { duration, quoted, series, sumRate } from "./promql.ts";

it("writes series as PromQL does", () => {
  expect(series("up")).toBe("up");
  expect(series("up", { job: 'a"b\\c', code: { matches: "5.." } })).toBe(String.raw`up{job="a\"b\\c",code=~"5.."}`);
  expect(sumRate(series("up", { job: "a" }), "5m")).toBe('sum(rate(up{job="a"}[5m]))');
});

it("ends a value where it ends, whatever is in it", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const text = quoted(value);
      expect(text).toMatch(/^"(?:\\.|[^"\\\n])*"$/);
      const read = text.slice(1, -1).replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
      expect(read).toBe(value);
    }),
  );
});

it("writes a window so that it is the same again", () => {
  const minutes = { m: 1, h: 60, d: 1440 } as const;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 43_200 }), (length) => {
      const [, amount, unit] = /^(\d+)([mhd])$/.exec(duration(length)) ?? [];
      expect(Number(amount) * minutes[unit as keyof typeof minutes]).toBe(length);
    }),
  );
});
