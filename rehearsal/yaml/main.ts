import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { openSchemas } from "../twin/schema/index.ts";
import { Evaluator } from "./evaluate.ts";
import { readTemplate, TEMPLATE_FILES } from "./index.ts";
import type { SURROUNDINGS } from "./names.ts";
import { askedOf } from "./references.ts";
import { register, type Workshop } from "./register.ts";
import { settingsOf } from "./settings.ts";

/** The Node program that stands for the template in its working directory; it answers the template's outputs. */
function program(): { readonly [name: string]: unknown } {
  const directory = process.cwd();
  const name = TEMPLATE_FILES.find((file) => existsSync(join(directory, file))) ?? "Pulumi.yaml";
  const file = join(directory, name);
  const schemas = openSchemas(process.env["ARCHIPEL_SDKS"] ?? directory);
  const project = pulumi.getProject();
  const configured = Object.keys(pulumi.runtime.allConfig());
  const { template, order, notes } = readTemplate(readFileSync(file, "utf8"), name, schemas, { project, configured });
  if (notes.problems.length > 0) throw new pulumi.RunError(notes.problems.join("\n"));
  for (const warning of notes.warnings) void pulumi.log.warn(warning);

  const surroundings: { readonly [name in (typeof SURROUNDINGS)[number]]: string } = {
    cwd: directory,
    organization: pulumi.getOrganization(),
    project,
    rootDirectory: pulumi.getRootDirectory(),
    stack: pulumi.getStack(),
  };
  const evaluator = new Evaluator({ pulumi: surroundings }, notes);
  evaluator.define(settingsOf(template.settings, (expression) => evaluator.evaluate(expression), notes));
  const asked = askedOf(template);
  const workshop: Workshop = { evaluator, schemaOf: (type) => schemas.resource(type), asked, file, notes };
  for (const { make, of } of order)
    evaluator.define({ [of.name]: make === "variable" ? evaluator.evaluate(of.value) : register(of, workshop) });
  return Object.fromEntries(template.outputs.map((output) => [output.name, evaluator.evaluate(output.value)]));
}

export default program; // oxlint-disable-line import/no-default-export -- what the SDK takes a program's outputs from
