import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { RunningPack } from "../../policies/packs/testing/running-pack.ts";
import { inTurns, median, type Row } from "./measure.ts";

interface Start {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** What pack `all` adds to a pack without policies, in the same form, until it takes requests. */
export async function packStart(runs: number): Promise<readonly Row[]> {
  const empty = emptyPack();
  const seen = await inTurns(runs, { all: () => started("all"), empty: () => started(empty) });
  const row = (what: string, key: keyof Start, unit: string, limit?: number): Row => {
    const of = (starts: readonly Start[]): number => median(starts.map((start) => start[key]));
    const base = of(seen.empty);
    const about = `${what} (an empty pack: ${base.toFixed(2)} ${unit})`;
    return { what: about, value: of(seen.all) - base, unit, ...(limit !== undefined && { limit }) };
  };
  const rows = [
    row("pack `all` starts later by", "seconds", "s"),
    // other people's work does not count
    row("the same in CPU time", "cpuSeconds", "s", 0.3),
    row("pack `all` takes more memory by", "megabytes", "MB", 30),
  ];
  return rows.filter(({ value }) => !Number.isNaN(value));
}

async function started(pack: string): Promise<Start> {
  const before = performance.now();
  const running = await RunningPack.start(pack);
  const seconds = (performance.now() - before) / 1000;
  const start = { seconds, ...usageOf(running.pid) };
  running.stop();
  return start;
}

// as Linux counts it, in its ticks of 10 ms; elsewhere there is no figure
function usageOf(pid: number | undefined): Omit<Start, "seconds"> {
  if (process.platform !== "linux") return { cpuSeconds: Number.NaN, megabytes: Number.NaN };
  const [user = "", system = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ").slice(11) ?? [];
  const resident = /VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { cpuSeconds: (Number(user) + Number(system)) / 100, megabytes: Number(resident) / 1024 };
}

function emptyPack(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "archipel-bench-")), "empty");
  mkdirSync(folder);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "dir");
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
  writeFileSync(join(folder, "package.json"), '{"name": "empty", "version": "0.1.0", "type": "module"}');
  writeFileSync(join(folder, "index.js"), 'import "./pack.ts";\n');
  writeFileSync(
    join(folder, "pack.ts"),
    'import { PolicyPack } from "@pulumi/policy";\nnew PolicyPack("empty", { policies: [] });\n',
  );
  return folder;
}
