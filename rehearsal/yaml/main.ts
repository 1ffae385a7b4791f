import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { openSchemas } from "../twin/schema/index.ts";
import { Evaluator } from "./evaluate.ts";
import { referencesOf } from "./expression.ts";
import { readTemplate, TEMPLATE_FILES } from "./index.ts";
import { expressionsOf } from "./order.ts";
import { register, type Workshop } from "./register.ts";
import { settingsOf } from "./settings.ts";

/** The Node program that stands for a template in its working directory; its outputs are the template's. */
function program(): { readonly [name: string]: unknown } {
  const directory = process.cwd();
  const name = TEMPLATE_FILES.find((file) => existsSync(join(directory, file))) ?? "Pulumi.yaml";
  const file = join(directory, name);
  const schemas = openSchemas(process.env["ARCHIPEL_SDKS"] ?? directory);
  const project = `${pulumi.getProject()}:`;
  const configured = Object.keys(pulumi.runtime.allConfig()).flatMap((key) => [key, key.replace(project, "")]);
  const { template, order, notes } = readTemplate(readFileSync(file, "utf8"), name, schemas, configured);
  if (notes.problems.length > 0) throw new pulumi.RunError(notes.problems.join("\n"));
  for (const warning of notes.warnings) void pulumi.log.warn(warning);

  const surroundings = {
    cwd: directory,
    organization: pulumi.getOrganization(),
    project: pulumi.getProject(),
    rootDirectory: pulumi.getRootDirectory(),
    stack: pulumi.getStack(),
  };
  const evaluator = new Evaluator(new Map([["pulumi", surroundings]]), notes);
  const settings = settingsOf(template.settings, (expression) => evaluator.evaluate(expression), notes);
  for (const [key, value] of settings) evaluator.scope.set(key, value);

  const asked = new Map<string, Set<string>>();
  for (const of of [...template.resources, ...template.variables, ...template.outputs]) {
    for (const { path } of expressionsOf(of).flatMap((expression) => [...referencesOf(expression)])) {
      const [first] = path.tail;
      if (first === undefined || first === "id" || first === "urn") continue;
      asked.set(path.root, (asked.get(path.root) ?? new Set()).add(String(first)));
    }
  }
  const workshop: Workshop = {
    evaluator,
    schemaOf: (type) => schemas.resource(type),
    asked: (resource) => [...(asked.get(resource) ?? [])],
    file,
    notes,
  };
  for (const { make, of } of order)
    evaluator.scope.set(of.name, make === "variable" ? evaluator.evaluate(of.value) : register(of, workshop));
  return Object.fromEntries(template.outputs.map(({ name: output, value }) => [output, evaluator.evaluate(value)]));
}

export default program; // oxlint-disable-line import/no-default-export -- what the SDK takes a program's outputs from
