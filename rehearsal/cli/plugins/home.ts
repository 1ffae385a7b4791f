import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { MAIN } from "../main-file.ts";
import { scriptFor } from "./launcher-script.ts";
import { type PluginName, pluginsOf } from "./sdks.ts";

/** A folder that the real Pulumi CLI takes for its home, with the simulated clouds as plugins. */
export interface PulumiHome {
  readonly directory: string;
  readonly plugins: readonly (PluginName & { readonly file: string; readonly written: boolean })[];
}

// the CLI brings the plugin of dynamic providers itself, and prefers one on PATH: those are recorded, never executed
const DYNAMIC: PluginName = { name: "pulumi-nodejs", version: "" };

/** Writes one launcher for each provider SDK of a program. Older ones stay: a state may still name them. */
export function writeHome(directory: string, programDirectory: string): PulumiHome {
  mkdirSync(join(directory, "state"), { recursive: true });
  const { extension, write } = scriptFor(process.platform);
  const plugins = [...pluginsOf(programDirectory), DYNAMIC].map((plugin) => {
    const folder = plugin === DYNAMIC ? "bin" : join("plugins", `resource-${plugin.name}-v${plugin.version}`);
    const file = join(folder, `pulumi-resource-${plugin.name}${extension}`);
    const script = write({ plugin, node: process.execPath, main: MAIN, programDirectory });
    return { ...plugin, file, written: writeExecutable(join(directory, file), script) };
  });
  return { directory, plugins };
}

function writeExecutable(file: string, text: string): boolean {
  const same = existsSync(file) && readFileSync(file, "utf8") === text;
  if (!same) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  chmodSync(file, 0o755);
  return !same;
}

/** What makes a Pulumi CLI use that home, and nothing outside this machine. */
export function variablesOf({ directory }: PulumiHome): { readonly [name: string]: string } {
  return {
    PULUMI_HOME: directory,
    PULUMI_BACKEND_URL: pathToFileURL(join(directory, "state")).href,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PATH: [join(directory, "bin"), dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
  };
}
