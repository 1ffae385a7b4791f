import { type Json, type JsonObject, textOf } from "../../wire/json.ts";
import type { Recorded, RecordedOp } from "./case.ts";
import { compare } from "./normalise.ts";
import type { SeenOp } from "./recorder.ts";

/** What this engine did, in the terms of the expected files. */
export type Observed = Omit<Recorded, "ops"> & { readonly ops: readonly SeenOp[] };

export type Level = "operations" | "state" | "order" | "reasons" | "policies" | "diagnostics" | "calls";
type Check = (expected: Recorded, seen: Observed) => string[];

/** The seven levels, each worth having alone. */
export const LEVELS: { readonly [level in Level]: Check } = {
  operations: (expected, seen) => [
    ...differ("result", expected.result, seen.result),
    ...asSets("operation", expected.ops.map(opText), seen.ops.map(opText)),
  ],
  state: (expected, seen) =>
    expected.state
      ? [
          ...byUrn(expected.state, seen.state ?? []),
          ...differ("outputs", expected.outputs ?? {}, seen.outputs ?? {}),
          ...differ("pending", expected.pending ?? [], seen.pending ?? []),
        ]
      : differ("known outputs", knownness(expected.outputs), knownness(seen.outputs)),
  order: checkOrder,
  reasons: (expected, seen) => [
    ...differ("changes", expected.changes ?? {}, seen.changes ?? {}),
    ...asSets("reason", expected.ops.map(reasonText), seen.ops.map(reasonText)),
  ],
  policies: (expected, seen) => asSets("finding", (expected.policies ?? []).map(text), (seen.policies ?? []).map(text)),
  diagnostics: checkDiagnostics,
  calls: (expected, seen) => {
    const config = ({ method }: JsonObject): boolean =>
      ["Configure", "CheckConfig", "DiffConfig"].includes(textOf(method));
    const once = (calls: readonly JsonObject[]): string[] => [...new Set(calls.filter(config).map(text))];
    const each = (calls: readonly JsonObject[]): string[] => calls.filter((call) => !config(call)).map(text);
    return [
      ...asSets("call", each(expected.calls), each(seen.calls)),
      ...asSets("call", once(expected.calls), once(seen.calls)),
    ];
  },
};

const opText = ({ op, urn, failed, outcome, nth }: RecordedOp): string =>
  [op, urn, ...(nth ? [`#${nth}`] : []), ...(failed ? ["failed"] : []), ...(outcome ? [`-> ${outcome}`] : [])].join(
    " ",
  );
const reasonText = ({ op, urn, nth, keys, diffs, detailedDiff }: RecordedOp): string =>
  `${op} ${urn} ${nth ?? ""} ${text({ keys: keys ?? [], diffs: diffs ?? [], detailedDiff: detailedDiff ?? {} })}`;

/** JSON with sorted keys. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compare(a, b)))
      : inner,
  );
}

const differ = (what: string, expected: unknown, seen: unknown): string[] =>
  text(expected) === text(seen) ? [] : [`${what}: expected ${text(expected)}, got ${text(seen)}`];

function asSets(what: string, expected: readonly string[], seen: readonly string[]): string[] {
  const left = [...seen];
  const missing = expected.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((item) => `missing ${what}: ${item}`), ...left.map((item) => `unexpected ${what}: ${item}`)];
}

function byUrn(expected: readonly JsonObject[], seen: readonly JsonObject[]): string[] {
  const key = (entry: JsonObject): string => text([entry["urn"], entry["delete"] === true, entry["id"]]);
  const order = (entries: readonly JsonObject[]): JsonObject[] => entries.toSorted((a, b) => compare(key(a), key(b)));
  const [wanted, got] = [order(expected), order(seen)];
  if (wanted.length !== got.length) return asSets("state entry", wanted.map(key), got.map(key));
  return wanted.flatMap((entry, i) => differ(`state of ${textOf(entry["urn"])}`, entry, got[i]));
}

function knownness(outputs: JsonObject | undefined): JsonObject {
  // of a secret the record only says that it is one
  const kind = (value: Json): string =>
    text(value).includes('{"secret":') ? "secret" : text(value).includes("<unknown>") ? "unknown" : "known";
  return Object.fromEntries(Object.entries(outputs ?? {}).map(([key, value]) => [key, kind(value)]));
}

function checkOrder(expected: Recorded, seen: Observed): string[] {
  const find = (name: string): SeenOp | undefined => seen.ops.find(({ key }) => key === name);
  const problems: string[] = [];
  for (const { op, urn, nth, after = [], last } of expected.ops) {
    const name = nth ? `${op} ${urn} #${nth}` : `${op} ${urn}`;
    const started = find(name);
    if (!started) continue;
    for (const earlier of after) {
      const end = find(earlier)?.end;
      if (end !== undefined && end > started.start) problems.push(`${name} began before ${earlier} had finished`);
    }
    const running = last ? seen.ops.find((other) => isWork(other) && (other.end ?? 0) > started.start) : undefined;
    if (running) problems.push(`${name} began while ${running.key} was under way`);
  }
  return problems;
}

const isWork = ({ op, urn, isDelete }: SeenOp): boolean =>
  !isDelete && op !== "same" && op !== "replace" && op !== "refresh" && !urn.includes("::pulumi:pulumi:Stack::");

/** Severity and URN must match; of the message, what the provider, the program or the policy wrote. */
function checkDiagnostics(expected: Recorded, seen: Observed): string[] {
  const left = [...seen.diagnostics];
  const missing = expected.diagnostics.filter((wanted) => {
    const at = left.findIndex(
      (got) => got.severity === wanted.severity && got.urn === wanted.urn && saysTheSame(wanted, got.message),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map((item) => `missing diagnostic: ${text(item)}`),
    ...left.map((item) => `unexpected diagnostic: ${text(item)}`),
  ];
}

function saysTheSame(wanted: Recorded["diagnostics"][number], message: string): boolean {
  const written = wanted.message.split("\n").flatMap((line) => /\bconf: .*/.exec(line)?.[0] ?? []);
  const named = [...wanted.message.matchAll(/'([^']+)'/g)]
    .map((match) => match[1] as string)
    .filter((name) => wanted.urn?.includes(name));
  return [...written, ...named].every((part) => message.includes(part));
}
