import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { expectedOf, findCases } from "./case.ts";
import { LEVELS, type Level, type Observed } from "./compare.ts";
import { type CaseReport, conform } from "./conform.ts";

const SUITE = fileURLToPath(new URL("../../conformance", import.meta.url));
const cases = findCases(SUITE);
const levels = Object.keys(LEVELS) as Level[];

describe("recorded decisions of the real engine", () => {
  const reports = new Map<string, CaseReport>();
  beforeAll(async () => {
    const atOnce = 2 * availableParallelism();
    await conform({ folders: [SUITE], only: undefined, atOnce, onCase: (report) => reports.set(report.name, report) });
  }, 900_000);

  it.each(cases.map(({ name }) => name))("%s: the same on all levels", (name) => {
    const mismatches = levels.flatMap((level) =>
      (reports.get(name)?.mismatches[level] ?? ["did not run"]).map((text) => `${level}: ${text}`),
    );
    expect(mismatches).toEqual([]);
  });
});

describe("the comparison", () => {
  const test = cases.find(({ name }) => name === "create");
  const expected = test && expectedOf(test, 2);
  if (!expected) throw new Error("the suite has no case 'create'");
  const ops = expected.ops.map((op, i) => ({
    ...op,
    key: `${op.op} ${op.urn}`,
    start: i * 2,
    end: i * 2 + 1,
    isDelete: false,
  }));
  const seen: Observed = { ...expected, ops: ops.map((op) => ({ ...op, ...order(op.key) })) };

  // the order in which the record says that things were done
  function order(key: string): { start: number; end: number } {
    const rank = ["Stack", "providers", "Thing::a", "Thing::b", "Thing::c"].findIndex((part) => key.includes(part));
    return { start: rank * 2, end: rank * 2 + 1 };
  }

  it("finds nothing where nothing differs", () => {
    expect(levels.flatMap((level) => LEVELS[level](expected, seen))).toEqual([]);
  });

  it.each<[Level, Partial<Observed>]>([
    ["operations", { result: "failure" }],
    ["operations", { ops: seen.ops.slice(1) }],
    ["state", { state: (expected.state ?? []).map((entry, i) => (i === 0 ? { ...entry, protect: true } : entry)) }],
    ["order", { ops: seen.ops.map((op) => ({ ...op, start: 0 })) }],
    ["reasons", { changes: { create: 3 } }],
    ["policies", { policies: [{ policy: "pack/p", level: "advisory", message: "m" }] }],
    ["diagnostics", { diagnostics: [{ severity: "error", message: "conf: more" }] }],
    ["calls", { calls: expected.calls.slice(1) }],
  ])("on the level of %s finds what differs", (level, change) => {
    expect(LEVELS[level](expected, { ...seen, ...change })).not.toEqual([]);
  });
});
