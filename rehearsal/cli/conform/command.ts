import { styleText } from "node:util";
import { EXIT, type ExitCode } from "../failure.ts";
import { LEVELS } from "./compare.ts";
import { type CaseReport, conform } from "./conform.ts";

const NAMES = Object.keys(LEVELS) as (keyof typeof LEVELS)[];

/** Prints the table level x case, every mismatch, and `N passed, N failed` as the last line. */
export async function conformCommand(
  folders: readonly string[],
  { only, atOnce }: { only?: string; atOnce: number },
): Promise<ExitCode> {
  const reports = await conform({
    folders,
    only,
    atOnce,
    onCase: ({ name }) => void process.stderr.write(`${name}\n`),
  });
  const width = Math.max(4, ...reports.map(({ name }) => name.length));
  const out: string[] = [`${"case".padEnd(width)}  ${NAMES.join("  ")}`];
  for (const report of reports) out.push(row(report, width));
  const failed = reports.filter((report) => NAMES.some((level) => report.mismatches[level].length > 0));
  for (const { name, mismatches } of failed) {
    for (const level of NAMES) for (const mismatch of mismatches[level]) out.push(`${name}: ${level}: ${mismatch}`);
  }
  out.push(`${reports.length - failed.length} passed, ${failed.length} failed`);
  process.stdout.write(`${out.join("\n")}\n`);
  return failed.length > 0 || reports.length === 0 ? EXIT.findings : EXIT.clean;
}

function row({ name, mismatches }: CaseReport, width: number): string {
  const cells = NAMES.map((level) => {
    const count = mismatches[level].length;
    const text = (count === 0 ? "ok" : String(count)).padEnd(level.length);
    return count === 0 ? text : styleText("red", text);
  });
  return `${name.padEnd(width)}  ${cells.join("  ")}`;
}
