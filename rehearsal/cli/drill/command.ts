import { join, resolve } from "node:path";
import { EXIT, type ExitCode } from "../failure.ts";
import { OutputFolder } from "../rehearse/files.ts";
import type { RehearseOptions } from "../rehearse/options.ts";
import { Redactor } from "../rehearse/redactor.ts";
import { prepare } from "../rehearse/setup.ts";
import { twinFor } from "../rehearse/world.ts";
import { type Drilled, drill } from "./drill.ts";
import { renderDrill, unrecovered } from "./figures.ts";

/** The switches of `archipel drill`. */
export interface DrillOptions
  extends Omit<RehearseOptions, "script" | "fault" | "from" | "policyPack" | "policyPackConfig"> {
  readonly atMost?: number;
}

/** Breaks every operation of a program once, recovers, and says what did not come right. */
export async function drillCommand(
  directory: string,
  options: DrillOptions,
  signal: AbortSignal,
  stderr: NodeJS.WriteStream,
): Promise<ExitCode> {
  const setup = prepare(directory, { ...options, policyPack: [], policyPackConfig: [], script: [], fault: [] });
  const { project, settings, program, asOf } = setup;
  const folder = new OutputFolder(resolve(options.out ?? join(".archipel", `${project.name}-${settings.name}`)));
  const twin = twinFor(program, options, () => new Date(`${asOf.slice(0, 10)}T00:00:00Z`));
  const redactor = Redactor.of(setup);
  const all = await drill({ setup, options, signal, redactor }, twin, {
    seed: options.seed,
    ...(options.atMost !== undefined && { atMost: options.atMost }),
    onProgress: (done, total) => {
      if (stderr.isTTY) stderr.write(`\r${done} of ${total} points${done === total ? "\n" : ""}`);
    },
  });
  const drilled = redactor.redactJson(all);
  const json = jsonOf(drilled);
  folder.writeJson("drill.json", json);
  const text = options.json ? JSON.stringify(json, null, 2) : renderDrill(`${project.name}/${settings.name}`, drilled);
  process.stdout.write(`${text}\n`);
  if (signal.aborted) return EXIT.interrupted;
  return unrecovered(drilled).length > 0 ? EXIT.findings : EXIT.clean;
}

function jsonOf({ attempts, ...others }: Drilled): object {
  return {
    ...others,
    points: attempts.map(({ point: { urn, type, way }, ...rest }) => ({ urn, type, way: way.title, ...rest })),
  };
}
