import { existsSync } from "node:fs";
import { join } from "node:path";

/** The exceptions that belong to what lies in a folder: beside it, or in its `policies`. */
export function exceptionsIn(folder: string): string | undefined {
  return inFolder(folder, "exceptions.yaml");
}

/** The declared paths that belong there, found in the same way. */
export function pathsFileIn(folder: string): string | undefined {
  return inFolder(folder, "paths.yaml");
}

function inFolder(folder: string, name: string): string | undefined {
  return [join(folder, name), join(folder, "policies", name)].find((place) => existsSync(place));
}
