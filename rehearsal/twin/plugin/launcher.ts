import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { serveProvider } from "../../wire/provider-server.ts";
import { createTwin, readWorld, writeWorld } from "../index.ts";
import type { InstanceAnswer, InstanceRequest } from "./host.ts";

export interface LaunchOptions extends InstanceRequest {
  /** Port of a host that lends its twin; without one the launcher has a twin of its own. */
  readonly host?: number;
  readonly programDirectory: string;
  /** Where a twin of its own keeps what exists. */
  readonly worldFile?: string;
  readonly cacheDirectory: string;
}

/** One provider plugin: prints its port on standard output and serves until it is told to stop. */
export async function launch(options: LaunchOptions): Promise<void> {
  const port = options.host === undefined ? await serveAlone(options) : await borrow(options.host, options);
  process.stdout.write(`${port}\n`);
  // whoever started it may be gone without a word
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, 1000);
}

async function borrow(host: number, { package: pkg, version }: InstanceRequest): Promise<number> {
  const socket = connect(host, "127.0.0.1");
  socket.on("close", () => process.exit(0));
  socket.write(`${JSON.stringify({ package: pkg, ...(version && { version }) } satisfies InstanceRequest)}\n`);
  const lines = createInterface({ input: socket });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once("line", resolve);
    socket.once("error", reject);
  });
  const answer = JSON.parse(line) as InstanceAnswer;
  if ("error" in answer) throw new Error(answer.error);
  return answer.port;
}

async function serveAlone({
  package: pkg,
  version,
  programDirectory,
  worldFile,
  cacheDirectory,
}: LaunchOptions): Promise<number> {
  const twin = createTwin({ programDirectory, cacheDirectory });
  if (worldFile) {
    if (existsSync(worldFile)) twin.world.restore(readWorld(readFileSync(worldFile, "utf8")));
    process.once("exit", () => writeFileSync(worldFile, writeWorld(twin.world.save())));
  }
  const log = (severity: string, message: string): void => void process.stderr.write(`${severity}: ${message}\n`);
  const provider = await twin.open({ package: pkg, log, ...(version && { version }) });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
  return (await serveProvider(provider)).port;
}
