// what is written from the folders of rules: their list, and a page for each
import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";

const folders = () =>
  globSync("policies/rules/*/rule.ts")
    .map((file) => basename(dirname(file)))
    .sort();

/** The list of all rules, as `policies/rules/list.ts` has it. */
export function ruleList() {
  const rules = folders().map((id) => {
    const source = readFileSync(`policies/rules/${id}/rule.ts`, "utf8");
    const name = /^export const (\w+): Rule = \{$/m.exec(source)?.[1];
    if (!name) throw new Error(`policies/rules/${id}/rule.ts exports no Rule`);
    return { id, name };
  });
  const imports = rules.map(({ id, name }) => `import { ${name} } from "./${id}/rule.ts";`).join("\n");
  return `import type { Rule } from "../core/rule.ts";\n${imports}\n\n/** Every rule there is, by name. Written by \`npm run fix\` from the folders beside it. */\nexport const rules: readonly Rule[] = [\n${rules.map(({ name }) => `  ${name},\n`).join("")}];\n`;
}

/** The pages of all rules and frameworks, by file. */
export async function rulePages() {
  const { rulePage, rulesPage } = await import("../policies/pages/rule.ts");
  const { changelogPage } = await import("../policies/pages/changelog.ts");
  const { frameworkPage, frameworksPage } = await import("../policies/pages/framework.ts");
  const { FRAMEWORKS } = await import("../policies/mappings/index.ts");
  const { rules } = await import("../policies/rules/list.ts");
  const pages = rules.map(async (rule) => {
    const { examples } = await import(`../policies/rules/${rule.id}/examples.ts`);
    return [`docs/rules/${rule.id}.md`, rulePage(rule, examples, FRAMEWORKS)];
  });
  return new Map([
    ["docs/rules/README.md", rulesPage(rules)],
    ["docs/rules/CHANGELOG.md", changelogPage(rules)],
    ["docs/frameworks/README.md", frameworksPage(FRAMEWORKS)],
    ...FRAMEWORKS.map((framework) => [`docs/frameworks/${framework.id}.md`, frameworkPage(framework)]),
    ...(await Promise.all(pages)),
  ]);
}
