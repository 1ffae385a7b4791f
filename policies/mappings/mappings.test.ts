import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { toPolicies } from "../core/policies.ts";
import { versionOf } from "../core/rule.ts";
import { PACKS } from "../packs/index.ts";
import { rules } from "../rules/list.ts";
import { Controls } from "./controls.ts";
import { FRAMEWORKS } from "./index.ts";
import { on, speakersOf, uncovered } from "./mapping.ts";

const order = new Intl.Collator("en", { numeric: true });
const typesOf = (id: string) =>
  rules.filter((rule) => rule.id === id).flatMap((rule) => Object.keys({ ...rule.checks, ...rule.forbidden }));

describe.each(FRAMEWORKS)("$id", (framework) => {
  it("names each control once", () => {
    const ids = framework.controls.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it("names rules that there are, with types that they read", () => {
    const speakers = framework.controls.flatMap((control) => speakersOf(framework, control));
    const silent = speakers.filter(({ rule, types }) => {
      const own = typesOf(rule);
      return types.length === 0
        ? own.length === 0
        : !types.every((start) => own.some((type) => type.startsWith(start)));
    });
    expect(silent.map(({ rule, types }) => [rule, ...types].join(" "))).toEqual([]);
  });
});

test("every rule stands for a control of some framework", () => {
  const controls = new Controls(FRAMEWORKS);
  expect(rules.map(({ id }) => id).filter((id) => controls.of(id).length === 0)).toEqual([]);
});

test("a rule stands for the controls of the types that it is asked about", () => {
  const controls = new Controls([
    { ...FRAME, provider: "aws:", controls: [{ id: "1", rules: ["a"] }] },
    { ...FRAME, id: "g", controls: [{ id: "2", rules: [on("a", "gcp:sql/")] }, ...uncovered("3.9-11", "4")] },
  ]);
  expect(controls.of("a")).toEqual(["f:1", "g:2"]);
  expect(controls.of("a", "aws:rds/instance:Instance")).toEqual(["f:1"]);
  expect(controls.of("a", "gcp:storage/bucket:Bucket")).toEqual([]);
  expect(uncovered("3.9-11", "4").map(({ id }) => id)).toEqual(["3.9", "3.10", "3.11", "4"]);
});

test.each(["sox", "hipaa", "cis"] as const)(
  "pack %s has the rules of its framework, each stamped with its controls",
  (name) => {
    const never = () => {
      throw new Error("nobody asks");
    };
    const ids = new Set(PACKS[name].rules.map(({ id }) => id));
    const policies = toPolicies(PACKS[name], never).filter((policy) => ids.has(policy.name));
    expect(policies.length).toBeGreaterThan(20);
    for (const { framework, tags } of policies) {
      expect(framework?.specification).toBe(tags?.join(", "));
      expect(framework?.name).toMatch(/SOX|HIPAA|CIS/);
    }
  },
);

test("no rule is newer than the packs, and its changes come in order", () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../packs/all/package.json"), "utf8"));
  for (const rule of rules) {
    const versions = [rule.since, ...(rule.changes ?? []).map((change) => change.version)];
    expect(versions, rule.id).toEqual(versions.toSorted(order.compare));
    expect(order.compare(versionOf(rule), version), rule.id).toBeLessThanOrEqual(0);
  }
});

const FRAME = { id: "f", name: "F", version: "1", reference: "https://example.com" };
