import { readFileSync, writeFileSync } from "node:fs";
import { reportSchema } from "../model.ts";

const FILE = new URL("../report.schema.json", import.meta.url);

/** How the published schema is brought up to date. */
export const SCHEMA_COMMAND = "node rehearsal/report/json/schema.ts";

/** What report.schema.json must say. */
export const schemaText = (): string => `${JSON.stringify(reportSchema(), null, 2)}\n`;

/** What report.schema.json says. */
export const publishedSchema = (): string => readFileSync(FILE, "utf8");

if (import.meta.main) writeFileSync(FILE, schemaText());
