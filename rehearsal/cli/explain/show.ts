import type { Explanation } from "../../twin/explain/explain.ts";
import { HIDDEN_FORM, toJson } from "../../wire/json.ts";
import type { Value } from "../../wire/value.ts";

const json = (value: Value): string => JSON.stringify(toJson(value, HIDDEN_FORM));
type Section = (explanation: Explanation) => readonly string[];

/** Each part on lines of its own; a part with nothing to say is left out. */
const SECTIONS: readonly (readonly [title: string, lines: Section])[] = [
  ["known", known],
  ["warning", ({ warning }) => (warning === undefined ? [] : [warning])],
  ["id", ({ id }) => [id]],
  ["name", naming],
  ["required", ({ required }) => (required.length > 0 ? [required.join(", ")] : [])],
  [
    "defaults",
    ({ defaults }) => defaults.map(({ property, value, source }) => `${property} = ${json(value)} (${source})`),
  ],
  ["new object", (all) => changed(all, true)],
  ["in place", (all) => changed(all, false)],
  ["needs", ({ needs }) => needs.map(({ property, to, words }) => `${property} names a ${to}, else: ${words}`)],
  [
    "refuses",
    ({ refusals }) =>
      refusals.map(({ by, property, example, words }) => `${when(by, property, json(example))}: ${words}`),
  ],
  ["secret", ({ secrets }) => (secrets.length > 0 ? [secrets.join(", ")] : [])],
  ["after delete", ({ tombstone }) => (tombstone === undefined ? [] : [tombstone])],
  ["assumed", ({ assumed }) => Object.entries(assumed).map(([key, value]) => `${key} = ${json(value)}`)],
  ["functions", ({ functions }) => functions.map(({ token, answered }) => `${token}: ${answered}`)],
];

/** Sides that are known in one way stand on one line. */
function known({ sides }: Explanation): readonly string[] {
  const groups = Map.groupBy(Object.entries(sides), ([, { level, source }]) => `${level} (${source})`);
  return [...groups].map(([how, own]) => `${own.map(([side]) => side).join(", ")}: ${how}`);
}

function naming({ name, unique }: Explanation): readonly string[] {
  const where = unique ? "must be free in the whole cloud" : undefined;
  if (!name) return where === undefined ? [] : [where];
  const { property, form, maxLength, unless } = name;
  const parts = [
    `${property} = ${form}`,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
    unless === undefined ? undefined : `none where ${unless} is given`,
    where,
  ];
  return [parts.filter((part) => part !== undefined).join("; ")];
}

/** The properties of one answer, grouped by who says so. */
function changed({ changes }: Explanation, replace: boolean): readonly string[] {
  const groups = Map.groupBy(
    changes.filter((one) => one.replace === replace),
    ({ source, confidence }) => `${source}, ${confidence}`,
  );
  return [...groups].map(([who, own]) => `${own.map(({ property }) => property).join(", ")} (${who})`);
}

const WHEN: { readonly [by in Explanation["refusals"][number]["by"]]: string } = {
  limits: "before it is made",
  refuses: "when it is made",
  holds: "when it is deleted",
  taken: "when the name is taken",
};
const when = (by: keyof typeof WHEN, property: string, example: string): string =>
  `${WHEN[by]}, ${property}${example === "{}" ? "" : ` as in ${example}`}`;

/** The explanation for people. */
export function inText(explanation: Explanation): string {
  const { token, package: pkg, version, level } = explanation;
  const out = [`${token}: ${level} (@pulumi/${pkg} ${version})`];
  for (const [title, lines] of SECTIONS) {
    const said = lines(explanation);
    said.forEach((line, i) => out.push(`${(i === 0 ? title : "").padEnd(12)}  ${line}`));
  }
  return `${out.join("\n")}\n`;
}

/** The explanation for programs. */
export const inJson = (explanation: Explanation): string => `${JSON.stringify(explanation, null, 2)}\n`;
