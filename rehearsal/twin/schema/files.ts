import { readdirSync, readFileSync, statSync } from "node:fs";

/** The text of a file; undefined where there is none to read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The text of a script without its source map, which can be longer than the script. */
export function readScript(path: string): string | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const end = text.lastIndexOf("//# sourceMappingURL=");
  return end < 0 ? text : text.slice(0, end);
}

/** The size of a file; undefined where there is none. */
export function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

/** The names in a directory, none where it does not exist. */
export function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
