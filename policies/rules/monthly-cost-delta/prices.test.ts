import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { pricesIn } from "./prices.ts";

const folder = mkdtempSync(join(tmpdir(), "prices-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (text: string): string => {
  const path = join(folder, "prices.yaml");
  writeFileSync(path, text);
  return path;
};
const parts = (...list: readonly unknown[]) => JSON.stringify({ currency: "EUR", prices: { "a:b:C": list } });

it.each([
  ["prices: [", "is no YAML: Flow sequence"],
  ["[]", "has no prices by type"],
  ["currency: EUR", "has no prices by type"],
  ["prices: {}", "says no currency"],
  ["{ currency: EUR, prices: { nat: [] } }", 'has prices of "nat", which is no type'],
  ["{ currency: EUR, prices: { a:b:C: 3 } }", "has no list of prices for a:b:C"],
  [parts(), "has no list of prices for a:b:C"],
  [parts(3), "has a price of a:b:C that is no object"],
  [parts({ monthly: -1 }), "that has no monthly of 0 or more"],
  [parts({ monthly: 1, hourly: 1 }), 'that has "hourly"; known are monthly, by and times'],
  [parts({ monthly: { x: 1 } }), "that has monthly by value, but no by"],
  [parts({ monthly: 1, by: "x" }), "that has by, but no monthly by value"],
  [parts({ monthly: { x: "1" }, by: "x" }), 'that has no monthly of 0 or more for "x"'],
  [parts({ monthly: 1, times: 3 }), "that has by or times that is no path of a property"],
])("refuses %s", (text, said) => {
  const path = written(text);
  const message = expect.stringMatching(/^[^\n]+$/) as unknown;
  expect(() => pricesIn(path)).toThrow(expect.objectContaining({ message }));
  expect(() => pricesIn(path)).toThrow(`${path} `);
  expect(() => pricesIn(path)).toThrow(said);
});

it("refuses what is not there", () => {
  expect(() => pricesIn(join(folder, "none.yaml"))).toThrow("none.yaml cannot be read");
});

it("takes the form that the documentation shows", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../docs/prices.md"), "utf8");
  const [, form = ""] = /`prices[.]yaml`:\n\n```yaml\n([^`]+)```/.exec(text) ?? [];
  const { currency, parts: known } = pricesIn(written(form));
  expect([currency, known.get("aws:rds/instance:Instance")?.length]).toEqual(["EUR", 2]);
});
