import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { sampleReport } from "../testing.ts";
import { renderSummary } from "./summary.ts";

const linesOf = (text: string): string[] => text.trimEnd().split("\n");
const SAMPLES = {
  small: { resources: 12 },
  passing: { resources: 300, passing: true },
  broken: { broken: true },
  hostile: { hostile: true },
};

test("a small report reads like this", () => {
  expect(renderSummary(sampleReport({ resources: 12 }), { width: 80, color: false })).toMatchSnapshot();
});

describe.each(Object.entries(SAMPLES))("%s", (_name, sample) => {
  test.each([80, 60, 40, 120])("fits %i columns and one screen", (width) => {
    const lines = linesOf(renderSummary(sampleReport(sample), { width, color: true }));
    expect(lines.length).toBeLessThanOrEqual(22);
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });
});

test("a report with much of everything still fits, and counts what it leaves out", () => {
  const report = sampleReport({ resources: 1000 });
  report.reasons = Array.from({ length: 40 }, (_, index) => `reason ${index} ${"word ".repeat(60)}`);
  report.steps = Array.from({ length: 30 }, (_, index) => ({
    ...(report.steps[index % 4] ?? report.steps[0]!),
    number: index + 1,
  }));
  const lines = linesOf(renderSummary(report, { width: 80, color: false }));
  expect(lines.length).toBeLessThanOrEqual(22);
  expect(lines.join("\n")).toMatch(/and 38 more in the report[^]*and 25 more in the report/);
});

test("without colour there is no escape, and colour adds nothing else", () => {
  const plain = renderSummary(sampleReport(), { width: 80, color: false });
  const coloured = renderSummary(sampleReport(), { width: 80, color: true });
  expect(plain).not.toContain("\u001b");
  expect(coloured).toContain("\u001b[31m");
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test("names cannot reach the terminal's controls", () => {
  const text = renderSummary(sampleReport({ hostile: true }), { width: 200, color: false });
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});

test("wide characters are cut by their width", () => {
  const report = sampleReport();
  report.reasons = ["漢字".repeat(100)];
  for (const line of linesOf(renderSummary(report, { width: 50, color: false })))
    expect(stringWidth(line)).toBeLessThanOrEqual(50);
});
