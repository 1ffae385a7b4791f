import { readFileSync, writeFileSync } from "node:fs";
import { judgementSchema } from "../judgement/model.ts";
import { reportSchema } from "../model.ts";

/** The published schemas, by file in this room's parent. */
const SCHEMAS = { "report.schema.json": reportSchema, "judgement.schema.json": judgementSchema } as const;
export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as readonly SchemaName[];

/** How the published schemas are brought up to date. */
export const SCHEMA_COMMAND = "node rehearsal/report/json/schema.ts";

/** What a schema's file must say. */
export const schemaText = (name: SchemaName): string => `${JSON.stringify(SCHEMAS[name](), null, 2)}\n`;

/** What a schema's file says. */
export const publishedSchema = (name: SchemaName): string => readFileSync(fileOf(name), "utf8");

const fileOf = (name: SchemaName): URL => new URL(`../${name}`, import.meta.url);

if (import.meta.main) for (const name of SCHEMA_NAMES) writeFileSync(fileOf(name), schemaText(name));
