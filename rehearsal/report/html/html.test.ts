import { expect, test } from "vitest";
import { sampleJudgement } from "../judgement/testing.ts";
import { HOSTILE, sampleReport } from "../testing.ts";
import { renderHtml } from "./index.ts";
import { renderJudgementHtml } from "./judgement.ts";

const VOID = new Set(["meta", "link", "input"]);

/** The tags that are not closed where they should be. */
function unbalanced(page: string): string[] {
  const body = page.replace(/<(style|script)([^>]*)>[^]*?<\/\1>/g, "<$1$2></$1>");
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name = "", rest = ""] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g)) {
    if (close && open.pop() !== name) wrong.push(name);
    if (!close && !rest.endsWith("/") && !VOID.has(name)) open.push(name);
  }
  return [...wrong, ...open];
}

test("the main part of a small report reads like this", () => {
  const page = renderHtml(sampleReport({ resources: 6 }));
  expect(page.slice(page.indexOf("<header"), page.indexOf("<script type"))).toMatchSnapshot();
});

test.each([{ resources: 0 }, { resources: 60 }, { hostile: true }, { passing: true }, { broken: true }])(
  "%j: every tag is closed, every id is one",
  (sample) => {
    const page = renderHtml(sampleReport(sample));
    expect(unbalanced(page)).toEqual([]);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? "");
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  },
);

test("hostile text stays text", () => {
  const page = renderHtml(sampleReport({ hostile: true }));
  expect(page).not.toContain("<img");
  expect(page).not.toContain('"><b>');
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  expect(page.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(page).not.toMatch(/ on[a-z]+="(?!alert)/);
});

test("nothing is loaded from anywhere, and the policy forbids it", () => {
  const page = renderHtml(sampleReport());
  expect(page).not.toMatch(/(?:src|srcset|action|xlink:href)=|url\((?!#)|@import/);
  expect([...page.matchAll(/href="([^#][^"]*)"/g)].map(([, to]) => to)).toEqual(["data:,"]);
  expect(page).not.toMatch(/https?:/);
  expect(page).toMatch(
    /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/,
  );
});

test.each([undefined, HOSTILE])("a judgement makes a page like that, too: %j", (text) => {
  const page = renderJudgementHtml(sampleJudgement(text), { subject: text ?? "state.json", tool: "1" });
  expect(unbalanced(page)).toEqual([]);
  expect(page).not.toMatch(/<img|https?:|<(?:script|form)/);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect([...page.matchAll(/href="#([^"]+)"/g)].filter(([, id]) => !ids.includes(id))).toEqual([]);
  expect(page).toContain("script-src 'none'");
});

test("the same report is the same page", () => {
  expect(renderHtml(sampleReport())).toBe(renderHtml(structuredClone(sampleReport())));
});

test("4,000 resources make a page of a few megabytes, quickly", () => {
  expect(renderHtml(sampleReport({ resources: 4000 })).length).toBeLessThan(6_500_000);
});
