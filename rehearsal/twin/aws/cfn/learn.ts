/**
 * Makes `cfn.json` from the CloudFormation specification in npm's `@aws-cdk/aws-service-spec`:
 * `node rehearsal/twin/aws/cfn/learn.ts <its db.json.gz> <a program directory with @pulumi/aws>`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { partsOf } from "../../life/token.ts";
import { openSchemas } from "../../schema/index.ts";
import { tokensOf } from "../../tokens.ts";
import { CLASSES, MODULES } from "./aliases.ts";

interface Entity {
  readonly cloudFormationType: string;
  readonly properties: { readonly [name: string]: { readonly causesReplacement?: "yes" | "maybe" | "no" } };
  readonly arnTemplate?: string;
}

const [database = "", directory = "."] = process.argv.slice(2);
const text = gunzipSync(readFileSync(database)).toString("utf8");
const { schema } = JSON.parse(text) as {
  readonly schema: { readonly resource: { readonly entities: readonly Entity[] } };
};
const entities = new Map(
  Object.values(schema.resource.entities).map((entity) => [entity.cloudFormationType.toLowerCase(), entity]),
);

const schemas = openSchemas(directory);
const table: Record<string, string> = {};
for (const token of tokensOf("aws", directory)) {
  const { module, name } = partsOf(token);
  const services = MODULES[module] ?? [module];
  const classes = CLASSES[`${module}.${name}`] ?? [name, `DB${name}`];
  const entity = services
    .flatMap((service) => classes.map((kind) => entities.get(`aws::${service}::${kind}`.toLowerCase())))
    .find((found) => found !== undefined);
  const inputs = Object.keys(schemas.resource(token)?.inputs ?? {});
  if (entity) table[token.slice("aws:".length)] = row(entity, inputs);
}

function row({ properties, arnTemplate, cloudFormationType }: Entity, inputs: readonly string[]): string {
  const answers = new Map(
    Object.entries(properties).map(([name, { causesReplacement }]) => [name.toLowerCase(), causesReplacement ?? "no"]),
  );
  const own = cloudFormationType.split("::")[2] ?? "";
  const answer = (input: string): string | undefined => {
    const lower = input.toLowerCase();
    const forms = [
      lower,
      `${lower}s`,
      lower.replace(/s$/, ""),
      ...(lower === "name" ? [`${own}name`.toLowerCase()] : []),
    ];
    return forms.map((form) => answers.get(form)).find((found) => found !== undefined);
  };
  const where = (wanted: string): string => inputs.filter((input) => answer(input) === wanted).join(",");
  return [where("yes"), where("maybe"), where("no"), arnTemplate ?? ""].join("|");
}

const notice =
  "Derived from @aws-cdk/aws-service-spec (npm), Copyright Amazon.com, Inc. or its affiliates, Apache-2.0.";
const columns = ["changes need a new object", "may need one", "change in place", "ARN"];
writeFileSync(join(import.meta.dirname, "cfn.json"), `${JSON.stringify({ notice, columns, types: table })}\n`);
