import { EXIT, UserError } from "./failure.ts";

// a closed pipe is the reader's choice, a full disk is worth a line
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`archipel: cannot write the output: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? EXIT.clean : EXIT.usage);
});

/** What engines start, often, and what needs nothing of the rest. */
const SERVERS: { readonly [command: string]: (args: readonly string[]) => Promise<void> } = {
  plugin: async (args) => (await import("./plugin.ts")).pluginCommand(args),
  "release-guards": async () => (await import("./pulumi/release-guards.ts")).serveReleaseGuards(),
};

try {
  const [command = "", ...args] = process.argv.slice(2);
  const serve = SERVERS[command];
  if (serve) await serve(args);
  else process.exitCode = await (await import("./index.ts")).main(process.argv.slice(2));
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  if (error instanceof UserError) {
    process.stderr.write(`archipel: ${error.message}\n`);
    return error.code;
  }
  const trace = error instanceof Error && process.env["ARCHIPEL_DEBUG"] ? error.stack : undefined;
  const text = trace ?? (error instanceof Error ? error.message : String(error));
  process.stderr.write(`archipel: internal error: ${text}\n(ARCHIPEL_DEBUG=1 shows where)\n`);
  return EXIT.broken;
}
