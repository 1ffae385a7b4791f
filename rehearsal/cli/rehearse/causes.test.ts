import { describe, expect, it } from "vitest";
import { renderPrograms } from "../../report/terminal/programs.ts";
import { sampleReport } from "../../report/testing.ts";
import { causeOf } from "./causes.ts";

/** A report whose first step failed with these words. */
function failedWith(message: string) {
  const { steps, reasons } = sampleReport({ broken: true });
  const [step] = steps;
  return { steps: step ? [{ ...step, diagnostics: [{ severity: "error" as const, urn: "", message }] }] : [], reasons };
}

describe("the cause of a failure", () => {
  it.each([
    ["an asset or archive is made of './bin', which does not exist: is it built?", /build/],
    ["Missing required configuration variable 'shop:size'", /configuration/],
    ["the chart 'wordpress' is not rendered in a rehearsal", /chart/],
    ["TypeError: Cannot read properties of undefined (reading 'SqlServer')", /fit its SDK/],
    ["ReferenceError: require is not defined in ES module scope, you can use import instead", /kinds of modules/],
    ["the program did nothing for 90 s and was stopped (--idle sets the limit). Usual causes: a timer", /of its own/],
    ["request failed: getaddrinfo ENOTFOUND example.com", /network/],
  ])("is named: %s", (message, cause) => {
    expect(causeOf(failedWith(message))).toMatch(cause);
  });

  it.each([
    "creating Bucket (b): BucketAlreadyExists",
    "TypeError: Cannot read properties of undefined (reading 'id')",
    "Cannot find module './missing'",
    "the program did nothing for 90 s and was stopped (--idle sets the limit). Registrations under way: queue. Usual",
  ])("is not made up: %s", (message) => {
    expect(causeOf(failedWith(message))).toBeUndefined();
  });
});

describe("several programs", () => {
  it("are counted twice: all, and those that nothing else keeps from passing", () => {
    const text = renderPrograms(
      [
        { name: "a", passed: true },
        { name: "longer", passed: false, cause: "it does not compile" },
        { name: "c", passed: false },
      ],
      false,
    );
    expect(text).toBe(`✓ a
– longer  it does not compile
✗ c       failed
1 of 3 programs passed: 33.3 % of all, 50 % of those without another cause
`);
  });
});
