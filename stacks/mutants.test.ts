import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packs, Rehearsals, run } from "./testing.ts";

interface Planted {
  readonly rule: string;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly fault: string;
  readonly config: object;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly known: boolean;
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

const placeOf = (fault: string): string => fault.replace(/ = .*/s, "").replaceAll(/\[\d+\]/g, "[]");
const prod = new Rehearsals();
afterAll(() => prod.remove());
const write = (name: string, content: unknown): string => {
  const path = join(prod.path, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};

describe("faults that rules know from their examples, planted in prod", { timeout: 300_000 }, () => {
  let planted: readonly Planted[];
  beforeAll(async () => {
    await prod.rehearse("sound", "--script", "up");
    planted = JSON.parse((await run(".config/mutants/planted.ts", prod.stateOf("sound"))).stdout);
  }, 120_000);

  it("are noticed in its state, each by its rule", () => {
    const missed = planted.filter(({ caught }) => !caught).map(({ rule, fault }) => `${rule} ${placeOf(fault)}`);
    expect(missed.filter((fault) => MADE_GOOD[fault] === undefined)).toEqual([]);
    expect(new Set(planted.filter(({ caught }) => caught).map(({ rule }) => rule)).size).toBeGreaterThan(30);
    expect(planted.length - missed.length).toBeGreaterThan(250);
  });

  it("are noticed in a rehearsal of the program as it would be with them, one for each rule", async () => {
    // at level advisory a preview goes on, and the whole stack is judged, too
    const config = write("advisory.json", { all: "advisory" });
    const rows = batches(planted.filter(isEdit));
    expect(rows.flat().length).toBeGreaterThan(20);
    for (const [at, batch] of rows.entries()) {
      const edit = batch.map(({ type, name, set }) => ({ type, name, set }));
      const script = write(`script-${at}.json`, [{ preview: { edit } }]);
      const args = ["--script", script, ...packs("all"), "--policy-pack-config", config];
      const { report } = await prod.rehearse(`batch-${at}`, ...args);
      const found = new Set(report.policies.findings.map(({ policy, urn }) => `${policy} ${urn}`));
      expect(batch.map(({ rule, urn }) => `${rule} ${urn}`).filter((place) => !found.has(place))).toEqual([]);
    }
  });
});

// what a program can ask for, and a rule minds without being told anything
const isEdit = ({ caught, set, known, config }: Planted): boolean =>
  caught && known && set !== undefined && !isInside(set) && Object.keys(config).length === 0;
const isNothing = ({ set }: Planted): boolean => Object.values(set ?? {}).includes(null);
// what is in a list may not be known in a preview
const isInside = (set: object): boolean => Object.keys(set).some((path) => path.includes("["));

/** One fault of each rule, and one at each resource of a batch, so that none hides another. */
function batches(faults: readonly Planted[]): readonly (readonly Planted[])[] {
  // a cloud refuses to do without what it requires: another value is tried before none
  const byRule = Map.groupBy(
    faults.toSorted((a, b) => Number(isNothing(a)) - Number(isNothing(b))),
    ({ rule }) => rule,
  );
  const first = [...byRule.values()].flatMap((own) => own.slice(0, 1));
  const rows: Planted[][] = [];
  for (const fault of first) {
    const free = rows.find((row) => !row.some(({ urn }) => urn === fault.urn));
    if (free) free.push(fault);
    else rows.push([fault]);
  }
  return rows;
}
