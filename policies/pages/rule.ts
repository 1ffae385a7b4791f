import { stringify } from "yaml";
import type { Example, Examples } from "../core/examples.ts";
import { judged } from "../core/judged.ts";
import { registeredLevel } from "../core/level.ts";
import { type Rule, typesOf, versionOf } from "../core/rule.ts";
import { Controls } from "../mappings/controls.ts";
import type { Framework } from "../mappings/mapping.ts";

/** The page of one rule: what it asks, why, what fails and passes, how to mend it, and what it stands for. */
export function rulePage(rule: Rule, examples: Examples, frameworks: readonly Framework[]): string {
  const types = typesOf(rule).toSorted();
  const parts = [
    `# ${rule.title}\n\n\`${rule.id}\``,
    facts(rule),
    rule.why,
    `## Fails\n\n${perCloud(examples.fail)
      .map((example) => failing(rule, example))
      .join("\n\n")}`,
    `## Passes\n\n${perCloud(examples.pass).map(shown).join("\n\n")}`,
    ...(rule.settings === undefined ? [] : [`## Settings\n\n${settings(rule.settings)}`]),
    `## Reads\n\n${types.map((type) => `- \`${type}\``).join("\n")}`,
    remediation(rule),
    `## Stands for\n\n${standsFor(rule, frameworks)}`,
    ...(rule.equivalents === undefined ? [] : [`## The same question elsewhere\n\n${rule.equivalents.join(", ")}`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The list of all rules. */
export function rulesPage(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, title, severity, packs }) => `| [${id}](${id}.md) | ${title} | ${severity} | ${packs.join(", ")} |`,
  );
  return `# Rules\n\n${rules.length} rules. Each has a page with what fails, what passes and how to mend it.\n\n| Rule | Holds where it passes | Severity | Packs |\n| - | - | - | - |\n${rows.join("\n")}\n`;
}

function facts(rule: Rule): string {
  const { packs, severity, scope, starred, deprecated } = rule;
  const level = registeredLevel(severity);
  const rows = [
    `- Severity: ${severity} (${level}${severity === "medium" ? "; mandatory in production" : ""})`,
    `- Packs: ${["all", ...packs].join(", ")}`,
    `- Asks: ${scope === "resource" ? "each resource by itself" : "the stack as a whole"}`,
    ...(starred && severity === "critical" ? ["- A value that is not known yet blocks a preview of production"] : []),
    `- Since: ${rule.since}${versionOf(rule) === rule.since ? "" : `, changed in ${versionOf(rule)}`}`,
    ...(deprecated === undefined ? [] : [`- Deprecated: ${deprecated}`]),
  ];
  return rows.join("\n");
}

function remediation({ inPlace = [], remediate }: Rule): string {
  const types = inPlace.map((type) => `\`${type}\``).join(", ");
  if (remediate !== undefined)
    return `## Remediation\n\nAt level \`remediate\` the rule mends ${types} by itself; the provider changes them in place.`;
  return `## Remediation\n\nNone: a change is for people to decide.${types && ` The provider changes ${types} in place.`}`;
}

function standsFor({ id }: Rule, frameworks: readonly Framework[]): string {
  const rows = frameworks.flatMap((framework) => {
    const controls = new Controls([framework]).of(id).map((control) => control.slice(framework.id.length + 1));
    if (controls.length === 0) return [];
    return [`- [${framework.name}](../frameworks/${framework.id}.md): ${controls.join(", ")}`];
  });
  return rows.join("\n");
}

function settings(list: NonNullable<Rule["settings"]>): string {
  return list
    .map(({ name, schema }) => {
      const byDefault = schema.default === undefined ? "" : ` Default: \`${JSON.stringify(schema.default)}\`.`;
      return `- \`${name}\`: ${schema.description ?? ""}${byDefault}`;
    })
    .join("\n");
}

// as the rule says it
function failing(rule: Rule, example: Example): string {
  const own = judged(rule, example).filter(({ verdict }) => verdict === "fail");
  const said = own.map(({ path, what, how }) => `- ${[path && `\`${path}\``, what].filter(Boolean).join(" ")}. ${how}`);
  return [shown(example), ...new Set(said)].join("\n\n");
}

function shown({ beside = [], config, ...subject }: Example): string {
  const resources = [subject, ...beside].map(({ type, props, ignoreChanges }) => ({
    type,
    properties: props,
    ...(ignoreChanges && { options: { ignoreChanges } }),
  }));
  const text = resources
    .map((resource) => stringify(resource, { aliasDuplicateObjects: false, lineWidth: 100 }))
    .join("---\n");
  const told =
    config === undefined
      ? ""
      : `\nwith ${Object.entries(config)
          .map(([key, value]) => `\`${key}: ${JSON.stringify(value)}\``)
          .join(", ")}`;
  return `\`\`\`yaml\n${text}\`\`\`${told}`;
}

// the first of each cloud
function perCloud(examples: readonly Example[]): readonly Example[] {
  return [...Map.groupBy(examples, ({ type }) => type.split(":")[0])].flatMap(([, own]) => own.slice(0, 1));
}
