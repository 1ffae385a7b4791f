import { parsePath, resetPath } from "../../wire/path.ts";
import type { Properties } from "../../wire/value.ts";
import { diagnose, type Run } from "../run.ts";

/** The new inputs with every ignored path put back to its old value. */
export function applyIgnoreChanges(
  run: Run,
  urn: string,
  news: Properties,
  olds: Properties,
  paths: readonly string[],
): Properties {
  let inputs = news;
  const refused: string[] = [];
  for (const text of paths) {
    const path = parsePath(text);
    if (!path) continue;
    const { value, ok } = resetPath(path, olds, inputs);
    inputs = value;
    if (!ok) refused.push(text);
  }
  if (refused.length > 0) {
    const list = JSON.stringify(refused.join(", "));
    diagnose(run, "info", urn, `cannot ignore changes in added or removed elements of the path: ${list}`);
  }
  return inputs;
}
