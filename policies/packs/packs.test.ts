import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Examples, UNKNOWN } from "../core/examples.ts";
import { ASSET_SIGNATURE, SIGNATURE } from "../core/signatures.ts";
import { FRAMEWORKS } from "../mappings/index.ts";
import { rules } from "../rules/list.ts";
import { FORMS, stackOf } from "./testing/forms.ts";
import { type Sent, urn } from "./testing/requests.ts";
import { LEVEL, RunningPack } from "./testing/running-pack.ts";
import { type Answer, findingsIn, ServedPack } from "./testing/served-pack.ts";

// a cold start on a busy machine
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const PROBED = new Set(["zero-trust", "all"]);
const SEVERITY = { low: 1, medium: 2, high: 3, critical: 4 };
const PROD = { context: { properties: { environment: "prod" } } };

const bucket: Sent = { type: "aws:s3/bucket:Bucket", name: "uploads", props: { bucket: "uploads" } };
const block: Sent = {
  type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  name: "block",
  props: {
    bucket: UNKNOWN,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  },
  edges: { bucket: [urn(bucket)] },
};
const topic: Sent = { type: "aws:sns/topic:Topic", name: "news", props: {} };
const role: Sent = { type: "aws:iam/rolePolicy:RolePolicy", name: "rights", props: { policy: UNKNOWN } };
const exception = {
  rule: "encryption-at-rest",
  resource: "aws:sns/topic:Topic::news",
  matches: 1,
  reason: "nothing secret",
  owner: "sales",
  approver: "security",
  expires: "2026-11-30",
};
const stack: Sent = { type: "pulumi:pulumi:Stack", name: "shop-prod", props: {} };

const started: RunningPack[] = [];
afterAll(() => started.forEach((pack) => pack.stop()));
const start = async (name: string, env?: Readonly<Record<string, string>>) => {
  // what this repository declares of its own platform holds for no other program
  const pack = await RunningPack.start(name, { ARCHIPEL_PATHS: "", ...env });
  started.push(pack);
  return pack;
};
const folder = mkdtempSync(join(tmpdir(), "packs-"));

describe.each(["zero-trust", "gdpr", "cost", "reliability", "all"] as const)("pack %s", (name) => {
  it("lists its rules with their severity", async () => {
    const pack = await start(name);
    const { policiesList } = await pack.info();
    pack.stop();
    const expected = rules
      .filter(({ packs }) => name === "all" || packs.includes(name))
      .map(({ id, severity }) => [id, SEVERITY[severity]]);
    expect(expected.length).toBeGreaterThanOrEqual(4);
    const probes = policiesList.filter(({ name: policy }) => policy === "secrets");
    // a host asks a pack about remediations only if something in it remediates
    expect(probes.map(({ enforcementlevel }) => enforcementlevel)).toEqual(PROBED.has(name) ? [LEVEL.remediate] : []);
    const others = policiesList.slice(2 + probes.length);
    expect(others.map((policy) => [policy.name, policy.severity])).toEqual(expected);
  });
});

describe("exceptions beside the program", () => {
  it("are heard from the folder that the shell is in, and no more where the host names none", async () => {
    const program = mkdtempSync(join(tmpdir(), "program-"));
    writeFileSync(join(program, "exceptions.yaml"), JSON.stringify([exception]));
    const levels = async (env: Readonly<Record<string, string>>) => {
      const pack = await start("all", { PWD: program, ARCHIPEL_AS_OF: "2026-11-23", ...env });
      const found = await pack.analyze(topic);
      pack.stop();
      return found.filter(({ policyname }) => policyname === exception.rule).map((finding) => finding.enforcementlevel);
    };
    // without a Pulumi.yaml it is no program
    expect(await levels({})).toEqual([LEVEL.mandatory]);
    writeFileSync(join(program, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    expect(await levels({})).toEqual([LEVEL.advisory]);
    expect(await levels({ ARCHIPEL_EXCEPTIONS: "" })).toEqual([LEVEL.mandatory]);
  });
});

describe("examples of the rules", () => {
  it("get the same answers over the wire as from the server alone, one example in a hundred", async () => {
    const all = await Promise.all(rules.map(({ id }) => import(`../rules/${id}/examples.ts`)));
    const examples = all.flatMap(({ examples: own }: { examples: Examples }) => Object.values(own).flat());
    // their path of prices begins where the tests run, which is not where a pack does
    const chosen = examples.filter(({ config }) => config?.["prices"] === undefined).filter((_, at) => at % 100 === 0);
    expect(chosen.length).toBeGreaterThan(40);
    const file = join(folder, "examples.jsonl");
    const pack = await start("all", { ARCHIPEL_FINDINGS: file, ARCHIPEL_EXCEPTIONS: "" });
    const served = new ServedPack(rules, undefined, FRAMEWORKS);
    for (const example of chosen) {
      const form = FORMS["without outputs"];
      const sent = stackOf(example, form);
      writeFileSync(file, "");
      await pack.configure({ context: { properties: example.config ?? {} } });
      const told = [];
      for (const resource of sent) {
        // as a host does: what is secret is shown before it is judged
        if (resource.marked === true) await pack.remediate(resource);
        told.push(...(await pack.analyze(resource)));
      }
      told.push(...(await pack.analyzeStack(sent)));
      const answer = { told, findings: findingsIn(readFileSync(file, "utf8")) };
      expect(anonymous(answer)).toEqual(anonymous(await served.judge(sent, example.config ?? {}, form)));
    }
    pack.stop();
  });
});

describe("pack all", () => {
  let running: RunningPack;
  beforeAll(async () => {
    running = await start("all");
  });
  // a new configuration is a new run
  beforeEach(() => running.configure({}));

  it("finds what is wrong with one resource, at the level of its severity", async () => {
    const [finding, ...others] = await running.analyze(topic);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ policyname: "encryption-at-rest", enforcementlevel: LEVEL.mandatory, severity: 3 });
    expect(finding?.message).toContain("kmsMasterKeyId of aws:sns/topic:Topic::news is not set");
    expect(finding?.message).toContain("Fix: Set `kmsMasterKeyId`");
  });

  it("finds an open bucket by its inputs, although the outputs are missing", async () => {
    await running.analyze(bucket);
    const findings = await running.analyzeStack([stack, bucket]);
    expect(findings).toContainEqual(
      expect.objectContaining({ policyname: "object-storage-not-public", enforcementlevel: LEVEL.mandatory }),
    );
  });

  it("joins what is unknown by its edges", async () => {
    for (const resource of [bucket, block]) await running.analyze(resource);
    const findings = await running.analyzeStack([stack, bucket, block]);
    expect(findings.map(({ policyname }) => policyname)).not.toContain("object-storage-not-public");
  });

  it("is silent on what is not known yet, and counts it at the end", async () => {
    expect(await running.analyze(role)).toEqual([]);
    const notices = await running.analyzeStack([stack, role]);
    const counted = notices.filter(({ message }) => /^\d+ checks are undetermined\(unknown\)/.test(message));
    expect(counted.map(({ enforcementlevel }) => enforcementlevel)).toEqual([LEVEL.advisory]);
  });

  it("lets no preview of production pass a critical check that is unknown", async () => {
    await running.configure(PROD);
    expect(await running.analyze(role)).toMatchObject([
      { policyname: "iam-no-admin-star", enforcementlevel: LEVEL.mandatory },
    ]);
    await running.configure({ context: { properties: { environment: "prod", unknownBlocks: false } } });
    expect(await running.analyze(role)).toEqual([]);
  });

  it("takes the levels and settings of its host", async () => {
    await running.configure({ "encryption-at-rest": { level: "advisory" } });
    expect(await running.analyze(topic)).toMatchObject([{ enforcementlevel: LEVEL.advisory }]);
    await running.configure({ "encryption-at-rest": { level: "disabled" } });
    expect(await running.analyze(topic)).toEqual([]);
    // the engine has spread it over the policies, and sends it all the same
    await running.configure({ all: { level: "advisory" } });
    await running.configure({
      "encryption-at-rest": { level: "disabled" },
      context: { properties: { tagNames: { owner: "team" } } },
    });
    expect((await running.analyze(topic)).map(({ message }) => message.split(" ")[0])).toEqual([
      "tags.cost-center",
      "tags.team",
      "tags.environment",
    ]);
  });

  it("mends what it may, if its host wants that", async () => {
    const props = { accountName: "uploads", allowSharedKeyAccess: true, kind: UNKNOWN };
    const account = { type: "azure-native:storage:StorageAccount", name: "uploads", props };
    expect(await running.remediate(account)).toEqual([]);
    await running.configure({ "paas-local-auth-disabled": { level: "remediate" } });
    expect(await running.remediate(account)).toEqual([{ ...props, allowSharedKeyAccess: false }]);
    expect(await running.remediate({ ...account, props: { allowSharedKeyAccess: false } })).toEqual([]);
  });

  it("refuses settings for a rule it does not have", async () => {
    await expect(running.configure({ "encrypted-at-rest": { level: "disabled" } })).rejects.toThrow(
      'names "encrypted-at-rest"',
    );
    await expect(running.configure({ "encryption-at-rest": { properties: { strict: true } } })).rejects.toThrow(
      'of "encryption-at-rest" has "strict"',
    );
  });

  it("ends where the server lost a promise, so that nobody waits for it", async () => {
    const pack = await start("all");
    const strange = { ...topic, props: { name: { "4dabf18193072939515e22adb298388d": "no signature" } } };
    await expect(pack.remediate(strange)).rejects.toThrow();
  });

  it("refuses prices that are none, in one line", async () => {
    const prices = join(folder, "prices.yaml");
    writeFileSync(prices, "currency: EUR\nprices:\n  aws:ec2/natGateway:NatGateway:\n    - monthly: much\n");
    await expect(running.configure({ "monthly-cost-delta": { properties: { prices } } })).rejects.toThrow(
      /the configuration of "monthly-cost-delta": \S+prices[.]yaml has a price of aws:ec2\/natGateway:NatGateway that has no monthly of 0 or more$/,
    );
  });

  it("answers although an asset is empty", async () => {
    const code = { [SIGNATURE]: ASSET_SIGNATURE, text: "" };
    const lambda = { type: "aws:lambda/function:Function", name: "work", props: { code, architectures: ["arm64"] } };
    expect(await running.remediate(lambda)).toEqual([]);
    expect((await running.analyze(lambda)).map(({ policyname }) => policyname)).toEqual(["autoscaling-ceiling"]);
  });

  it("judges what a resource ignores", async () => {
    const found = await running.analyze({ ...topic, ignoreChanges: ["displayName", "kmsMasterKeyId"] });
    const own = found.filter(({ policyname }) => policyname === "ignore-changes-hides-control");
    expect(own.map(({ message }) => message.split("\n")[0])).toEqual([
      "kmsMasterKeyId of aws:sns/topic:Topic::news is ignored when it changes, but it is read by encryption-at-rest",
    ]);
  });

  it("writes all verdicts where its host asks for them, and applies exceptions", async () => {
    const findings = join(folder, "findings.jsonl");
    const exceptions = join(folder, "exceptions.yaml");
    writeFileSync(exceptions, JSON.stringify([exception, { rule: "arm-first" }]));
    const env = { ARCHIPEL_FINDINGS: findings, ARCHIPEL_EXCEPTIONS: exceptions, ARCHIPEL_AS_OF: "2026-11-23" };
    const asked = await start("all", env);
    const [excepted] = await asked.analyze(topic);
    expect(excepted).toMatchObject({ policyname: "encryption-at-rest", enforcementlevel: LEVEL.advisory });
    expect(excepted?.message).toContain("Excepted until 2026-11-30 by sales: nothing secret");
    const closing = await asked.analyzeStack([stack, topic]);
    expect(closing.map(({ message, enforcementlevel }) => [message, enforcementlevel])).toEqual([
      ["exceptions[1] lacks resource", LEVEL.mandatory],
      [
        "the exception of encryption-at-rest for aws:sns/topic:Topic::news ends on 2026-11-30; then 1 findings return",
        LEVEL.advisory,
      ],
    ]);
    const lines = readFileSync(findings, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Line);
    expect(lines[0]).toMatchObject({ kind: "start", version: 4, pack: "all", asOf: "2026-11-23", phase: "preview" });
    const words = lines.filter(({ kind }) => kind === "finding").map(({ rule, verdict }) => `${rule} ${verdict}`);
    expect(words).toContain("data-residency-allowed-regions not applicable");
    expect(words).toContain("encryption-at-rest excepted");
    expect(words.filter((word) => word.endsWith(" fail"))).toEqual([]);
  });
});

interface Line {
  readonly kind: string;
  readonly rule: string;
  readonly verdict: string;
}

/** An answer without the name of the pack that gave it. */
function anonymous({ told, findings }: Omit<Answer, "mended">): unknown {
  return {
    told: told.map((diagnostic) => ({ ...diagnostic, policypackname: "", policypackversion: "" })),
    findings: findings.map((finding) => ({ ...finding, pack: "" })),
  };
}
