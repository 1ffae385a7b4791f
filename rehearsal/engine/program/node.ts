import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { StackConfig } from "../config.ts";
import type { RunOptions } from "../run.ts";
import type { SdkTraits } from "./sdk.ts";

/** A Pulumi project on disk. */
export interface ProgramSource {
  /** Folder of Pulumi.yaml. */
  readonly rootDirectory: string;
  /** Working directory of the program. */
  readonly directory: string;
  /** `.` for what package.json says, else a path relative to the working directory. */
  readonly entry: string;
  readonly typescript: boolean;
  readonly tsconfig?: string;
  readonly nodeArgs: readonly string[];
  readonly sdk: SdkTraits;
  readonly env: NodeJS.ProcessEnv;
}

export interface ProgramExit {
  /** Null when a signal ended the process. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program at work. */
export interface RunningProgram {
  readonly exit: Promise<ProgramExit>;
  kill(signal: NodeJS.Signals): void;
}

/** What every program and pack loads first: takes costs of its start away. */
export const PRELOAD = fileURLToPath(new URL("./preload.cjs", import.meta.url));

export function startProgram(
  source: ProgramSource,
  address: string,
  options: Pick<RunOptions, "organization" | "project" | "stack" | "preview" | "parallel">,
  config: StackConfig,
  onLine: (stream: "stdout" | "stderr", line: string) => void,
): RunningProgram {
  const args = [
    ...source.nodeArgs,
    "--require",
    PRELOAD,
    join(source.sdk.directory, "cmd/run"),
    "--monitor",
    address,
    "--engine",
    address,
    "--organization",
    options.organization,
    "--project",
    options.project,
    "--stack",
    options.stack,
    "--root-directory",
    source.rootDirectory,
    "--pwd",
    source.directory,
    ...(options.preview ? ["--dry-run"] : []),
    "--parallel",
    String(options.parallel),
    source.entry,
  ];
  const child = spawn(process.execPath, args, {
    cwd: source.directory,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...source.env,
      ARCHIPEL_PROGRAM_DIRECTORY: source.directory,
      PULUMI_CONFIG: JSON.stringify(cliKeys(config)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(config.secretKeys()),
      ...(source.typescript && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(source.tsconfig && { PULUMI_NODEJS_TSCONFIG_PATH: source.tsconfig }),
    },
  });
  forward(child, onLine);
  const exit = new Promise<ProgramExit>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  return { exit, kill: (signal) => void child.kill(signal) };
}

/** Keys in the form that the CLI sends: `ns:config:name`. */
function cliKeys(config: StackConfig): { [key: string]: string } {
  const entries = Object.entries(config.plain()).map(([key, value]) => {
    const at = key.indexOf(":");
    return [`${key.slice(0, at)}:config:${key.slice(at + 1)}`, value] as const;
  });
  return Object.fromEntries(entries);
}

function forward(child: ChildProcess, onLine: (stream: "stdout" | "stderr", line: string) => void): void {
  for (const stream of ["stdout", "stderr"] as const) {
    const input = child[stream];
    if (input) createInterface({ input }).on("line", (line) => onLine(stream, line));
  }
}
