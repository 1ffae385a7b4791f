import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examples as templateExamples } from "./_template/examples.ts";
import { ruleId } from "./_template/rule.ts";
import type { Example, Examples } from "./core/examples.ts";
import { judged, plain, type Wrapping } from "./core/judged.ts";
import { typesOf } from "./core/rule.ts";
import { proxied, secret, unknowns, wordOf } from "./core/testing.ts";
import { normalise } from "./core/token.ts";
import { rules } from "./rules/index.ts";

const folder = join(import.meta.dirname, "rules");
const load = async (id: string): Promise<Examples> => (await import(`./rules/${id}/examples.ts`)).examples;
const proofs = await Promise.all(rules.map(async (rule) => [rule.id, rule, await load(rule.id)] as const));
const wrappings: readonly (readonly [string, Wrapping])[] = [
  ["plain", plain],
  ["behind the proxy", proxied],
  ["as secrets", secret],
];
const title = ({ type, props }: Example) => `${type} ${JSON.stringify(props)}`;
// what may become of a verdict when something is no longer known
const MAY_BECOME: Readonly<Record<string, readonly string[]>> = {
  pass: ["pass", "undetermined", "not applicable"],
  fail: ["fail", "undetermined"],
  undetermined: ["pass", "fail", "undetermined", "not applicable"],
  "not applicable": ["not applicable", "undetermined", "pass"],
};

it("lists every rule once, under the name of its folder", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rules.map(({ id }) => id)).toEqual(folders.map(({ name }) => name).sort());
});

describe.each([...proofs, [ruleId.id, ruleId, templateExamples] as const])("%s", (_, rule, examples) => {
  const groups = [
    ["pass", examples.pass],
    ["fail", examples.fail],
    ["undetermined", examples.undetermined],
    ["not applicable", examples.notApplicable ?? []],
  ] as const;
  const all = groups.flatMap(([word, list]) => list.map((example) => [word, title(example), example] as const));

  const forbidden = Object.keys(rule.forbidden ?? {});
  it.each(typesOf(rule).filter((type) => !forbidden.includes(type)))(
    "has a pass, a fail and an undetermined example of %s",
    (type) => {
      const fits = ({ type: own }: Example) => {
        const { text } = normalise(own);
        return text === type || (type.endsWith(":*") && text.startsWith(type.slice(0, -1)));
      };
      expect([examples.pass.some(fits), examples.fail.some(fits), examples.undetermined.some(fits)]).toEqual([
        true,
        true,
        true,
      ]);
    },
  );

  it.each(forbidden)("fails on the existence of %s", (type) => {
    expect(examples.fail.some((example) => normalise(example.type).text === type)).toBe(true);
  });

  describe.each(wrappings)("%s", (__, wrapping) => {
    it.each(all)("%s: %s", (word, ___, example) => {
      expect(judged(rule, example, wrapping)).not.toEqual([]);
      expect(wordOf(judged(rule, example, wrapping))).toBe(word);
    });
  });

  it.each(all)("does not decide %s without knowing: %s", (word, _title, example) => {
    for (const [path, variant] of unknowns(example)) {
      expect(MAY_BECOME[word], `${path} unknown`).toContain(wordOf(judged(rule, variant, proxied)));
    }
  });

  it("says what to do about each failing example", () => {
    for (const example of examples.fail) {
      for (const { what, how } of judged(rule, example)) expect([what, how]).not.toContain("");
    }
  });

  it("survives any properties", () => {
    const types = [...new Set(typesOf(rule))];
    const paths = [...examples.pass, ...examples.fail].flatMap(({ props }) => Object.keys(props));
    const props = fc.dictionary(fc.oneof(fc.constantFrom(...paths, "x"), fc.string()), fc.anything());
    fc.assert(
      fc.property(fc.constantFrom(...types), props, (type, bag) => {
        const findings = judged(rule, { type: type.replace("*", "x/y:Z"), props: bag });
        expect(findings.map(({ verdict }) => verdict)).not.toContain("rule-error");
      }),
      { numRuns: 200 },
    );
  });
});
