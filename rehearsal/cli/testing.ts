import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Report } from "../report/model.ts";
import { MAIN } from "./main-file.ts";
import type { RehearseOptions } from "./rehearse/options.ts";

/** Where our own dependencies are. */
export const MODULES = dirname(dirname(dirname(createRequire(import.meta.url).resolve("@pulumi/pulumi/package.json"))));

/** The switches of a command line that says nothing. */
export const OPTIONS: RehearseOptions = {
  engine: "embedded",
  organization: "organization",
  policyPack: [],
  policyPackConfig: [],
  exceptions: true,
  script: [],
  fault: [],
  json: false,
  config: [],
  stackOutputs: [],
  region: [],
  existing: "assume",
  seed: "archipel",
  asOf: "2026-01-01",
  requireSecrets: false,
  keepEnv: [],
  parallel: 16,
  idle: 120,
  plugins: false,
};

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the command line in a folder. */
export function runMain(
  args: readonly string[],
  { cwd, env = {}, onStart }: RunOptions & { readonly cwd: string },
): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data: Buffer) => {
    stdout += String(data);
  });
  child.stderr.on("data", (data: Buffer) => {
    stderr += String(data);
  });
  onStart?.((signal) => void child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** A Pulumi project in a folder of its own, for one test. */
export class TestProject {
  readonly directory: string;
  readonly out: string;

  /** Without a Pulumi.yaml of its own it is a plain JavaScript program in index.js. `modules` null: nothing is installed. */
  constructor(
    files: { readonly [path: string]: string },
    { modules = MODULES }: { readonly modules?: string | null } = {},
  ) {
    this.directory = mkdtempSync(join(tmpdir(), "archipel-project-"));
    this.out = join(this.directory, "out");
    const all = {
      "Pulumi.yaml": "name: shop\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n",
      "package.json": '{"name": "shop"}',
      ...files,
    };
    for (const [path, text] of Object.entries(all)) this.write(path, text);
    if (modules) symlinkSync(modules, join(this.directory, "node_modules"), "dir");
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.directory, path)), { recursive: true });
    writeFileSync(join(this.directory, path), text);
  }
  copy(from: string, to: string): void {
    cpSync(from, join(this.directory, to), { recursive: true });
  }
  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Runs the command line in the project's folder. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    return runMain(args, { ...options, cwd: this.directory });
  }

  /** Rehearses the project; the report as its file has it. */
  async rehearse(args: readonly string[] = [], options: RunOptions = {}): Promise<Ran & { readonly report: Report }> {
    const ran = await this.run(["rehearse", "--json", "--out", this.out, ...args], options);
    return { ...ran, report: (ran.stdout ? JSON.parse(ran.stdout) : undefined) as Report };
  }
}
