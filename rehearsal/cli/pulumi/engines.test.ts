import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Report } from "../../report/model.ts";
import { runMain } from "../testing.ts";
import { findPulumi } from "./find.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const out = mkdtempSync(join(tmpdir(), "archipel-engines-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Why there is nothing to compare with, if there is none. */
const missing = ((): string | undefined => {
  try {
    findPulumi(undefined, process.env);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split(":", 1)[0] : String(error);
  }
})();

type Entry = { readonly urn: string; readonly type: string; readonly id?: string; readonly [key: string]: unknown };

/** Times are the wall's under the CLI, and the script's here. */
const TIMES = new Set(["created", "modified"]);
const isProvider = ({ type }: Entry): boolean => type.startsWith("pulumi:providers:");

/** The entries by URN; ids of providers, which the CLI draws at random, stand as their URN. */
function comparable(folder: string): { readonly [urn: string]: unknown } {
  const { resources } = (
    JSON.parse(readFileSync(join(folder, "state.json"), "utf8")) as { deployment: { resources: readonly Entry[] } }
  ).deployment;
  const entries = resources.map((entry) => [
    entry.urn,
    Object.fromEntries(Object.entries(entry).filter(([key]) => !TIMES.has(key))),
  ]);
  const text = resources
    .filter(isProvider)
    .reduce(
      (all, { urn, id = "" }) => all.replaceAll(id, `<id of ${urn}>`),
      JSON.stringify(Object.fromEntries(entries)),
    );
  return JSON.parse(text) as { readonly [urn: string]: unknown };
}

/** Operations in no order, as steps run at once; the CLI's JSON leaves default providers out. */
function operations(report: Report): unknown {
  return report.steps.map(({ verb, result, changes, operations: all }) => ({
    verb,
    result,
    changes,
    operations: all
      .filter(({ urn }) => !/::pulumi:providers:[^:]+::default(_|$)/.test(urn))
      .map(({ op, urn, keys, diffs, failed, found }) => JSON.stringify([op, urn, keys, diffs, failed, found]))
      .sort(),
  }));
}

describe("prod under the embedded engine and under a Pulumi CLI", { timeout: 600_000 }, () => {
  it.skipIf(missing)(
    `has the same operations and the same state${missing ? ` (skipped: ${missing})` : ""}`,
    async () => {
      const run = async (engine: string): Promise<Report> => {
        const args = ["rehearse", "--stack", "prod", "--engine", engine, "--json", "--out", join(out, engine)];
        return JSON.parse((await runMain(args, { cwd: ROOT })).stdout) as Report;
      };
      const [embedded, pulumi] = [await run("embedded"), await run("pulumi")];
      expect(pulumi.engine.name).toBe("pulumi");
      expect(pulumi.reasons).toEqual([]);
      expect(operations(pulumi)).toEqual(operations(embedded));
      expect(comparable(join(out, "pulumi"))).toEqual(comparable(join(out, "embedded")));
    },
  );
});
