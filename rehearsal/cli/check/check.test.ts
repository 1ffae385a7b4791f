import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Judgement } from "../../report/judgement/model.ts";
import { overheard } from "../overheard.ts";

vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const provider = "urn:pulumi:prod::shop::pulumi:providers:aws::default";
const entry = (type: string, name: string, inputs: object, more: object = {}) => ({
  urn: `urn:pulumi:prod::shop::${type}::${name}`,
  type,
  custom: true,
  inputs,
  outputs: inputs,
  provider: `${provider}::1`,
  ...more,
});
const key = entry("aws:iam/accessKey:AccessKey", "ci", { user: "ci" });
const state = (...resources: object[]) => ({
  version: 3,
  deployment: {
    manifest: {},
    resources: [{ urn: provider, type: "pulumi:providers:aws", custom: true, inputs: {} }, ...resources],
  },
});
const shop = write("state.json", state(key, entry("aws:s3/bucket:Bucket", "seen", {}, { external: true })));
const judged = async (...args: readonly string[]) => {
  const { code, out } = await overheard("check", "--as-of", "2026-03-02", "--json", ...args);
  return { code, judgement: JSON.parse(out) as Judgement };
};

test("judges a state by its inputs, and says what it left out", async () => {
  const { code, judgement } = await judged(shop, "--pack", "zero-trust");
  expect(code).toBe(1);
  expect(judgement.phase).toBe("analyze");
  expect(judgement.findings.map(({ rule, verdict, urn }) => [rule, verdict, urn])).toEqual([
    ["no-long-lived-cloud-keys", "fail", key.urn],
  ]);
  expect(judgement.notices.map(({ text }) => text)).toEqual([
    "aws:s3/bucket:Bucket is only read by the program, which does not decide it",
  ]);
});

const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
const sealed = { ...secret, ciphertext: "v1:x" };
test("takes a sealed secret for a value that nobody knows", async () => {
  const policy = entry("aws:sqs/queuePolicy:QueuePolicy", "open", { queueUrl: "q", policy: sealed });
  const { code, judgement } = await judged(write("sealed.json", state(policy)), "--pack", "zero-trust");
  const own = judgement.findings.filter(({ rule }) => rule === "resource-policy-not-public");
  expect(own.map(({ verdict, level }) => [verdict, level])).toEqual([["undetermined(unknown)", ""]]);
  expect(code).toBe(0);
});

test("sees in a state which values are secret", async () => {
  const said = async (password: unknown) => {
    const server = entry("azure-native:sql:Server", "db", { administratorLoginPassword: password });
    const { judgement } = await judged(write("passwords.json", state(server)), "--pack", "zero-trust");
    const own = judgement.findings.filter(({ rule }) => rule === "no-plaintext-secrets");
    return own.map(({ severity, verdict }) => `${severity} ${verdict}`);
  };
  // what passes is counted, and no finding
  expect(await said(sealed)).toEqual([]);
  expect(await said({ ...secret, plaintext: JSON.stringify("hunter2hunter2") })).toEqual([]);
  expect(await said("hunter2hunter2")).toEqual(["critical fail"]);
});

test("judges what a state ignores, unless it keeps no such thing", async () => {
  const said = async (...resources: object[]) => {
    const { judgement } = await judged(write("ignored.json", state(...resources)), "--pack", "zero-trust");
    const own = judgement.rules.find(({ id }) => id === "ignore-changes-hides-control");
    return [own?.passed, own?.failed, own?.notApplicable];
  };
  const topic = (more: object) => entry("aws:sns/topic:Topic", "news", {}, more);
  const queue = entry("aws:sqs/queue:Queue", "work", {});
  expect(await said(topic({ ignoreChanges: ["kmsMasterKeyId"] }), queue)).toEqual([1, 1, 0]);
  expect(await said(topic({}), queue)).toEqual([0, 0, 2]);
});

test("judges days by the day that it prints", async () => {
  const tags = { criticality: "high", "exit-plan": "exit-7", "exit-review": "2026-06-01" };
  const path = write("exit.json", state(entry("aws:dynamodb/table:Table", "orders", { tags })));
  const said = async (day: string) => {
    const { judgement } = await judged(path, "--pack", "reliability", "--as-of", day);
    return judgement.findings.filter(({ rule }) => rule === "exit-plan-for-proprietary").map(({ message }) => message);
  };
  expect(await said("2026-06-01")).toEqual([]);
  expect(await said("2026-06-02")).toEqual(["tags.exit-review was due on 2026-06-01"]);
});

test("judges manifests, and points at their lines", async () => {
  const pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: shell\nspec:\n  hostNetwork: true\n  containers: []\n";
  const manifests = mkdtempSync(join(folder, "manifests-"));
  writeFileSync(join(manifests, "pod.yaml"), `${pod}---\nvalues: 1\n`);
  writeFileSync(join(manifests, "template.yaml"), "kind: {{ .Values.kind }}\n");
  const { judgement } = await judged(manifests);
  expect(judgement.findings.map(({ address, line, message }) => [address, line, message])).toContainEqual([
    "Pod shell",
    6,
    "spec.hostNetwork is true",
  ]);
  expect(judgement.notices.map(({ text }) => text.replace(/^.*[/\\]/, ""))).toEqual([
    "pod.yaml is no Kubernetes object",
    "template.yaml is a template: render it first",
  ]);
});

test("hears the exceptions beside what it judges, unless it is told not to", async () => {
  const exception = {
    rule: "no-long-lived-cloud-keys",
    resource: "aws:iam/accessKey:AccessKey::ci",
    matches: 1,
    reason: "moves to federation",
    owner: "platform",
    approver: "security",
    expires: "2026-03-20",
  };
  const path = write("exceptions.yaml", [exception]);
  try {
    expect((await judged(shop, "--pack", "zero-trust")).code).toBe(0);
    expect((await judged(shop, "--pack", "zero-trust", "--no-exceptions")).code).toBe(1);
    const late = await judged(shop, "--pack", "zero-trust", "--as-of", "2026-03-21");
    expect([late.code, late.judgement.notices.some(({ text }) => text.includes("expired on 2026-03-20"))]).toEqual([
      1,
      true,
    ]);
  } finally {
    rmSync(path);
  }
});

test("a baseline lets what was known pass, and nothing new", async () => {
  const baseline = join(folder, "baseline.json");
  expect((await judged(shop, "--write-baseline", baseline)).code).toBe(0);
  const { code, judgement } = await judged(shop, "--baseline", baseline);
  expect([code, judgement.findings.every(({ known }) => known)]).toEqual([0, true]);
  const grown = write("grown.json", state(key, entry("aws:iam/accessKey:AccessKey", "more", { user: "ci" })));
  expect((await judged(grown, "--baseline", baseline)).code).toBe(1);
});

test("writes every form there is", async () => {
  const out = join(folder, "out");
  await judged(shop, "--out", out);
  expect(readdirSync(out)).toEqual([
    "evidence.json",
    "findings.html",
    "findings.json",
    "findings.md",
    "findings.sarif",
    "junit.xml",
  ]);
  expect(JSON.parse(readFileSync(join(out, "findings.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
});

test.each([
  ["a path that is not there", ["nowhere"], "does not exist"],
  ["a file that is nothing known", [write("nothing.json", {})], "cannot be seen; say --format"],
  ["text for a state", [write("text.json", "{"), "--format", "pulumi-state"], "is not JSON"],
  ["a state of another version", [write("old.json", { ...state(), version: 2 })], "of version 2; known are 3 and 4"],
  ["an unknown format", [shop, "--format", "helm"], 'there is no format "helm"'],
  ["an unknown pack", [shop, "--pack", "gdprs"], 'there is no pack "gdprs"'],
  ["an unknown rule", [shop, "--config", write("rule.json", { "arm-frist": "disabled" })], 'names "arm-frist"'],
  ["an unknown level", [shop, "--config", write("level.json", { "arm-first": "off" })], 'has the level "off"'],
  [
    "an unknown setting",
    [shop, "--config", write("set.json", { "arm-first": { x: 1 } })],
    'has "x", which is no setting',
  ],
  [
    "a setting of another form",
    [
      shop,
      "--config",
      write("form.json", { context: { maxInstances: "ten" }, "log-retention-bounded": { maxDays: 0 } }),
    ],
    '"maxInstances" of "context" must be integer; "maxDays" of "log-retention-bounded" must be >= 1',
  ],
  [
    "prices that are none",
    [shop, "--config", write("cost.json", { "monthly-cost-delta": { prices: write("prices.json", { prices: {} }) } })],
    "prices.json says no currency",
  ],
  ["exceptions that are no YAML", [shop, "--exceptions", write("broken.yaml", "- a: [")], "broken.yaml: Flow sequence"],
  ["a baseline that is none", [shop, "--baseline", write("none.json", {})], "is none of version 1"],
])("%s: one clear line, exit 2", async (_, args, said) => {
  const { code, err } = await overheard("check", ...args);
  expect([code, err.trim().split("\n")]).toEqual([2, [expect.stringContaining(said)]]);
});
