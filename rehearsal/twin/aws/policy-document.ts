import { crc32 } from "node:zlib";
import { isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import type { Answer } from "../type.ts";

type Json = string | readonly string[] | { readonly [key: string]: Json };
type Statement = { readonly [key: string]: Json };

/** `&{` stands for `${`, which programs could not write. */
const variables = (text: string): string => text.replaceAll("&{", "${");
const texts = (value: Value | undefined): readonly string[] =>
  (isList(value) ? value : []).filter((item) => typeof item === "string").map(variables);
/** One stays a text, several are a list in reverse order. */
const compact = (items: readonly string[]): Json =>
  items.length === 1 ? (items[0] as string) : [...items].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
const objects = (value: Value | undefined): readonly Properties[] =>
  isList(value) ? value.filter((item) => isObject(item)) : [];

function principals(value: Value | undefined): Json | undefined {
  const list = objects(value);
  if (list.length === 0) return undefined;
  const all: Record<string, readonly string[]> = {};
  for (const item of list) {
    const type = String(item["type"] as string);
    const identifiers = texts(item["identifiers"]);
    if (type === "*" && list.length === 1 && identifiers.length === 1 && identifiers[0] === "*") return "*";
    all[type] = [...(all[type] ?? []), ...identifiers];
  }
  return Object.fromEntries(sorted(all).map(([type, names]) => [type, compact(names)]));
}
function conditions(value: Value | undefined): Json | undefined {
  const list = objects(value);
  if (list.length === 0) return undefined;
  const all: Record<string, Record<string, Json>> = {};
  for (const item of list) {
    const values = texts(item["values"]);
    const test = (all[item["test"] as string] ??= {});
    test[item["variable"] as string] = values.length === 1 ? (values[0] as string) : values;
  }
  return Object.fromEntries(sorted(all).map(([test, keys]) => [test, Object.fromEntries(sorted(keys))]));
}
const sorted = <T>(object: { readonly [key: string]: T }): [string, T][] =>
  Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));

function statement(from: Properties): Statement {
  const list = (key: string): Json | undefined => {
    const items = texts(from[key]);
    return items.length > 0 ? compact(items) : undefined;
  };
  const all: { readonly [key: string]: Json | undefined } = {
    Sid: typeof from["sid"] === "string" && from["sid"] !== "" ? from["sid"] : undefined,
    Effect: typeof from["effect"] === "string" ? from["effect"] : "Allow",
    Action: list("actions"),
    NotAction: list("notActions"),
    Resource: list("resources"),
    NotResource: list("notResources"),
    Principal: principals(from["principals"]),
    NotPrincipal: principals(from["notPrincipals"]),
    Condition: conditions(from["conditions"]),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Statement;
}

function statementsOf(documents: Value | undefined): readonly Statement[] {
  return texts(documents).flatMap((document) => {
    if (document === "") return [];
    const { Statement: found = [] } = JSON.parse(document) as { Statement?: Statement | readonly Statement[] };
    return Array.isArray(found) ? (found as readonly Statement[]) : [found as Statement];
  });
}
/** Later statements replace earlier ones with the same id. */
function merge(base: readonly Statement[], over: readonly Statement[]): readonly Statement[] {
  const result = [...base];
  for (const next of over) {
    const at = next["Sid"] === undefined ? -1 : result.findIndex(({ Sid }) => Sid === next["Sid"]);
    if (at < 0) result.push(next);
    else result[at] = next;
  }
  return result;
}

/** Characters that the real provider's JSON writer escapes. */
const escaped = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Renders a policy document as the real provider does: fixed order of keys, single values as text. */
export const getPolicyDocument: Answer = ({ args }) => {
  const own = objects(args["statements"]);
  const merged = merge(
    merge(statementsOf(args["sourcePolicyDocuments"]), own.map(statement)),
    statementsOf(args["overridePolicyDocuments"]),
  );
  const document = {
    Version: typeof args["version"] === "string" ? args["version"] : "2012-10-17",
    ...(typeof args["policyId"] === "string" && { Id: args["policyId"] }),
    ...(merged.length > 0 && { Statement: merged }),
  };
  const json = escaped(JSON.stringify(document, null, 2));
  return {
    ...args,
    id: String(crc32(json)),
    json,
    minifiedJson: escaped(JSON.stringify(document)),
    version: document.Version,
    ...(own.length > 0 && { statements: own.map((item) => ({ effect: "Allow", ...item })) }),
  };
};
