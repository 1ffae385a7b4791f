import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { StackConfig } from "../../rehearsal/engine/config.ts";
import { type ProgramSource, startProgram } from "../../rehearsal/engine/program/node.ts";
import { findSdk } from "../../rehearsal/engine/program/sdk.ts";
import { startInstantMonitor } from "./instant-monitor.ts";

const CPU = fileURLToPath(new URL("./cpu.cjs", import.meta.url));
/** Two clouds, half of the resources depending on another: the shape of an ordinary stack. */
const SOURCE = `
const { Queue } = require("@pulumi/aws/sqs/queue");
const { Topic } = require("@pulumi/gcp/pubsub/topic");
for (let i = 0; i < Number(process.env.BENCH_COUNT) / 2; i++) {
  const queue = new Queue("queue-" + i, { messageRetentionSeconds: 345600, tags: { owner: "bench", index: String(i) } });
  new Topic("topic-" + i, { labels: { owner: "bench" }, messageRetentionDuration: "86600s", name: queue.arn.apply((arn) => "topic-" + String(arn).length + "-" + i) });
}
`;

/** A program of so many resources, and where it leaves its CPU time. */
export class BenchProgram {
  readonly source: ProgramSource;
  readonly #cpuFile: string;

  constructor(count: number) {
    const directory = mkdtempSync(join(tmpdir(), "archipel-bench-"));
    writeFileSync(join(directory, "index.js"), SOURCE);
    writeFileSync(join(directory, "package.json"), '{"name": "bench", "main": "index.js"}');
    symlinkSync(resolve("node_modules"), join(directory, "node_modules"), "dir");
    const sdk = findSdk(directory);
    if (!sdk) throw new Error("@pulumi/pulumi is not installed");
    this.#cpuFile = join(directory, "cpu");
    const env = { ...process.env, BENCH_COUNT: String(count), BENCH_CPU_FILE: this.#cpuFile };
    this.source = {
      rootDirectory: directory,
      directory,
      entry: "index.js",
      typescript: false,
      nodeArgs: ["--require", CPU],
      sdk,
      env,
    };
  }

  /** CPU milliseconds of the last run. */
  get cpuMs(): number {
    return Number(readFileSync(this.#cpuFile, "utf8"));
  }

  /** Runs against a monitor that answers at once; CPU milliseconds of the program alone. */
  async alone(preview: boolean): Promise<number> {
    const monitor = await startInstantMonitor();
    const options = { organization: "organization", project: "bench", stack: "bench", preview, parallel: 16 };
    const { exit } = startProgram(
      this.source,
      monitor.address,
      options,
      new StackConfig(new Map()),
      (_, line) => void process.stderr.write(`${line}\n`),
    );
    const { code } = await exit;
    monitor.stop();
    if (code !== 0) throw new Error(`the program ended with ${code}`);
    return this.cpuMs;
  }
}
