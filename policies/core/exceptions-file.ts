import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * The exceptions of the program in a folder. A pack runs in its own, and its host does not say where the program is;
 * but the shell does, for whoever runs `pulumi up` there.
 */
export function exceptionsIn(folder: string | undefined): string | undefined {
  if (folder === undefined || !existsSync(join(folder, "Pulumi.yaml"))) return undefined;
  const places = [join(folder, "exceptions.yaml"), join(folder, "policies", "exceptions.yaml")];
  return places.find((place) => existsSync(place));
}
