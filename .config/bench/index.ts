// ratios and differences within one run, so that they mean the same on any machine
import { parseArgs } from "node:util";
import { engineGrowth, engineRatios } from "./engine.ts";
import { type Row, within } from "./measure.ts";
import { packStart } from "./pack-start.ts";
import { ruleWork } from "./rules.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    count: { type: "string", default: "1000" },
    sizes: { type: "string", default: "250,500,1000,2000,4000" },
    stacks: { type: "string", default: "1000,4000" },
  },
});
const runs = Number(values.runs);
const numbers = (list: string): readonly number[] => list.split(",").map(Number);

const BENCHES: ReadonlyMap<string, () => Promise<readonly Row[]>> = new Map([
  ["engine", () => engineRatios(runs, Number(values.count))],
  ["growth", () => engineGrowth(numbers(values.sizes))],
  ["packs", () => packStart(runs)],
  ["rules", () => ruleWork(runs, numbers(values.stacks))],
]);

const chosen = positionals.length > 0 ? positionals : [...BENCHES.keys()];
let allWithin = true;
for (const name of chosen) {
  const bench = BENCHES.get(name);
  if (!bench) throw new Error(`there is no bench "${name}": ${[...BENCHES.keys()].join(", ")}`);
  say(`\n${name}, median of ${runs} where it takes turns`);
  for (const row of await bench()) {
    allWithin &&= within(row);
    say(shown(row));
  }
}
process.exitCode = allWithin ? 0 : 1;

function shown(row: Row): string {
  const { what, value, unit, limit } = row;
  const about = limit === undefined ? "" : `  ${within(row) ? "within" : "ABOVE"} ${limit} ${unit}`;
  return `  ${what.padEnd(72)} ${value.toFixed(value >= 100 ? 0 : 2).padStart(8)} ${unit}${about}`.trimEnd();
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
