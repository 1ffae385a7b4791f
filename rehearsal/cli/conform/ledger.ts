import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Json } from "../../wire/json.ts";
import type { Command } from "./case.ts";

interface Entry {
  inputs: { [key: string]: Json };
  outputs: { [key: string]: Json };
  [mark: string]: Json;
}
interface Ledger {
  resources: { [entry: string]: Entry };
  used: { [name: string]: number };
}

/** Changes what exists behind the engine's back. */
export function editLedger(file: string, command: Command): void {
  const ledger: Ledger = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Ledger)
    : { resources: {}, used: {} };
  for (const [key, entry] of Object.entries(command.put ?? {})) ledger.resources[key] = entry as unknown as Entry;
  for (const [key, values] of Object.entries(command.set ?? {})) {
    const entry = ledger.resources[key];
    if (!entry) throw new Error(`the ledger has no entry ${key}`);
    Object.assign(entry.inputs, values);
    Object.assign(entry.outputs, values);
  }
  for (const [key, marks] of Object.entries(command.mark ?? {})) Object.assign(ledger.resources[key] as Entry, marks);
  for (const key of command.remove ?? []) delete ledger.resources[key];
  writeFileSync(file, JSON.stringify(ledger));
}

/** Requests that the provider logged, one JSON line each. */
export function readCalls(file: string): Json[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Json);
}
