import { stopping } from "../judgement/judgement.ts";
import type { JudgedFinding, Judgement } from "../judgement/model.ts";
import { byRule, standing, tally, titleOf, unread } from "../judgement/words.ts";
import { counted } from "../words.ts";
import { fit, painter, plain } from "./cells.ts";

const SHOWN = 5;

/** A judgement on a terminal: findings by rule with their fix, at most five of each, and what was not judged. */
export function renderJudgement(judgement: Judgement, width: number, color: boolean): string {
  const paint = painter(color);
  const room = Math.max(40, width);
  const stops = stopping(judgement).length + judgement.notices.filter(({ failing }) => failing).length;
  const lines = byRule(judgement).flatMap(([, findings]) => {
    const [first] = findings;
    if (first === undefined) return [];
    const rest = findings.length > SHOWN ? [`  … and ${findings.length - SHOWN} more (--json, --out)`] : [];
    return [
      paint("bold", titleOf(first)),
      ...findings.slice(0, SHOWN).flatMap((finding) => linesOf(finding)),
      ...rest,
      "",
    ];
  });
  const notes = [...judgement.notices.map(({ text, failing }) => `${failing ? "! " : ""}${text}`), unread(judgement)];
  const shown = notes.filter(Boolean).map((note) => fit(plain(note), room));
  const verdict =
    stops === 0
      ? paint("green", "✓ Nothing stops a deployment")
      : paint("red", `✗ ${counted(stops, "finding")} would stop a deployment`);
  return `${[...lines, ...shown, ...(shown.length > 0 ? [""] : []), `${verdict}: ${tally(judgement)}`].join("\n")}\n`;
}

function linesOf(finding: JudgedFinding): readonly string[] {
  const { address, file, line, message, fix } = finding;
  const place = line > 0 ? ` (${file}:${line})` : "";
  const about = `  ${plain(`${shortened(address)}${place}: ${message}`)} [${standing(finding)}]`;
  return [about, ...(fix === "" ? [] : [`    Fix: ${plain(fix)}`])];
}

// stack and project are the same on every line
const shortened = (address: string): string => address.replace(/^urn:pulumi:[^:]*::[^:]*::/, "");
