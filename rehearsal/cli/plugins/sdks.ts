import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** A provider plugin that an installed SDK asks for. */
export interface PluginName {
  readonly name: string;
  readonly version: string;
}

/** The plugins of all provider SDKs that a program could load, sorted; one SDK may be there in several versions. */
export function pluginsOf(programDirectory: string): PluginName[] {
  const folders = createRequire(join(programDirectory, "index.js")).resolve.paths("pulumi") ?? [];
  const found = new Map<string, PluginName>();
  const look = (folder: string): void => {
    for (const directory of packagesIn(folder)) {
      const plugin = pluginFor(directory);
      if (!plugin) continue;
      found.set(`${plugin.name} ${plugin.version}`, plugin);
      look(join(directory, "node_modules"));
    }
  };
  for (const folder of folders) look(folder);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, plugin]) => plugin);
}

function packagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    if (name.startsWith(".")) return [];
    if (!name.startsWith("@")) return [join(folder, name)];
    return readdirSync(join(folder, name)).map((scoped) => join(folder, name, scoped));
  });
}

function pluginFor(directory: string): PluginName | undefined {
  const file = join(directory, "package.json");
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  if (!text.includes('"pulumi"')) return undefined;
  const { name, version, pulumi } = JSON.parse(text) as Manifest;
  if (!pulumi?.resource) return undefined;
  const plugin = {
    name: pulumi.name ?? name?.replace(/^.*\//, "") ?? "",
    version: (pulumi.version ?? version ?? "").replace(/^v/, ""),
  };
  // they become the names of folders
  return [plugin.name, plugin.version].every((part) => /^[\w.+-]+$/.test(part)) ? plugin : undefined;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly pulumi?: { readonly resource?: boolean; readonly name?: string; readonly version?: string };
}
