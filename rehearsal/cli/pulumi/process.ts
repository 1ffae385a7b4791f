import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { PulumiCli } from "./find.ts";

/** One call of the CLI. */
export interface Call {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onLine?: (line: string) => void;
  /** Asks it to finish what is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a line after which it counts as hung. @default no limit */
  readonly idleMs?: number;
}

export interface Called {
  readonly code: number | null;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly hung: boolean;
}

const GRACE_MS = 10_000;

/** Runs the CLI to its end. */
export async function callPulumi(cli: PulumiCli, { args, cwd, env, onLine, signal, idleMs }: Call): Promise<Called> {
  // in a group of its own: Ctrl-C is passed on, once
  const child = spawn(cli.path, [...args, "--non-interactive"], {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  let hung = false;
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGKILL"), GRACE_MS).unref();
  };
  const wake = (): void => {
    clearTimeout(timer);
    if (idleMs !== undefined)
      timer = setTimeout(() => {
        hung = true;
        stop();
      }, idleMs);
  };
  const onAbort = (): void => void child.kill("SIGINT");
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();
  wake();
  createInterface({ input: child.stdout }).on("line", (line) => {
    wake();
    if (onLine) onLine(line);
    else stdout.push(line);
  });
  createInterface({ input: child.stderr }).on("line", (line) => {
    wake();
    stderr.push(line);
  });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    return { code, stdout, stderr, hung };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}
