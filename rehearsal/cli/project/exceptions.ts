import { existsSync } from "node:fs";
import { join } from "node:path";

/** The exceptions that belong to what lies in a folder: beside it, or in its `policies`. */
export function exceptionsIn(folder: string): string | undefined {
  const places = [join(folder, "exceptions.yaml"), join(folder, "policies", "exceptions.yaml")];
  return places.find((place) => existsSync(place));
}
