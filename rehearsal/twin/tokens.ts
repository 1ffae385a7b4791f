import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFinder } from "./schema/package.ts";

/** Every resource token that an installed SDK declares, sorted. */
export function tokensOf(pkg: string, programDirectory: string): readonly string[] {
  const root = packageFinder(programDirectory)(pkg)?.root;
  const found = new Set<string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "types") visit(path);
      else if (entry.name.endsWith(".js")) {
        const token = /__pulumiType = '([^']+:[^']+)'/.exec(readFileSync(path, "utf8"))?.[1];
        if (token !== undefined) found.add(token);
      }
    }
  };
  if (root !== undefined) visit(root);
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}
