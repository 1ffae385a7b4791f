import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const out = mkdtempSync(join(tmpdir(), "archipel-prod-"));
afterAll(() => rmSync(out, { recursive: true }));
const root = resolve(import.meta.dirname, "..");

interface Report {
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly resources: readonly { readonly fidelity: string; readonly cloud: string }[];
  readonly policies: {
    readonly packs: readonly { readonly name: string }[];
    readonly findings: readonly { readonly level: string; readonly policy: string; readonly urn: string }[];
  };
  readonly steps: readonly { readonly changes: { readonly [op: string]: number } }[];
  readonly remaining: readonly { readonly tombstone: boolean }[];
}

// this room imports no other: it starts the command as a user does
function rehearse(
  args: readonly string[],
  folder: string,
): Promise<{ code: number | null; report: Report; stderr: string }> {
  const child = spawn(
    process.execPath,
    ["bin/archipel.js", "rehearse", "--json", "--out", join(out, folder), ...args],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data: Buffer) => {
    stdout += String(data);
  });
  child.stderr.on("data", (data: Buffer) => {
    stderr += String(data);
  });
  return new Promise((done) =>
    child.once("close", (code) => done({ code, stderr, report: (stdout ? JSON.parse(stdout) : undefined) as Report })),
  );
}
const state = (folder: string): string => readFileSync(join(out, folder, "state.json"), "utf8");
const packs = (...names: string[]): string[] => names.flatMap((name) => ["--policy-pack", `policies/packs/${name}`]);

describe("prod, rehearsed", { timeout: 300_000 }, () => {
  it("passes with every policy on, on three clouds, and leaves nothing", async () => {
    const { code, report } = await rehearse(["--stack", "prod", ...packs("all")], "all");
    expect({ code, verdict: report.verdict, reasons: report.reasons }).toEqual({
      code: 0,
      verdict: "pass",
      reasons: [],
    });
    expect(report.policies.findings.filter(({ level }) => level === "mandatory")).toEqual([]);
    expect(report.resources.filter(({ fidelity }) => fidelity === "echoed")).toEqual([]);
    expect(new Set(report.resources.map(({ cloud }) => cloud))).toEqual(
      new Set(["aws", "gcp", "azure", "pulumi", "archipel"]),
    );
    expect(report.remaining.filter(({ tombstone }) => !tombstone)).toEqual([]);
  });

  it("passes the three packs side by side, and shows no change from the state it left", async () => {
    const three = await rehearse(["--stack", "prod", ...packs("zero-trust", "gdpr", "cost")], "three");
    expect({ code: three.code, reasons: three.report.reasons }).toEqual({ code: 0, reasons: [] });
    expect(three.report.policies.packs.map(({ name }) => name)).toEqual(["zero-trust", "gdpr", "cost"]);
    expect(state("three")).toBe(state("all"));
    const again = await rehearse(
      ["--stack", "prod", "--from", join(out, "all", "state.json"), "--script", "preview"],
      "again",
    );
    expect({ code: again.code, changes: Object.keys(again.report.steps[0]?.changes ?? {}) }).toEqual({
      code: 0,
      changes: ["same"],
    });
  });

  it("gives the same state when every provider is a plugin process", async () => {
    const { code, report } = await rehearse(["--stack", "prod", "--plugins", "--script", "up"], "plugins");
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    expect(state("plugins")).toBe(state("all"));
  });
});
