import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { REFUSED } from "./examples-refused.ts";
import { pricesIn } from "./prices.ts";

it.each(Object.entries(REFUSED))("refuses %s", (path, said) => {
  const message = expect.stringMatching(/^[^\n]+$/) as unknown;
  expect(() => pricesIn(path)).toThrow(expect.objectContaining({ message }));
  expect(() => pricesIn(path)).toThrow(`${path} `);
  expect(() => pricesIn(path)).toThrow(said);
});

it("takes the form that the documentation shows", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../docs/prices.md"), "utf8");
  const [, form = ""] = /`prices[.]yaml`:\n\n```yaml\n([^`]+)```/.exec(text) ?? [];
  const folder = mkdtempSync(join(tmpdir(), "prices-"));
  writeFileSync(join(folder, "prices.yaml"), form);
  const { currency, parts: known } = pricesIn(join(folder, "prices.yaml"));
  rmSync(folder, { recursive: true });
  expect([currency, known.get("aws:rds/instance:Instance")?.length]).toEqual(["EUR", 2]);
});
