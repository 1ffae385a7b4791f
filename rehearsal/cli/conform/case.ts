import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Json } from "../../wire/json.ts";

/** A case of the conformance format: small programs, the commands run on them, and what the real engine did. */
export interface Case {
  readonly name: string;
  readonly directory: string;
  readonly config: { readonly [project: string]: { readonly [key: string]: string | { readonly secret: string } } };
  readonly commands: readonly Command[];
}
export interface Command {
  readonly do: "preview" | "up" | "refresh" | "destroy" | "import" | "config" | "ledger" | "state";
  readonly step?: number | string;
  readonly project?: string;
  readonly flags?: readonly string[];
  readonly args?: readonly string[];
  readonly policy?: string;
  readonly policyConfig?: { readonly [policy: string]: Json };
  readonly preview?: boolean;
  readonly expect?: "failure";
  readonly values?: { readonly [key: string]: string | { readonly secret: string } | null };
  readonly put?: { readonly [entry: string]: Json };
  readonly set?: { readonly [entry: string]: { readonly [key: string]: Json } };
  readonly mark?: { readonly [entry: string]: { readonly [key: string]: Json } };
  readonly remove?: readonly string[];
}

/** A recorded operation. */
export interface RecordedOp {
  readonly op: string;
  readonly urn: string;
  readonly nth?: number;
  readonly keys?: readonly string[];
  readonly diffs?: readonly string[];
  readonly detailedDiff?: { readonly [path: string]: string };
  readonly failed?: boolean;
  readonly outcome?: string;
  readonly after?: readonly string[];
  readonly last?: boolean;
}
export interface Recorded {
  readonly do: string;
  readonly preview?: boolean;
  readonly result: "success" | "failure";
  readonly changes?: { readonly [op: string]: number };
  readonly ops: readonly RecordedOp[];
  readonly diagnostics: readonly { readonly severity: string; readonly urn?: string; readonly message: string }[];
  readonly policies?: readonly { readonly [key: string]: Json }[];
  readonly calls: readonly { readonly [key: string]: Json }[];
  readonly outputs?: { readonly [key: string]: Json };
  readonly state?: readonly { readonly [key: string]: Json }[];
  readonly pending?: readonly { readonly [key: string]: Json }[];
}

/** The cases of a folder: itself one, or a folder of them, or one with a `cases` folder. */
export function findCases(folder: string): Case[] {
  if (existsSync(join(folder, "case.json"))) return [readCase(folder)];
  const inner = existsSync(join(folder, "cases")) ? join(folder, "cases") : folder;
  return readdirSync(inner)
    .sort()
    .filter((name) => existsSync(join(inner, name, "case.json")))
    .map((name) => readCase(join(inner, name)));
}

function readCase(directory: string): Case {
  const { config = {}, commands } = readJson<Pick<Case, "commands"> & Partial<Case>>(join(directory, "case.json"));
  return { name: basename(directory), directory, config, commands };
}

/** What the real engine did for the nth command (from 1); undefined for commands that record nothing. */
export function expectedOf(test: Case, n: number): Recorded | undefined {
  const file = join(test.directory, "expected", `${n}.json`);
  return existsSync(file) ? readJson<Recorded>(file) : undefined;
}

export const carriesOrder = (test: Case): boolean =>
  test.commands.some((_, i) => expectedOf(test, i + 1)?.ops.some(({ after, last }) => after || last));

export const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;
