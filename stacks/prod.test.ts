import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
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

// this room imports no other: it starts commands as a user does
async function run(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
async function rehearse(args: readonly string[], folder: string) {
  const ran = await run("bin/archipel.js", "rehearse", "--json", "--out", join(out, folder), ...args);
  return { ...ran, report: (ran.stdout ? JSON.parse(ran.stdout) : undefined) as Report };
}
const state = (folder: string): string => readFileSync(join(out, folder, "state.json"), "utf8");
const placeOf = (fault: string): string => fault.replace(/ = .*/s, "").replaceAll(/\[\d+\]/g, "[]");
const packs = (...names: string[]): string[] => names.flatMap((name) => ["--policy-pack", `policies/packs/${name}`]);

interface Planted {
  readonly rule: string;
  readonly fault: string;
  readonly caught: boolean;
}
/** Faults that are none on prod, with what makes them good. */
const MADE_GOOD: Readonly<Record<string, string>> = {
  "async-dlq-required deadLetteringOnMessageExpiration": "the namespace says that its messages are ordinary",
  "cloud-audit-log-on logs": "only the setting of a whole subscription must be complete",
  "data-classified labels": "the provider adds the labels that are missing",
  "data-classified tags": "the provider adds the tags that are missing",
  "function-ingress-internal publicNetworkAccess": "the site denies what no restriction of it allows",
  "iam-no-admin-star roleDefinitionId": "who owns one container does not own the subscription",
  "no-plaintext-secrets siteConfig.appSettings[].value": "the setting has no name of a secret",
  "queue-timeout-coherent maximumRetryAttempts": "queues have no such number, streams have",
  "required-cost-tags tags.cost-center": "the provider adds it",
  "required-cost-tags tags.environment": "the provider adds it",
  "required-cost-tags tags.owner": "the provider adds it",
  "supported-runtimes functionAppConfig.runtime.version": "it is a version of another language",
};

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

  it("has no fault that a rule knows: each is noticed where it is planted", async () => {
    const { stdout } = await run(".config/mutants/planted.ts", join(out, "all", "state.json"));
    const planted = JSON.parse(stdout) as readonly Planted[];
    const missed = planted.filter(({ caught }) => !caught).map(({ rule, fault }) => `${rule} ${placeOf(fault)}`);
    expect(missed.filter((fault) => MADE_GOOD[fault] === undefined)).toEqual([]);
    expect(new Set(planted.filter(({ caught }) => caught).map(({ rule }) => rule)).size).toBeGreaterThan(30);
    expect(planted.length - missed.length).toBeGreaterThan(250);
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
