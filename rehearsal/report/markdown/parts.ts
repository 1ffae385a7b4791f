import { markdownTable } from "markdown-table";
import { changesSaid, SAID } from "../changes.ts";
import { decidingStep } from "../estate.ts";
import { adoptionSaid, asAsked, faultSaid, isGood, resultSaid, troubleSaid } from "../faults.ts";
import { blocks, findingsByPolicy, type MergedFinding, type PolicyGroup, severityTitle } from "../findings.ts";
import { pathItem } from "../judgement/markdown.ts";
import { pathsSaid, standingOf } from "../judgement/paths.ts";
import type { Report, ReportOperation } from "../model.ts";
import { nameOf, sourceTitle, typeOf, typeTitle } from "../urn.ts";
import { counted, duration, inOrder } from "../words.ts";
import type { Part } from "./budget.ts";
import { cell, code, prose } from "./words.ts";

/** The steps as a table. */
export function stepsPart({ steps }: Report): Part {
  return table(
    "### Steps",
    ["", "Step", "Result", "Changes", "Time"],
    steps.map((step) => {
      const { number, title, problems, changes, durationMs } = step;
      const result = resultSaid(step);
      const said = problems.length > 0 ? `${result}, ${counted(problems.length, "problem")}` : result;
      const what = [changesSaid(changes), troubleSaid(step)].filter(Boolean).join("; ");
      return [String(number), prose(title), isGood(step) ? said : `**${said}**`, prose(what), duration(durationMs)];
    }),
  );
}

/** What was broken on purpose, and what had to be taken care of by hand. */
export function troubleParts({ steps }: Report): Part[] {
  const rows = steps.flatMap(({ number, faults, adopted }) =>
    [...faults.map(faultSaid), ...adopted.map(adoptionSaid)].map((text) => `- Step ${number}: ${prose(text)}`),
  );
  return rows.length === 0 ? [] : [{ head: "### Broken on purpose\n", rows }];
}

/** What stopped a step. */
export function errorParts({ steps }: Report): Part[] {
  const errors = steps.flatMap((step) =>
    (asAsked(step) ? [] : step.diagnostics)
      .filter(({ severity }) => severity === "error")
      .map(({ urn, message }) => ({ number: step.number, urn, message })),
  );
  if (errors.length === 0) return [];
  const rows = errors.map(
    ({ number, urn, message }) =>
      `- Step ${number}, ${urn === "" ? "the program" : code(nameOf(urn))}: ${prose(message)}`,
  );
  return [{ head: "### Errors\n", rows }];
}

/** What the change does to the estate: what breaks is shown, what is new is folded. */
export function changeParts(report: Report): Part[] {
  const step = decidingStep(report);
  if (!step) return [];
  const moving = step.operations.filter(({ op }) => op !== "same" && op !== "read");
  const groups = Map.groupBy(moving, ({ op, failed }) => (failed ? "failed" : /replace/.test(op) ? "replace" : op));
  const title = `### What changes\n\n${prose(changesSaid(step.changes))} in step ${step.number}.\n`;
  const parts = inOrder(groups.keys(), ["failed", "replace", "delete", "update", "create"]).map((op) => {
    const list = groups.get(op) ?? [];
    return op === "create" ? creations(list) : operations(op, list);
  });
  return [{ head: title, rows: [] }, ...parts];
}

const SHOWN = 15;

function operations(op: string, list: readonly ReportOperation[]): Part {
  const logical = op === "replace" ? unique(list) : list;
  const rows = logical.map(({ urn, keys, diffs }) => [
    code(nameOf(urn)),
    code(typeTitle(typeOf(urn))),
    keys.length > 0 ? `${keys.map(code).join(", ")} forces it` : diffs.slice(0, 8).map(code).join(", "),
  ]);
  const title = prose(`${counted(logical.length, "resource")} ${SAID[op] ?? op}`);
  const part = table("", ["Resource", "Type", "Properties"], rows);
  return rows.length > SHOWN
    ? { ...fold(title, part), yields: true }
    : { ...part, head: `**${title}**\n\n${part.head}` };
}

const NAMES = 5;

/** What is new breaks nothing: it is listed by type. */
function creations(list: readonly ReportOperation[]): Part {
  const byType = Map.groupBy(list, ({ urn }) => typeOf(urn));
  const rows = [...byType].map(([type, some]) => {
    const names = some.slice(0, NAMES).map(({ urn }) => code(nameOf(urn)));
    return [code(typeTitle(type)), String(some.length), names.join(", ") + (some.length > NAMES ? ", …" : "")];
  });
  return {
    ...fold(`${counted(list.length, "resource")} created`, table("", ["Type", "Count", "Names"], rows)),
    yields: true,
  };
}

function unique(list: readonly ReportOperation[]): ReportOperation[] {
  const byUrn = Map.groupBy(list, ({ urn }) => urn);
  return [...byUrn.values()].flatMap((some) => some.find(({ keys }) => keys.length > 0) ?? some.slice(0, 1));
}

/** Findings by policy with their fix; what does not block is folded. */
export function findingParts(report: Report): Part[] {
  const { packs } = report.policies;
  const groups = findingsByPolicy(report);
  const asked = packs
    .map(({ name, version, policies }) => `${name} ${version} (${counted(policies, "policy", "policies")})`)
    .join(", ");
  const head = `### Policies\n\n${packs.length === 0 ? "No pack was attached." : `Asked: ${prose(asked)}.${groups.length === 0 ? " Nothing was found." : ""}`}\n`;
  const isBlocking = (group: PolicyGroup) => group.findings.some(blocks);
  const others = groups.filter((group) => !isBlocking(group));
  const count = others.reduce((sum, { findings }) => sum + findings.length, 0);
  return [
    { head, rows: [] },
    ...groups.filter(isBlocking).map((group) => ({ head: policyHead(group), rows: group.findings.map(item) })),
    ...(others.length > 0
      ? [
          fold(`${counted(count, "finding")} that ${count === 1 ? "does" : "do"} not block`, {
            head: "",
            rows: others.flatMap((group) => [policyHead(group), ...group.findings.map(item)]),
          }),
        ]
      : []),
  ];
}

function policyHead({ policy, pack, severity, level, findings }: PolicyGroup): string {
  const fixes = [...new Set(findings.map(({ fix }) => fix))].filter(Boolean);
  const rest = fixes.length > 1 ? ` (and ${fixes.length - 1} other fixes in report.html)` : "";
  const fix = fixes[0] ? `\n**Fix:** ${prose(fixes[0])}${rest}\n` : "";
  return `\n**${severityTitle(severity)}: ${code(policy)}** (${prose(pack)}, ${level})\n${fix}`;
}

const item = ({ urn, message, source }: MergedFinding): string =>
  `- ${urn === "" ? "the stack" : code(nameOf(urn))} at ${code(sourceTitle(source))}: ${prose(message)}`;

/** What a reader should know before believing the rest. */
export function notesPart({ fidelity, secrets, environment, remaining, places }: Report): Part {
  const { exact, derived, echoed } = fidelity.counts;
  const list = (title: string, items: readonly string[]): string[] => items.map((item) => `- ${title}: ${item}`);
  const rows = [
    `- Fidelity: ${exact} exact, ${derived} derived, ${echoed} echoed`,
    ...list("Note", fidelity.notes.map(prose)),
    ...list("Placeholder for a secret", secrets.placeholders.map(code)),
    ...list("Kept from the program", environment.removed.map(code)),
    ...list(
      "Stands in",
      Object.entries(places).map(([place, value]) => `${code(place)} = ${code(value)}`),
    ),
    ...list(
      "Remained",
      remaining.map(
        ({ urn, type, tombstone }) =>
          `${code(nameOf(urn))} (${code(typeTitle(type))})${tombstone ? ", as expected" : ", **not expected**"}`,
      ),
    ),
  ];
  return fold("Fidelity and surroundings", { head: "", rows });
}

function table(title: string, header: readonly string[], rows: readonly (readonly string[])[]): Part {
  const text = markdownTable(
    [header, ...rows].map((row) => row.map(cell)),
    { alignDelimiters: false },
  );
  const [first = "", second = "", ...rest] = text.split("\n");
  return { head: `${title ? `${title}\n\n` : ""}${first}\n${second}`, rows: rest };
}

const fold = (summary: string, { head, rows }: Part): Part => ({
  head: `<details><summary>${summary}</summary>\n\n${head}`.trimEnd() + (head ? "" : "\n"),
  rows,
  foot: "\n</details>\n",
});

/** Declared paths: those that are not as declared are shown, the others only counted. */
export function pathParts({ policies }: Report): Part[] {
  const { paths = [] } = policies.judgement;
  if (paths.length === 0) return [];
  const rows = paths.filter((path) => standingOf(path) !== "as declared").map(pathItem);
  return [{ head: `### Paths\n\n${pathsSaid(paths)}.\n`, rows }];
}
