// how the properties of bridged types are nested, read from the SDKs: Terraform has a list where Pulumi may have an object
import { globSync, readFileSync } from "node:fs";
import { terraformTypes } from "../policies/check/terraform/names.ts";
import { typesOf } from "../policies/core/rule.ts";
import { rules } from "../policies/rules/list.ts";
import { openSchemas } from "../rehearsal/twin/schema/index.ts";

const DEEP = 8;

/**
 * What `policies/check/terraform/shapes.json` holds, for the types that rules read or join: an object for an object, a list of
 * one for a list of objects, an empty list for a list of plain values; plain values are left out.
 */
export function terraformShapes() {
  const schemas = openSchemas(process.cwd());
  const types = [...rules.flatMap(typesOf), ...namedTypes().filter((type) => schemas.resource(type))];
  const bridged = [...new Set(types)].filter((type) => terraformTypes(type).length > 0).sort();
  const shapes = bridged.map((type) => {
    const schema = schemas.resource(type);
    if (!schema) throw new Error(`the SDKs have no ${type}, which a rule reads`);
    return [type, shapeOf(schema.inputs, schemas, 0)];
  });
  return `{\n${shapes.map(([type, shape]) => `"${type}": ${JSON.stringify(shape)}`).join(",\n")}\n}\n`;
}

/** What rules and models look for beside the resource that they judge: what is attached to it, or uses it. */
function namedTypes() {
  const files = globSync("policies/{core,models,rules}/**/*.ts", { exclude: ["**/examples.ts", "**/*.test.ts"] });
  return files.flatMap((file) => readFileSync(file, "utf8").match(/\b(?:aws|gcp):\w+\/\w+:\w+/g) ?? []);
}

function shapeOf(members, schemas, depth) {
  const shapes = Object.entries(members).map(([name, { type }]) => [name, typeShape(type, schemas, depth)]);
  return Object.fromEntries(shapes.filter(([, shape]) => shape !== undefined));
}

function typeShape(type, schemas, depth) {
  if (depth > DEEP) return undefined;
  if (type.kind === "list") {
    const inner = typeShape(type.element, schemas, depth + 1);
    return inner === undefined || Array.isArray(inner) ? [] : [inner];
  }
  if (type.kind === "ref") return shapeOf(schemas.resolve(type) ?? {}, schemas, depth + 1);
  if (type.kind !== "union") return undefined;
  // what may be text, such as a policy, is text in Terraform
  if (type.members.some(({ kind }) => kind === "string")) return undefined;
  return type.members.map((member) => typeShape(member, schemas, depth)).find(Boolean);
}
