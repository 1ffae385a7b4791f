import { StackConfig } from "../../rehearsal/engine/config.ts";
import { operate } from "../../rehearsal/engine/operations/operate.ts";
import type { Verb } from "../../rehearsal/engine/operations/request.ts";
import { EMPTY_STATE, type StackState } from "../../rehearsal/engine/state/snapshot.ts";
import { createTwin, type Twin } from "../../rehearsal/twin/index.ts";
import { median, type Row } from "./measure.ts";
import { BenchProgram } from "./program.ts";

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

/** The engine with its twin against the program it serves. */
export async function engineRatios(runs: number, count: number): Promise<readonly Row[]> {
  const program = new BenchProgram(count);
  const seen = { up: [] as number[], preview: [] as number[], destroyMs: [] as number[] };
  for (let run = 0; run < runs; run++) {
    const twin = twinOf(program);
    const floor = { up: await program.alone(false), preview: await program.alone(true) };
    const preview = await engineCpu(program, twin, "preview", EMPTY_STATE);
    const up = await engineCpu(program, twin, "up", EMPTY_STATE);
    const destroy = await engineCpu(program, twin, "destroy", up.state);
    seen.preview.push((preview.cpu / floor.preview) * 100);
    seen.up.push((up.cpu / floor.up) * 100);
    seen.destroyMs.push(destroy.cpu / count);
  }
  const what = (verb: string): string => `engine CPU over program CPU, ${verb} of ${count} resources`;
  return [
    { what: what("up"), value: median(seen.up), unit: "%", limit: 50 },
    { what: what("preview"), value: median(seen.preview), unit: "%", limit: 50 },
    { what: "destroy, CPU a resource", value: median(seen.destroyMs), unit: "ms" },
  ];
}

/** Slope of log(total - floor) over log(resources), by least squares. */
export async function engineGrowth(sizes: readonly number[]): Promise<readonly Row[]> {
  const empty = new BenchProgram(0);
  await engineCpu(empty, twinOf(empty), "up", EMPTY_STATE);
  const floor = (await engineCpu(empty, twinOf(empty), "up", EMPTY_STATE)).cpu;
  const rows: Row[] = [];
  for (const size of sizes) {
    const program = new BenchProgram(size);
    const value = (await engineCpu(program, twinOf(program), "up", EMPTY_STATE)).cpu - floor;
    rows.push({ what: `up of ${size} resources, engine CPU`, value, unit: "ms" });
  }
  const logs = rows.map(({ value }, index) => [Math.log(sizes[index] ?? 0), Math.log(value)] as const);
  const mean = (pick: 0 | 1): number => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const rise = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  const slope = rise / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return [...rows, { what: "growth of up, log-log slope", value: slope, unit: "", limit: 1.1 }];
}
