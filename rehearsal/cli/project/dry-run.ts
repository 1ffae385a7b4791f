import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const SOURCE = /\.[cm]?[jt]s$/;
const NOT_THE_PROGRAM = /^(node_modules|sdks|\..*)$/;
const FILES_AT_MOST = 500;

/** The first place (`file:line`) where a program asks whether it is previewed: then a preview need not be what an up does. */
export function asksDryRun(directory: string): string | undefined {
  for (const file of sources(directory).slice(0, FILES_AT_MOST)) {
    const line = readFileSync(file, "utf8")
      .split("\n")
      .findIndex((text) => /\bisDryRun\s*\(/.test(text));
    if (line >= 0) return `${relative(directory, file)}:${line + 1}`;
  }
  return undefined;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return NOT_THE_PROGRAM.test(entry.name) ? [] : sources(join(folder, entry.name));
      return entry.isFile() && SOURCE.test(entry.name) && !entry.name.endsWith(".d.ts")
        ? [join(folder, entry.name)]
        : [];
    });
}
