import { counted } from "../words.ts";
import { column, painter, plain } from "./cells.ts";

/** What became of one program among several. */
export interface ProgramResult {
  readonly name: string;
  readonly passed: boolean;
  /** Why not, where that is not about the simulated clouds. */
  readonly cause?: string;
}

/** All programs in a line each, and how many pass: of all, and of those that nothing else keeps from it. */
export function renderPrograms(results: readonly ProgramResult[], color: boolean): string {
  const paint = painter(color);
  const width = Math.max(...results.map(({ name }) => plain(name).length));
  const lines = results.map(({ name, passed, cause }) => {
    const mark = passed ? paint(["green"], "✓") : cause ? paint(["yellow"], "–") : paint(["red"], "✗");
    const why = passed ? "" : (cause ?? "failed");
    return `${mark} ${column(plain(name), width)}  ${plain(why)}`.trimEnd();
  });
  const passed = results.filter((one) => one.passed).length;
  const fair = results.filter((one) => one.passed || one.cause === undefined).length;
  return `${lines.join("\n")}
${passed} of ${counted(results.length, "program")} passed: ${share(passed, results.length)} of all, ${share(passed, fair)} of those without another cause
`;
}

const share = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1).replace(/\.0$/, "")} %`;
