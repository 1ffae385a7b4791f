import { join, resolve } from "node:path";
import { Command } from "commander";
import { locateProgram } from "../project/program.ts";
import { readProject } from "../project/pulumi-yaml.ts";
import { variablesOf, writeHome } from "./home.ts";
import { quoted } from "./launcher-script.ts";

/** `archipel plugins`: the simulated clouds as provider plugins of the real Pulumi CLI. */
export const pluginsCommand = (): Command =>
  new Command("plugins")
    .description("write the simulated clouds as provider plugins for the real Pulumi CLI: eval what it prints")
    .argument("[dir]", "folder of the Pulumi project whose SDKs they serve", ".")
    .option("--home <folder>", "where (default: .archipel/pulumi-home of the project)")
    .action((directory: string, { home }: { home?: string }) => {
      const project = readProject(directory);
      const program = locateProgram(project, {});
      const made = writeHome(
        resolve(home ?? join(project.directory, ".archipel", "pulumi-home")),
        program.sdkDirectory,
      );
      const said = made.plugins.map(({ file, written }) => `# ${written ? "wrote" : "is there"}: ${file}`);
      const set = Object.entries(variablesOf(made)).map(([name, value]) => assignment(name, value));
      process.stdout.write(
        [
          ...said,
          "# the CLI deploys to the simulated clouds, and nowhere else, with:",
          ...set,
          "# and a passphrase for the state: PULUMI_CONFIG_PASSPHRASE",
          "",
        ].join("\n"),
      );
    });

function assignment(name: string, value: string): string {
  if (process.platform === "win32") return `$env:${name} = '${value.replaceAll("'", "''")}'`;
  return `export ${name}=${quoted(value)}`;
}
