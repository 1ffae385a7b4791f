import { createRequire } from "node:module";

/** The value of a YAML text; the parser is loaded for whoever has one, which most runs do not. */
export function parseYaml(text: string): unknown {
  const { parse } = createRequire(import.meta.url)("yaml") as typeof import("yaml");
  return parse(text);
}
