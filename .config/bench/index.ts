// ratios within one run, so that they mean the same on any machine: the engine against the program it serves
import { parseArgs } from "node:util";
import { StackConfig } from "../../rehearsal/engine/config.ts";
import { operate } from "../../rehearsal/engine/operations/operate.ts";
import type { Verb } from "../../rehearsal/engine/operations/request.ts";
import { EMPTY_STATE, type StackState } from "../../rehearsal/engine/state/snapshot.ts";
import { createTwin, type Twin } from "../../rehearsal/twin/index.ts";
import { BenchProgram } from "./program.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    count: { type: "string", default: "1000" },
    sizes: { type: "string", default: "250,500,1000,2000,4000" },
  },
});
const RUNS = Number(values.runs);
const COUNT = Number(values.count);
const SIZES = values.sizes.split(",").map(Number);
const LIMITS = { ratio: 0.5, slope: 1.1 };

/** CPU milliseconds of engine and twin for one operation. */
async function engineCpu(
  program: BenchProgram,
  twin: Twin,
  verb: Verb,
  state: StackState,
): Promise<{ cpu: number; state: StackState }> {
  const before = process.cpuUsage();
  const done = await operate({
    verb,
    state,
    program: program.source,
    identity: { organization: "organization", project: "bench", stack: "bench" },
    config: new StackConfig(new Map()),
    providers: twin,
    packs: [],
    flags: {},
    stackOutputs: () => undefined,
    emit: () => undefined,
    now: () => new Date(0),
    seed: "bench",
    parallel: 16,
    idleMs: 120_000,
  });
  if (done.result !== "succeeded") throw new Error(`${verb} ${done.result}`);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, state: done.state };
}

const twinOf = (program: BenchProgram): Twin => createTwin({ programDirectory: program.source.directory });
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function ratios(): Promise<{ up: number; preview: number; destroyMs: number }> {
  const program = new BenchProgram(COUNT);
  const seen = { up: [] as number[], preview: [] as number[], destroyMs: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    const twin = twinOf(program);
    const floor = { up: await program.alone(false), preview: await program.alone(true) };
    const preview = await engineCpu(program, twin, "preview", EMPTY_STATE);
    const up = await engineCpu(program, twin, "up", EMPTY_STATE);
    const destroy = await engineCpu(program, twin, "destroy", up.state);
    seen.preview.push(preview.cpu / floor.preview);
    seen.up.push(up.cpu / floor.up);
    seen.destroyMs.push(destroy.cpu / COUNT);
  }
  return { up: median(seen.up), preview: median(seen.preview), destroyMs: median(seen.destroyMs) };
}

/** Slope of log(total - floor) over log(resources), by least squares. */
async function slope(): Promise<{ slope: number; points: readonly (readonly [count: number, ms: number])[] }> {
  const empty = new BenchProgram(0);
  await engineCpu(empty, twinOf(empty), "up", EMPTY_STATE);
  const floor = (await engineCpu(empty, twinOf(empty), "up", EMPTY_STATE)).cpu;
  const points: (readonly [number, number])[] = [];
  for (const count of SIZES) {
    const program = new BenchProgram(count);
    points.push([count, (await engineCpu(program, twinOf(program), "up", EMPTY_STATE)).cpu - floor]);
  }
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (pick: 0 | 1): number => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const rise = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return { slope: rise / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0), points };
}

const measured = await ratios();
const growth = await slope();
const verdict = (value: number, limit: number): string => (value <= limit ? "within" : "ABOVE");
say(`engine CPU / program CPU, ${COUNT} resources, median of ${RUNS}:`);
say(`  up       ${(measured.up * 100).toFixed(0)} % (${verdict(measured.up, LIMITS.ratio)} ${LIMITS.ratio * 100} %)`);
say(
  `  preview  ${(measured.preview * 100).toFixed(0)} % (${verdict(measured.preview, LIMITS.ratio)} ${LIMITS.ratio * 100} %)`,
);
say(`destroy: ${measured.destroyMs.toFixed(2)} ms of CPU a resource`);
say(
  `growth of up: slope ${growth.slope.toFixed(2)} (${verdict(growth.slope, LIMITS.slope)} ${LIMITS.slope}): ${growth.points.map(([n, ms]) => `${n}: ${ms.toFixed(0)} ms`).join(", ")}`,
);
process.exitCode =
  measured.up <= LIMITS.ratio && measured.preview <= LIMITS.ratio && growth.slope <= LIMITS.slope ? 0 : 1;
