import { connect } from "node:net";
import { createInterface } from "node:readline";
import type { InstanceAnswer, InstanceRequest } from "./host.ts";

export interface LaunchOptions extends InstanceRequest {
  /** Port of a host that lends its twin; without one the launcher has a twin of its own. */
  readonly host?: number;
  readonly programDirectory: string;
  /** Where twins of their own share one world; without it nothing outlives the process. */
  readonly worldFile?: string;
  readonly cacheDirectory: string;
}

/** One provider plugin: prints its port on standard output and serves until it is told to stop. */
export async function launch(options: LaunchOptions): Promise<void> {
  const port =
    options.host === undefined
      ? await (await import("./alone.ts")).serveAlone(options)
      : await borrow(options.host, options);
  process.stdout.write(`${port}\n`);
  // whoever started it may be gone without a word
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, 1000);
}

async function borrow(host: number, { package: pkg, version, engine }: InstanceRequest): Promise<number> {
  const socket = connect(host, "127.0.0.1");
  socket.on("close", () => process.exit(0));
  const request: InstanceRequest = { package: pkg, ...(version && { version }), ...(engine && { engine }) };
  socket.write(`${JSON.stringify(request)}\n`);
  const lines = createInterface({ input: socket });
  const line = await new Promise<string>((resolve, reject) => {
    lines.once("line", resolve);
    socket.once("error", reject);
  });
  const answer = JSON.parse(line) as InstanceAnswer;
  if ("error" in answer) throw new Error(answer.error);
  return answer.port;
}
