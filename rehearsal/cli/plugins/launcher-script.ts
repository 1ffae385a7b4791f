import type { PluginName } from "./sdks.ts";

/** What a launcher starts, and for which program. */
export interface Launch {
  readonly plugin: PluginName;
  readonly node: string;
  readonly main: string;
  readonly programDirectory: string;
}

/** A small executable that starts this tool as a provider plugin; it keeps its world two folders above. */
export interface Script {
  readonly extension: string;
  readonly write: (launch: Launch) => string;
}

const shell: Script = {
  extension: "",
  write: ({ plugin, node, main, programDirectory }) => `#!/bin/sh
# written by \`archipel plugins\`: ${plugin.name} ${plugin.version} of the simulated clouds
: "\${ARCHIPEL_WORLD:=$(cd "$(dirname "$0")/../.." && pwd)/world}"
ARCHIPEL_PROGRAM=${quoted(programDirectory)}
export ARCHIPEL_WORLD ARCHIPEL_PROGRAM
exec ${quoted(node)} ${quoted(main)} plugin ${plugin.name} ${plugin.version} "$@"
`,
};

const batch: Script = {
  extension: ".cmd",
  write: ({ plugin, node, main, programDirectory }) =>
    [
      "@echo off",
      `rem written by archipel plugins: ${plugin.name} ${plugin.version} of the simulated clouds`,
      'if not defined ARCHIPEL_WORLD set "ARCHIPEL_WORLD=%~dp0..\\..\\world"',
      `set "ARCHIPEL_PROGRAM=${escaped(programDirectory)}"`,
      `"${escaped(node)}" "${escaped(main)}" plugin ${plugin.name} ${plugin.version} %*`,
      "",
    ].join("\r\n"),
};

export const scriptFor = (platform: NodeJS.Platform): Script => (platform === "win32" ? batch : shell);

/** One word of a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const escaped = (text: string): string => text.replaceAll("%", "%%");
