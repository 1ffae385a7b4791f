import { stops } from "../judgement/judgement.ts";
import type { JudgedFinding, Judgement } from "../judgement/model.ts";
import { alike, byRule, shortened, standing, tally, titleOf, unread } from "../judgement/words.ts";
import { counted } from "../words.ts";
import { fit, painter, plain } from "./cells.ts";

const SHOWN = 5;

/** A judgement on a terminal: findings by rule with their fix, at most five causes of each, and what was not judged. */
export function renderJudgement(judgement: Judgement, width: number, color: boolean): string {
  const paint = painter(color);
  const room = Math.max(40, width);
  const bad = stops(judgement);
  const lines = byRule(judgement).flatMap(([, findings]) => {
    const [first] = findings;
    if (first === undefined) return [];
    const shared = findings.every(({ fix }) => fix === first.fix);
    const causes = alike(findings);
    const hidden = causes.slice(SHOWN).reduce((sum, { length }) => sum + length, 0);
    const rest = hidden > 0 ? [`  … and ${hidden} more (--json, --out)`] : [];
    return [
      paint("bold", titleOf(first)),
      ...causes.slice(0, SHOWN).flatMap((cause) => linesOf(cause, !shared)),
      ...rest,
      ...(shared ? fixLines(first) : []),
      "",
    ];
  });
  const notes = [...judgement.notices.map(({ text, failing }) => `${failing ? "! " : ""}${text}`), unread(judgement)];
  const shown = notes.filter(Boolean).map((note) => fit(plain(note), room));
  const verdict =
    bad === 0
      ? paint("green", "✓ Nothing stops a deployment")
      : paint("red", `✗ ${counted(bad, "finding")} would stop a deployment`);
  return `${[...lines, ...shown, ...(shown.length > 0 ? [""] : []), `${verdict}: ${tally(judgement)}`].join("\n")}\n`;
}

function linesOf([finding, ...others]: readonly JudgedFinding[], withFix: boolean): readonly string[] {
  if (finding === undefined) return [];
  const { address, file, line, message } = finding;
  const place = line > 0 ? ` (${file}:${line})` : "";
  const more = others.length > 0 ? ` and ${others.length} beside it` : "";
  const about = `  ${plain(`${shortened(address)}${place}${more}: ${message}`)} [${standing(finding)}]`;
  return [about, ...(withFix ? fixLines(finding) : [])];
}

const fixLines = ({ fix }: JudgedFinding): readonly string[] => (fix === "" ? [] : [`    Fix: ${plain(fix)}`]);
