import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * The exceptions of the program in a folder. A pack runs in its own, and its host does not say where the program is;
 * but the shell does, for whoever runs `pulumi up` there.
 */
export function exceptionsIn(folder: string | undefined): string | undefined {
  return besideProgram(folder, "exceptions.yaml");
}

/** The declared paths of the program in a folder, found in the same way. */
export function pathsFileIn(folder: string | undefined): string | undefined {
  return besideProgram(folder, "paths.yaml");
}

function besideProgram(folder: string | undefined, name: string): string | undefined {
  if (folder === undefined || !existsSync(join(folder, "Pulumi.yaml"))) return undefined;
  return [join(folder, name), join(folder, "policies", name)].find((place) => existsSync(place));
}
