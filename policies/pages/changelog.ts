import type { Rule } from "../core/rule.ts";

/** What each version of the packs newly flags, newest first. */
export function changelogPage(rules: readonly Rule[]): string {
  const versions = new Set(
    rules.flatMap(({ since, changes = [] }) => [since, ...changes.map(({ version }) => version)]),
  );
  const order = new Intl.Collator("en", { numeric: true });
  const parts = [...versions].toSorted((a, b) => order.compare(b, a)).map((version) => part(version, rules));
  const text =
    "A program that passed may fail under a newer version, by a rule that is new or by one that sees more. `archipel check --write-baseline` before the change, and `--baseline` after it, lets only new faults stop anybody.";
  return `# What new versions newly flag\n\n${text}\n\n${parts.join("\n\n")}\n`;
}

function part(version: string, rules: readonly Rule[]): string {
  const changed = rules.flatMap(({ id, changes = [] }) =>
    changes.filter((change) => change.version === version).map(({ flags }) => `- [${id}](${id}.md): ${flags}`),
  );
  const added = rules
    .filter(({ since }) => since === version)
    .map(({ id, title, severity }) => `- [${id}](${id}.md) (${severity}): ${title}`);
  const lists = [
    ...(changed.length > 0 ? [`Rules that see more:\n\n${changed.join("\n")}`] : []),
    ...(added.length > 0 ? [`New rules:\n\n${added.join("\n")}`] : []),
  ];
  return `## ${version}\n\n${lists.join("\n\n")}`;
}
