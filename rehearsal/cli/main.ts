import { EXIT } from "./failure.ts";

// a closed pipe is the reader's choice, a full disk is worth a line
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`archipel: cannot write the output: ${error.message}\n`);
  process.exit(error.code === "EPIPE" ? EXIT.clean : EXIT.usage);
});

try {
  const [command, ...args] = process.argv.slice(2);
  // an engine starts many plugins, and they need nothing else
  if (command === "plugin") await (await import("./plugin.ts")).pluginCommand(args);
  else if (command === "release-guards") await (await import("./pulumi/release-guards.ts")).serveReleaseGuards();
  else process.exitCode = await (await import("./index.ts")).main(process.argv.slice(2));
} catch (error) {
  const text =
    error instanceof Error
      ? process.env["ARCHIPEL_DEBUG"]
        ? (error.stack ?? error.message)
        : error.message
      : String(error);
  process.stderr.write(`archipel: internal error: ${text}\n(ARCHIPEL_DEBUG=1 shows where)\n`);
  process.exitCode = EXIT.broken;
}
