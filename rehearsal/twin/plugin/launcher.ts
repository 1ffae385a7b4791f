import { connect } from "node:net";
import { createInterface } from "node:readline";
import type { InstanceAnswer, InstanceRequest } from "./host.ts";
import type { LaunchOptions } from "./launch-options.ts";

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
