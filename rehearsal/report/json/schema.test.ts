import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { sampleReport } from "../testing.ts";
import { publishedSchema, SCHEMA_COMMAND, schemaText } from "./schema.ts";

test("the published schema is the model's", () => {
  const stale = `report.schema.json is stale: run \`${SCHEMA_COMMAND}\`, then \`npm run fix\``;
  expect(JSON.parse(publishedSchema()), stale).toEqual(JSON.parse(schemaText()));
});

test("a report fits the published schema", () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(publishedSchema()));
  expect(validate(sampleReport({ hostile: true })), JSON.stringify(validate.errors)).toBe(true);
});
