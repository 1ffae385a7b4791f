import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Bench } from "./bench-folder.ts";
import { type Case, carriesOrder, expectedOf, findCases } from "./case.ts";
import { LEVELS, type Level } from "./compare.ts";
import { CaseRun } from "./run-case.ts";

/** What a case came to: the mismatches of each level. */
export interface CaseReport {
  readonly name: string;
  readonly mismatches: { readonly [level in Level]: readonly string[] };
}

export interface ConformOptions {
  readonly folders: readonly string[];
  /** Only cases whose name contains this text. */
  readonly only: string | undefined;
  readonly atOnce: number;
  readonly onCase: (report: CaseReport) => void;
}

/** Runs all cases of the folders against the embedded engine. */
export async function conform({ folders, only, atOnce, onCase }: ConformOptions): Promise<CaseReport[]> {
  const scratch = mkdtempSync(join(tmpdir(), "archipel-conform-"));
  const reports: CaseReport[] = [];
  try {
    const jobs = folders.flatMap((folder, i) => {
      const bench = new Bench(join(scratch, String(i)), resolve(folder));
      return findCases(resolve(folder))
        .filter(({ name }) => !only || name.includes(only))
        .map((test) => ({ test, bench }));
    });
    const work = async (): Promise<void> => {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        const report = await runCase(job.test, job.bench);
        reports.push(report);
        onCase(report);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return reports.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Once with one set of delays; again with the opposite set where the case says something about order. */
async function runCase(test: Case, bench: Bench): Promise<CaseReport> {
  const found = Object.fromEntries(Object.keys(LEVELS).map((level) => [level, [] as string[]])) as {
    [level in Level]: string[];
  };
  for (const profile of carriesOrder(test) ? (["a", "b"] as const) : (["a"] as const)) {
    const run = new CaseRun(test, bench, profile);
    try {
      for (const [i, command] of test.commands.entries()) {
        const seen = await run.command(command);
        const expected = expectedOf(test, i + 1);
        if (!expected || !seen) continue;
        for (const [level, check] of Object.entries(LEVELS)) {
          for (const problem of check(expected, seen))
            found[level as Level].push(`${profile}, command ${i + 1} (${command.do}): ${problem}`);
        }
      }
    } catch (error) {
      found.operations.push(`${profile}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    } finally {
      await run.end();
    }
  }
  return { name: test.name, mismatches: found };
}
