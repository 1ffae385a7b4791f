import type { Schemas } from "../twin/schema/index.ts";
import { withDefaultProviders } from "./defaults.ts";
import { namesOf, noteNames } from "./names.ts";
import { Notes } from "./notes.ts";
import { orderOf, type Step } from "./order.ts";
import { parseTree } from "./syntax.ts";
import { type Template, templateOf } from "./template.ts";
import { Tokens } from "./tokens.ts";

/**
 * Pulumi's YAML. Text becomes a tree (`syntax`), values (`expression`), a template (`template`) and an order (`order`), all
 * of it pure and with every mistake noted. Then `main`, the Node program that the engine starts in the stranger's place,
 * makes each thing with `@pulumi/pulumi` (`evaluate`, `register`).
 */
export interface ReadTemplate {
  readonly template: Template;
  readonly order: readonly Step[];
  readonly notes: Notes;
}

/** The files that may hold a template; the first that is there counts. */
export const TEMPLATE_FILES = ["Main.json", "Main.yaml", "Pulumi.yaml", "Pulumi.yml"] as const;

/** Reads a template. `file`: as people know it; `configured`: keys of the configuration, which may be named undeclared. */
export function readTemplate(
  text: string,
  file: string,
  schemas: Schemas,
  { project, configured }: { readonly project: string; readonly configured: readonly string[] },
): ReadTemplate {
  const notes = new Notes(file);
  const tree = parseTree(text, notes);
  const template = withDefaultProviders(templateOf(tree, new Tokens(schemas, notes), notes));
  noteNames(
    template,
    configured.flatMap((key) => namesOf(key, project)),
    notes,
  );
  return { template, order: orderOf(template, notes), notes };
}
