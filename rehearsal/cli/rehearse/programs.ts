import { resolve } from "node:path";
import { type ProgramResult, renderPrograms } from "../../report/terminal/programs.ts";
import { renderSummary } from "../../report/terminal/summary.ts";
import { EXIT, type ExitCode, UserError } from "../failure.ts";
import { show } from "../project/pulumi-yaml.ts";
import { coloured, terminalWatcher } from "../watcher.ts";
import { causeOf } from "./causes.ts";
import { rehearse } from "./command.ts";
import type { RehearseOptions } from "./options.ts";

interface Done extends ProgramResult {
  readonly code: ExitCode;
}

/** Rehearses one project after the other; what is wrong with one does not keep the next from its turn. */
export async function rehearseAll(
  directories: readonly string[],
  options: RehearseOptions,
  signal: AbortSignal,
): Promise<ExitCode> {
  const [only = "."] = directories;
  if (directories.length < 2) return (await rehearseOne(only, options, signal)).code;
  const done: Done[] = [];
  for (const directory of directories) {
    done.push(await rehearseOrTell(directory, options, signal));
    if (signal.aborted) return EXIT.interrupted;
  }
  if (!options.json) process.stdout.write(`\n${renderPrograms(done, coloured(process.stdout))}`);
  return Math.max(...done.map(({ code }) => code)) as ExitCode;
}

async function rehearseOrTell(directory: string, options: RehearseOptions, signal: AbortSignal): Promise<Done> {
  const name = show(resolve(directory)) || ".";
  // they would write over each other
  const out = options.out === undefined ? {} : { out: resolve(options.out, name.replace(/[^\w-]+/g, "-")) };
  try {
    return { ...(await rehearseOne(directory, { ...options, ...out }, signal)), name };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`archipel: ${error.message}\n`);
    return { name, passed: false, cause: error.message, code: error.code };
  }
}

async function rehearseOne(directory: string, options: RehearseOptions, signal: AbortSignal): Promise<Done> {
  const watcher = terminalWatcher(process.stderr, coloured(process.stderr));
  try {
    const { report, folder, code } = await rehearse(directory, options, watcher, signal);
    watcher.stop();
    const summary = { width: process.stdout.columns || 80, color: coloured(process.stdout) };
    process.stdout.write(
      options.json
        ? `${JSON.stringify(report, null, 2)}\n`
        : `${renderSummary(report, summary)}\nReport: ${show(folder)}/report.html\n`,
    );
    const cause = code === EXIT.clean ? undefined : causeOf(report);
    return { name: report.project.name, passed: code === EXIT.clean, code, ...(cause !== undefined && { cause }) };
  } finally {
    watcher.stop();
  }
}
