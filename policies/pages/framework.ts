import { markdownTable } from "markdown-table";
import type { Control, Framework } from "../mappings/mapping.ts";

/** The page of one framework: its controls, the rules that show each, and what none shows. */
export function frameworkPage({ id, name, version, reference, note, controls, provider }: Framework): string {
  const shown = controls.filter(({ rules }) => rules.length > 0);
  const rest = controls.filter(({ rules }) => rules.length === 0);
  const parts = [
    `# ${name}, ${version}\n\n\`${id}\``,
    `<${reference}>`,
    ...(note === undefined ? [] : [note]),
    `${shown.length} of the ${controls.length} controls listed here are shown by rules${provider === undefined ? "" : `, with types of \`${provider}*\``}.`,
    table(shown),
    ...(rest.length === 0 ? [] : [`## Not covered\n\n${rest.map(named).join(", ")}`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The list of all frameworks. */
export function frameworksPage(frameworks: readonly Framework[]): string {
  const rows = frameworks.map(({ id, name, version, controls }) => {
    const shown = controls.filter(({ rules }) => rules.length > 0).length;
    return [`[${name}](${id}.md)`, version, `${shown} of ${controls.length}`];
  });
  const text = "Which rules show which controls. A passing rule is evidence for an auditor, not compliance.";
  return `# Frameworks\n\n${text}\n\n${aligned([["Framework", "Version", "Controls with rules"], ...rows])}\n`;
}

const named = ({ id, title }: Control): string => (title === undefined ? id : `${id} (${title})`);
const aligned = (rows: readonly (readonly string[])[]): string =>
  markdownTable(
    rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|"))),
    { alignDelimiters: false },
  );

function table(controls: readonly Control[]): string {
  const titled = controls.some(({ title }) => title !== undefined);
  const rows = controls.map(({ id, title = "", rules }) => [
    id,
    ...(titled ? [title] : []),
    rules.map(link).join(", "),
  ]);
  return aligned([["Control", ...(titled ? ["Asks that"] : []), "Rules"], ...rows]);
}

function link(speaker: Control["rules"][number]): string {
  const { rule, types } = typeof speaker === "string" ? { rule: speaker, types: [] } : speaker;
  const only = types.length === 0 ? "" : ` (${types.map((type) => `\`${type}*\``).join(", ")})`;
  return `[${rule}](../rules/${rule}.md)${only}`;
}
