import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examples as templateExamples } from "./_template/examples.ts";
import { ruleId } from "./_template/rule.ts";
import { GRAPH } from "./core/configuration.ts";
import type { Example, Examples } from "./core/examples.ts";
import { judged } from "./core/judged.ts";
import { typesOf } from "./core/rule.ts";
import { MAY_BECOME, record, unknowns, wordOf } from "./core/testing.ts";
import { normalise } from "./core/token.ts";
import { FORMS, type Form, stackOf } from "./packs/testing/forms.ts";
import { urn } from "./packs/testing/requests.ts";
import { LEVEL } from "./packs/testing/running-pack.ts";
import { type Answer, ServedPack } from "./packs/testing/served-pack.ts";
import { rules } from "./rules/list.ts";

const folder = join(import.meta.dirname, "rules");
const load = async (id: string): Promise<Examples> => (await import(`./rules/${id}/examples.ts`)).examples;
const proofs = await Promise.all(rules.map(async (rule) => [rule.id, rule, await load(rule.id)] as const));
const everything = new ServedPack([...rules, ruleId]);
const title = ({ type, props }: Example) => `${type} ${JSON.stringify(props)}`;

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

  const alone = new ServedPack([rule]);
  const served = async (example: Example, form: Form = FORMS.plain, pack = alone): Promise<Served> => {
    const [subject, ...others] = stackOf(example, form);
    const answer = await pack.judge([subject, ...others], example.config ?? {}, form);
    expect(answer.findings.map(({ verdict }) => verdict)).not.toContain("rule-error");
    return { ...answer, own: answer.findings.filter((finding) => finding.urn === urn(subject)) };
  };

  it.each(all)("%s: %s", async (word, __, example) => {
    const answer = await served(example);
    expect(answer.own).not.toEqual([]);
    expect(wordOf(answer.own)).toBe(word);
    expect(toldIn(answer)).toEqual(levelsIn(answer));
    // a fault is told, and says what to do
    const faults = answer.own.filter(({ verdict }) => verdict === "fail");
    for (const { level, what, how } of faults) expect([level ?? "", what, how]).not.toContain("");
  });

  it("tells people what is recorded", () => {
    const told = groups.flatMap(([, list]) => list.map((example) => record(judged(rule, example))));
    expect(told.join("\n")).toMatchSnapshot();
  });

  it.each(all)("says the same in every form, and again, and among all rules: %s: %s", async (_word, __, example) => {
    const { findings } = await served(example);
    for (const [name, form] of Object.entries(FORMS)) {
      // which values are secret is what such a rule is about
      if (form === FORMS["as secrets"] && rule.asksForSecrets) continue;
      expect((await served(example, form)).findings, name).toEqual(findings);
    }
    const among = await served(example, FORMS.plain, everything);
    expect(among.findings.filter((finding) => finding.rule === rule.id)).toEqual(findings);
  });

  it.each(all)("does not decide %s without knowing: %s", async (word, __, example) => {
    for (const [path, variant] of unknowns(example)) {
      const { own } = await served(variant, FORMS["without outputs"]);
      expect(MAY_BECOME[word], `${path} unknown`).toContain(wordOf(own));
    }
  });

  const mends = rule.remediate ? examples.fail.filter(({ type }) => rule.inPlace?.includes(normalise(type).text)) : [];
  it.each(mends.map((example) => [title(example), example] as const))(
    "mends what the provider changes in place: %s",
    async (_title, example) => {
      const mending = new ServedPack([rule], "remediate");
      for (const [name, form] of Object.entries(FORMS)) {
        const { own } = await served(example, form, mending);
        expect(wordOf(own), name).toBe("pass");
      }
    },
  );

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

interface Served extends Answer {
  /** What was found about the subject of the example. */
  readonly own: Answer["findings"];
}

/** Whom the engine was told about, and how hard it struck. */
function toldIn({ told }: Answer): readonly unknown[] {
  const own = told.filter(({ policyname }) => policyname !== GRAPH);
  return own.map(({ policyname, urn: about, enforcementlevel }) => [policyname, about, enforcementlevel]);
}
function levelsIn({ findings }: Answer): readonly unknown[] {
  return findings.flatMap(({ rule, urn: about, level }) => (level ? [[rule, about, LEVEL[level]]] : []));
}
