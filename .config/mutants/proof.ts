import type { Example, Examples } from "../../policies/core/examples.ts";
import { judged } from "../../policies/core/judged.ts";
import type { Rule } from "../../policies/core/rule.ts";
import { MAY_BECOME, record, unknowns, wordOf } from "../../policies/core/testing.ts";
import { normalise } from "../../policies/core/token.ts";

/** One thing that the examples of a rule promise; true where it holds. */
export type Promised = (rule: Rule) => boolean;

/** What the examples promise about the rule as it is, the cheap ones first. */
export function promisesOf(original: Rule, examples: Examples): readonly Promised[] {
  const words = [
    ["pass", examples.pass],
    ["fail", examples.fail],
    ["undetermined", examples.undetermined],
    ["not applicable", examples.notApplicable ?? []],
  ] as const;
  const all = words.flatMap(([word, list]) => list.map((example) => [word, example] as const));
  return [
    ...all.map(
      ([word, example]): Promised =>
        (rule) =>
          wordOf(judged(rule, example)) === word,
    ),
    ...all.map(([, example]): Promised => {
      const recorded = record(judged(original, example));
      return (rule) => record(judged(rule, example)) === recorded;
    }),
    ...examples.fail.map(
      (example): Promised =>
        (rule) =>
          mended(rule, example),
    ),
    ...all.flatMap(([word, example]) =>
      unknowns(example).map(
        ([, variant]): Promised =>
          (rule) =>
            MAY_BECOME[word].some((may) => may === wordOf(judged(rule, variant))),
      ),
    ),
  ];
}

function mended(rule: Rule, example: Example): boolean {
  const { text: type } = normalise(example.type);
  if (rule.remediate === undefined || rule.inPlace?.includes(type) !== true) return true;
  const props = rule.remediate(structuredClone(example.props), type);
  return judged(rule, { ...example, props }).every(({ verdict }) => verdict !== "fail");
}
