import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { sampleReport } from "../testing.ts";
import { publishedSchema, SCHEMA_COMMAND, SCHEMA_NAMES, schemaText } from "./schema.ts";

test.each(SCHEMA_NAMES)("%s is the model's", (name) => {
  const stale = `${name} is stale: run \`${SCHEMA_COMMAND}\`, then \`npm run fix\``;
  expect(JSON.parse(publishedSchema(name)), stale).toEqual(JSON.parse(schemaText(name)));
});

test("a report fits the published schema", () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(publishedSchema("report.schema.json")));
  expect(validate(sampleReport({ hostile: true })), JSON.stringify(validate.errors)).toBe(true);
});
