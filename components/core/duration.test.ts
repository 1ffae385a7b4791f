import { expect, it } from "vitest";
import { daysInSeconds, isoDuration, protoDuration } from "./duration.ts";

it.each([
  [60, "PT1M"],
  [90, "PT1M30S"],
  [300, "PT5M"],
  [5400, "PT1H30M"],
  [86_400, "P1D"],
  [93_600, "P1DT2H"],
  [daysInSeconds(14), "P14D"],
])("%i seconds are %s on Azure", (seconds, iso) => {
  expect(isoDuration(seconds)).toBe(iso);
});

it("are plain seconds on Google Cloud", () => {
  expect(protoDuration(90)).toBe("90s");
});
