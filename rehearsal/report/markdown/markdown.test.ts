import { expect, test } from "vitest";
import { HOSTILE, sampleReport } from "../testing.ts";
import { MARKDOWN_LIMIT, renderMarkdown } from "./index.ts";

test("a small report reads like this", () => {
  expect(renderMarkdown(sampleReport({ resources: 12 }))).toMatchSnapshot();
});

test("a failed deployment says why", () => {
  const text = renderMarkdown(sampleReport({ resources: 6, broken: true }));
  expect(text).toContain("### Errors\n\n- Step 1, `aws-orders-cluster`: creating aws-orders-cluster: LimitExceeded");
});

test("the comment stays within its limit and says what is left out", () => {
  const report = sampleReport({ resources: 4000 });
  for (const operation of report.steps[0]?.operations ?? []) operation.op = "update";
  const text = renderMarkdown(report);
  expect(text.length).toBeLessThanOrEqual(MARKDOWN_LIMIT);
  expect(text).toMatch(/> \*\*This comment is cut:\*\* \d+ entries do not fit here/);
  expect(text).toContain("**Fix:** List the actions the workload needs");
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
});

test("whatever is long, the limit holds", () => {
  const report = sampleReport({ resources: 50 });
  const long = "|`<@x ".repeat(20_000);
  report.project.name = report.seed = long;
  report.reasons = Array.from({ length: 500 }, () => long);
  report.fidelity.notes = Array.from({ length: 5000 }, () => long);
  for (const step of report.steps) step.title = long;
  for (const finding of report.policies.findings)
    Object.assign(finding, { policy: long, pack: long, message: long, fix: long });
  for (const pack of report.policies.packs) pack.name = long;
  const text = renderMarkdown(report);
  expect(text.length).toBeLessThanOrEqual(MARKDOWN_LIMIT);
  expect(text).toContain("This comment is cut");
  expect(text).toContain("and 490 more reasons");
});

test("names and messages cannot write markup, mention anybody or leave their cell", () => {
  const text = renderMarkdown(sampleReport({ hostile: true }));
  const outsideCode = text.replace(/(`+) ?[^\n]*?[^`]\1(?!`)/g, "");
  expect(outsideCode).not.toMatch(/<(?!\/?(details|summary|sub)>)/);
  expect(outsideCode).not.toContain("@acme");
  expect(text).not.toContain("\u001b");
  const widths = text.match(/^\| .*\|$/gm)?.map((row) => row.match(/(?<!\\)\|/g)?.length);
  expect(new Set(widths)).toEqual(new Set([4, 6]));
  expect(HOSTILE).toContain("@acme");
});
