import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { renderSummary } from "../report/terminal/summary.ts";
import { conformCommand } from "./conform/command.ts";
import { EXIT, type ExitCode, UserError } from "./failure.ts";
import { FAULT_HELP } from "./fault-help.ts";
import { pluginCommand } from "./plugin.ts";
import { show } from "./project/pulumi-yaml.ts";
import { rehearse } from "./rehearse/command.ts";
import type { RehearseOptions } from "./rehearse/options.ts";
import { toolVersion } from "./version.ts";
import { terminalWatcher } from "./watcher.ts";

const list = (value: string, before: string[] = []): string[] => [...before, value];
const commas = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
];

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new InvalidArgumentError("expected a number above 0");
  return number;
}

/** Runs one command line; resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const program = new Command("archipel")
    .description("Rehearses Pulumi programs on simulated clouds.")
    .version(toolVersion())
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(--help shows what there is)");
  program
    .command("rehearse")
    .description("run a Pulumi Node program, unmodified, on simulated clouds, with its policy packs")
    .argument("[dir...]", "folders of Pulumi projects", ["."])
    .option("-s, --stack <name>", "the stack; else the only stack file, else dev")
    .option("--organization <name>", "the organization that the program sees", "organization")
    .option("--policy-pack <dir>", "a policy pack to enforce; may be repeated", list, [])
    .option("--policy-pack-config <file>", "its configuration, in the same order", list, [])
    .option("--script <verbs or file>", "preview, up, refresh, destroy, decommission, recover, in order; or a .yaml or .json file of steps", commas, [])
    .option("--fault <spec>", "break something in the first up (see below); may be repeated", list, [])
    .option("--from <state.json>", "start from this state: an earlier rehearsal's, or `pulumi stack export`")
    .option("--json", "print report.json, and nothing else, on standard output", false)
    .option("--out <dir>", "where the results go (default: .archipel/<project>-<stack>)")
    .option("-c, --config <key=value>", "configuration over the stack file's; may be repeated", list, [])
    .option("--config-file <file>", "another stack file")
    .option("--stack-outputs <org/project/stack=file.json>", "outputs of another stack; may be repeated", list, [])
    .option(
      "--region <cloud=region>",
      "aws, aws-account, gcp, gcp-project, azure, azure-subscription; may be repeated",
      list,
      [],
    )
    .addOption(
      new Option("--existing <how>", "what lookups of things nobody made find")
        .choices(["assume", "none"])
        .default("assume"),
    )
    .option("--seed <text>", "another seed makes other ids", "archipel")
    .option("--as-of <date>", "judge exceptions at this date (default: the commit's)")
    .option("--require-secrets", "fail where a configuration secret cannot be opened", false)
    .option("--keep-env <name>", "let the program see this variable; may be repeated", list, [])
    .addOption(new Option("--min-fidelity <level>", "fail below this").choices(["exact", "derived", "echoed"]))
    .option("--parallel <n>", "steps at once", positive, 16)
    .option("--idle <seconds>", "stop a program that does nothing for so long", positive, 120)
    .option("--plugins", "serve the simulated clouds as provider plugin processes", false)
    .addHelpText("after", FAULT_HELP)
    .action(async (directories: string[], options: RehearseOptions) => {
      code = await rehearseAll(directories, options);
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
  program
    .command("plugin", { hidden: true })
    .description("serve one package as a Pulumi provider plugin: prints its port")
    .argument("<package>")
    .argument("[version]")
    .argument("[engine]", "the engine's address, given by whoever starts a plugin")
    .action(async (pkg: string, version: string | undefined) => {
      await pluginCommand(pkg, version);
    });
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

async function rehearseAll(directories: readonly string[], options: RehearseOptions): Promise<ExitCode> {
  const abort = new AbortController();
  const onInterrupt = (): void => {
    if (abort.signal.aborted) process.exit(EXIT.interrupted);
    process.stderr.write("\narchipel: finishing what is under way; press Ctrl-C again to stop at once\n");
    abort.abort();
  };
  process.on("SIGINT", onInterrupt);
  process.on("SIGTERM", onInterrupt);
  let worst: ExitCode = EXIT.clean;
  try {
    for (const directory of directories) {
      const code = await rehearseOne(directory, options, abort.signal);
      worst = Math.max(worst, code) as ExitCode;
      if (abort.signal.aborted) return EXIT.interrupted;
    }
  } finally {
    process.off("SIGINT", onInterrupt);
    process.off("SIGTERM", onInterrupt);
  }
  return worst;
}

async function rehearseOne(directory: string, options: RehearseOptions, signal: AbortSignal): Promise<ExitCode> {
  const color = process.stderr.isTTY && process.stderr.hasColors() && !process.env["NO_COLOR"];
  const watcher = terminalWatcher(process.stderr, color);
  try {
    const { report, folder, code } = await rehearse(directory, options, watcher, signal);
    watcher.stop();
    if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else {
      const stdoutColor = process.stdout.isTTY && process.stdout.hasColors() && !process.env["NO_COLOR"];
      process.stdout.write(
        `${renderSummary(report, { width: process.stdout.columns || 80, color: stdoutColor })}\nReport: ${show(folder)}/report.html\n`,
      );
    }
    return code;
  } finally {
    watcher.stop();
  }
}
