import { expect, it } from "vitest";
import { Exceptions } from "./exceptions.ts";
import type { Finding } from "./finding.ts";

const urn = "urn:pulumi:prod::shop::shop:index:Store$aws:sns/topic:Topic::news-eu";
const entry = {
  rule: "encryption-at-rest",
  resource: "shop:index:Store$aws:sns/topic:Topic::news-*",
  matches: 1,
  reason: "nothing secret",
  owner: "sales",
  approver: "security",
  expires: "2026-11-30",
};
const finding: Finding = {
  rule: "encryption-at-rest",
  verdict: "fail",
  severity: "high",
  urn,
  type: "aws:sns/topic:Topic",
  path: "kmsMasterKeyId",
  what: "is not set",
  why: "",
  how: "",
  fingerprint: "",
};
const wordAt = (asOf: string, change: object = {}) =>
  new Exceptions([{ ...entry, ...change }], asOf).apply(finding).verdict;
const noticesAt = (asOf: string, change: object = {}, findings = [finding]) => {
  const exceptions = new Exceptions([{ ...entry, ...change }], asOf);
  for (const each of findings) exceptions.apply(each);
  return exceptions.notices();
};

it("holds to its last day", () => {
  expect([wordAt("2026-11-30"), wordAt("2026-12-01")]).toEqual(["excepted", "fail"]);
  expect(noticesAt("2026-12-01")).toEqual([{ failing: false, text: expect.stringContaining("expired on 2026-11-30") }]);
});

it("announces its end, at the latest when half the term is over", () => {
  expect(noticesAt("2026-11-10")).toEqual([]);
  expect(noticesAt("2026-11-20")).toEqual([{ failing: false, text: expect.stringContaining("ends on 2026-11-30") }]);
});

it("says when it runs longer than the severity allows", () => {
  expect(noticesAt("2026-10-01")).toEqual([{ failing: false, text: expect.stringContaining("more than the 30 days") }]);
});

it.each(["aws:sns/topic:Topic::news-eu", "shop:index:Store$aws:sns/topic:Topic::news-eu", "aws:sns/topic:Topic::*-eu"])(
  "covers by type and name: %s",
  (resource) => {
    expect(wordAt("2026-11-23", { resource })).toBe("excepted");
  },
);

it.each([
  "aws:sqs/queue:Queue::news-eu",
  "sns/topic:Topic::news-eu",
  "aws:sns/topic:Topic::news",
  "aws:sns/topic:Topic::news.eu",
  "other:index:Store$aws:sns/topic:Topic::news-eu",
])("does not cover another type, name or parent: %s", (resource) => {
  expect(wordAt("2026-11-23", { resource })).toBe("fail");
});

it("covers no more than it says, and something", () => {
  const another = { ...finding, urn: `${urn}-west` };
  expect(noticesAt("2026-11-10", {}, [finding, another])).toEqual([
    { failing: true, text: expect.stringContaining("may cover 1, but covers 2") },
  ]);
  expect(noticesAt("2026-11-10", {}, [])).toEqual([
    { failing: false, text: expect.stringContaining("matches nothing") },
  ]);
});

it.each([
  { owner: "" },
  { matches: 0 },
  { expires: "soon" },
  { expires: "2026-13-45" },
  { resource: "*" },
  { rule: 1 },
])("takes a bad entry for a fault and not for an exception: %o", (change) => {
  expect(wordAt("2026-11-23", change)).toBe("fail");
  expect(noticesAt("2026-11-23", change)).toEqual([{ failing: true, text: expect.stringContaining("exceptions[0]") }]);
});
