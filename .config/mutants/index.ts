// how many changes of the rules' own code their examples notice: `npm run mutants`, or with the ids of some rules
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { rules } from "../../policies/rules/list.ts";
import { loadAnew } from "./reload.ts";
import { runMutants } from "./run.ts";

const LEAST = 0.9;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { survivors: { type: "boolean", default: false } },
});
const strangers = positionals.filter((id) => !rules.some((rule) => rule.id === id));
if (strangers.length > 0) throw new Error(`no such rules: ${strangers.join(", ")}`);
const folder = mkdtempSync(join(tmpdir(), "mutants-"));
loadAnew(folder, resolve("policies/rules"));
let [killed, all] = [0, 0];
try {
  for (const { id } of rules.filter((rule) => positionals.length === 0 || positionals.includes(rule.id))) {
    const outcome = await runMutants(id, folder);
    const total = outcome.killed + outcome.survivors.length;
    killed += outcome.killed;
    all += total;
    process.stdout.write(
      `${share(outcome.killed, total)}  ${String(outcome.killed).padStart(4)} of ${String(total).padEnd(4)} ${id}\n`,
    );
    if (values.survivors)
      for (const { place, change } of outcome.survivors) process.stdout.write(`        ${place}  ${change}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${share(killed, all)}  ${killed} of ${all} mutants killed\n`);
if (killed < LEAST * all) process.exitCode = 1;

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(1).padStart(5)} %`;
}
