import { Command, CommanderError, Option } from "commander";
import { checkCommand } from "./check/command.ts";
import { conformCommand } from "./conform/command.ts";
import { type DrillOptions, drillCommand } from "./drill/command.ts";
import { explainCommand } from "./explain/command.ts";
import { EXIT, type ExitCode, UserError } from "./failure.ts";
import { FAULT_HELP } from "./fault-help.ts";
import { fidelityCommand } from "./fidelity/command.ts";
import { pluginsCommand } from "./plugins/command.ts";
import type { RehearseOptions } from "./rehearse/options.ts";
import { rehearseAll } from "./rehearse/programs.ts";
import { commas, list, positive, withProgram } from "./switches.ts";
import { toolVersion } from "./version.ts";

/** Runs one command line; resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const program = new Command("archipel")
    .description("Rehearses Pulumi programs on simulated clouds, and judges what they make.")
    .version(toolVersion())
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(--help shows what there is)");
  withProgram(
    program
      .command("rehearse")
      .description("run a Pulumi program of Node or YAML, unmodified, on simulated clouds, with its policy packs")
      .argument("[dir...]", "folders of Pulumi projects", ["."])
      .addOption(
        new Option("--engine <name>", "who decides: the embedded engine, or a Pulumi CLI on the same simulated clouds")
          .choices(["embedded", "pulumi"])
          .default("embedded"),
      )
      .option("--pulumi <path>", "the Pulumi CLI (default: PULUMI_BIN, else the one on PATH)")
      .option("--policy-pack <dir>", "a policy pack to enforce; may be repeated", list, [])
      .option("--policy-pack-config <file>", "its configuration, in the same order", list, [])
      .option("--no-exceptions", "judge without the program's exceptions.yaml: the view of an audit")
      .option("--baseline <file>", "findings that were known before stop nobody (archipel check --write-baseline)")
      .option(
        "--script <verbs or file>",
        "preview, up, refresh, destroy, decommission, recover, in order; or a .yaml or .json file of steps",
        commas,
        [],
      )
      .option("--fault <spec>", "break something in the first up (see below); may be repeated", list, [])
      .option("--from <state.json>", "start from this state: an earlier rehearsal's, or `pulumi stack export`")
      .addOption(new Option("--min-fidelity <level>", "fail below this").choices(["exact", "derived", "echoed"]))
      .option("--plugins", "serve the simulated clouds as provider plugin processes", false),
  )
    .addHelpText("after", FAULT_HELP)
    .action(async (directories: string[], options: RehearseOptions) => {
      code = await interruptible((signal) => rehearseAll(directories, options, signal));
    });
  withProgram(
    program
      .command("drill")
      .description(
        "break every creation, update, replacement and deletion of a program's objects once, and recover each time",
      )
      .argument("[dir]", "folder of a Pulumi project", ".")
      .option("--at-most <n>", "try only so many of the points, drawn by the seed", positive),
  ).action(async (directory: string, options: DrillOptions) => {
    code = await interruptible((signal) => drillCommand(directory, options, signal, process.stderr));
  });
  program
    .command("conform")
    .description("compare this engine with recorded decisions of the real one")
    .argument("<folder...>", "folders of cases in the conformance format")
    .option("--only <text>", "only cases whose name contains this")
    .option("--at-once <n>", "cases at once", positive, 4)
    .action(async (folders: string[], options: { only?: string; atOnce: number }) => {
      code = await conformCommand(folders, options);
    });
  program.addCommand(
    checkCommand((outcome) => {
      code = outcome;
    }),
  );
  program.addCommand(explainCommand());
  program.addCommand(fidelityCommand());
  program.addCommand(pluginsCommand());
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`archipel: ${error.message}\n`);
    return error.code;
  }
}

/** Ctrl-C once lets what is under way finish. */
async function interruptible(work: (signal: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> {
  const abort = new AbortController();
  const onInterrupt = (): void => {
    if (abort.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write("\narchipel: finishing what is under way; press Ctrl-C again to stop at once\n");
    abort.abort();
  };
  process.on("SIGINT", onInterrupt);
  process.on("SIGTERM", onInterrupt);
  try {
    return await work(abort.signal);
  } finally {
    process.off("SIGINT", onInterrupt);
    process.off("SIGTERM", onInterrupt);
  }
}
