import type { Schemas } from "../twin/schema/index.ts";
import { Notes } from "./notes.ts";
import { orderOf, type Step, withDefaultProviders } from "./order.ts";
import { parseTree } from "./syntax.ts";
import { type Template, templateOf } from "./template.ts";
import { Tokens } from "./tokens.ts";

/**
 * Pulumi's YAML: text (`syntax`) to values (`expression`) to a template (`template`) to an order (`order`), all of it pure
 * and with every mistake noted; then `main` is the Node program that the engine starts in the stranger's place, and
 * makes each thing with `@pulumi/pulumi` (`evaluate`, `register`).
 */
export interface ReadTemplate {
  readonly template: Template;
  readonly order: readonly Step[];
  readonly notes: Notes;
}

/** The files that may hold a template, the first found counts. */
export const TEMPLATE_FILES = ["Main.json", "Main.yaml", "Pulumi.yaml", "Pulumi.yml"] as const;

/** Reads a template. `file`: as people know it; `configured`: names of configuration that it need not declare. */
export function readTemplate(text: string, file: string, schemas: Schemas, configured: readonly string[]): ReadTemplate {
  const notes = new Notes(file);
  const tree = parseTree(text, notes) ?? { kind: "map", at: { line: 1, column: 1 }, entries: [] };
  const template = withDefaultProviders(templateOf(tree, new Tokens(schemas), notes));
  return { template, order: orderOf(template, configured, notes), notes };
}
