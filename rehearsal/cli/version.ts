import { readFileSync } from "node:fs";

/** The version of this package. */
export function toolVersion(): string {
  for (const up of ["../..", "../../.."]) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(`${up}/package.json`, import.meta.url), "utf8")) as {
        name: string;
        version: string;
      };
      if (name === "archipel") return version;
    } catch {
      // the package's own manifest lies one folder higher
    }
  }
  return "0.0.0";
}
