import { readFileSync } from "node:fs";
import { normalise } from "../../core/token.ts";
import { parseYaml } from "../../core/yaml.ts";

/** One part of what a resource costs a month. */
export interface Part {
  /** The price, or the price by what a property says. */
  readonly monthly: number | ReadonlyMap<string, number>;
  /** The property that chooses the price. */
  readonly by: string | undefined;
  /** The property that says how often it is paid. */
  readonly times: string | undefined;
}
export interface Prices {
  readonly currency: string;
  /** By normalised type; what is not named costs nothing. */
  readonly parts: ReadonlyMap<string, readonly Part[]>;
}
/** The name of the price where the property that chooses it is not set. */
export const NOT_SET = "not set";

type Table = Readonly<Record<string, unknown>>;

/** The prices in a file; fails with what is wrong with it, in one line. */
export function pricesIn(path: string): Prices {
  const file = parsed(path);
  const fail = (what: string) => new Error(`${path} ${what}`);
  if (!isTable(file) || !isTable(file["prices"])) throw fail("has no prices by type");
  const { currency, prices } = file;
  if (typeof currency !== "string" || currency === "") throw fail("says no currency");
  const types = Object.entries(prices as Table).map(([type, parts]) => {
    if (type.split(":").length !== 3) throw fail(`has prices of "${type}", which is no type`);
    if (!Array.isArray(parts) || parts.length === 0) throw fail(`has no list of prices for ${type}`);
    return [
      normalise(type).text,
      parts.map((part) => partOf(part, (what) => fail(`has a price of ${type} that ${what}`))),
    ] as const;
  });
  return { currency, parts: new Map(types) };
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Error(`${path} cannot be read`);
  }
  try {
    return parseYaml(text);
  } catch (error) {
    const [why = ""] = error instanceof Error ? error.message.split("\n") : [];
    throw new Error(`${path} is no YAML: ${why}`);
  }
}

function partOf(value: unknown, fault: (what: string) => Error): Part {
  if (!isTable(value)) throw fault("is no object");
  const { monthly, by, times, ...rest } = value;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined) throw fault(`has "${stranger}"; known are monthly, by and times`);
  if (!isTextOrAbsent(by) || !isTextOrAbsent(times)) throw fault("has by or times that is no path of a property");
  if (isPrice(monthly) && by === undefined) return { monthly, by, times };
  if (!isTable(monthly))
    throw fault(by === undefined ? "has no monthly of 0 or more" : "has by, but no monthly by value");
  if (by === undefined) throw fault("has monthly by value, but no by");
  const choices = Object.entries(monthly);
  const [broken] = choices.find(([, price]) => !isPrice(price)) ?? [];
  if (broken !== undefined) throw fault(`has no monthly of 0 or more for "${broken}"`);
  return { monthly: new Map(choices as [string, number][]), by, times };
}

const isTable = (value: unknown): value is Table =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isPrice = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0;
const isTextOrAbsent = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === "string" && value !== "");
