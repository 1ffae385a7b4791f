import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { TestProject } from "./testing.ts";

const projects: TestProject[] = [];
function project(files: { readonly [path: string]: string }, modules?: { readonly modules: null }): TestProject {
  const made = new TestProject(files, modules);
  projects.push(made);
  return made;
}
afterEach(() => {
  for (const made of projects.splice(0)) made.remove();
});

const BUCKET = 'const aws = require("@pulumi/aws"); new aws.s3.Bucket("b");';

/** One clear line, the right exit code, no stack trace. */
async function refuses(made: TestProject, args: readonly string[], code: number, message: RegExp): Promise<void> {
  const ran = await made.run(["rehearse", "--out", made.out, ...args]);
  expect({ code: ran.code, stderr: ran.stderr }).toMatchObject({
    code,
    stderr: expect.stringMatching(message) as string,
  });
  expect(ran.stderr).not.toMatch(/\n\s+at /);
  expect(ran.stderr.trim().split("\n")).toHaveLength(1);
}

describe("wrong use is told in one line, with exit code 2", { timeout: 60_000 }, () => {
  it("no Pulumi.yaml", async () => {
    const made = project({});
    await refuses(made, ["/"], 2, /no Pulumi\.yaml/);
  });
  it("a broken Pulumi.yaml", async () => {
    await refuses(project({ "Pulumi.yaml": "name: [" }), [], 2, /Pulumi\.yaml:1/);
    await refuses(project({ "Pulumi.yaml": "runtime: nodejs" }), [], 2, /name/);
  });
  it("another runtime", async () => {
    await refuses(project({ "Pulumi.yaml": "name: x\nruntime: python\n" }), [], 2, /'python' cannot be rehearsed/);
  });
  it("an unknown stack", async () => {
    const made = project({ "index.js": "", "Pulumi.prod.yaml": "config: {}", "Pulumi.qa.yaml": "config: {}" });
    await refuses(made, ["--stack", "nope"], 2, /no stack 'nope'.*prod, qa/);
  });
  it("a program that is not there, or not installed", async () => {
    await refuses(project({}), [], 2, /index\.js does not exist/);
    await refuses(project({ "index.js": "" }, { modules: null }), [], 2, /not installed.*npm install/);
  });
  it("options that make no sense", async () => {
    const made = project({ "index.js": "" });
    await refuses(made, ["--script", "up,dance"], 2, /'dance' is no verb/);
    await refuses(made, ["--config", "novalue"], 2, /expected key=value/);
    await refuses(made, ["--policy-pack", "absent"], 2, /absent does not exist/);
    await refuses(made, ["--region", "mars=1"], 2, /expected one of aws/);
    await refuses(made, ["--from", "absent.json"], 2, /absent\.json does not exist/);
  });
  it("a corrupt or foreign state", async () => {
    const made = project({ "index.js": "", "state.json": "{", "other.json": '{"hello": 1}' });
    await refuses(made, ["--from", "state.json"], 2, /state\.json is not JSON/);
    await refuses(made, ["--from", "other.json"], 2, /other\.json is not a Pulumi state/);
  });
  it("an output folder that cannot be written", async () => {
    const made = project({ "index.js": "", file: "" });
    await refuses(made, ["--out", join(made.directory, "file", "below")], 2, /cannot write to .*file/);
  });
  it("secrets without a key, where they are required", async () => {
    const made = project({ "index.js": "", "Pulumi.dev.yaml": "config:\n  shop:token:\n    secure: v1:abc:def\n" });
    await refuses(made, ["--require-secrets"], 2, /no key for the secrets shop:token/);
  });
});

describe("a program that breaks fails the rehearsal with exit code 3 and its own words", { timeout: 120_000 }, () => {
  it.each([
    ["throws", 'throw new Error("out of stock");', /out of stock/],
    ["rejects", 'require("@pulumi/pulumi"); Promise.reject(new Error("no such luck"));', /no such luck/],
    ["lacks configuration", 'new (require("@pulumi/pulumi").Config)().require("region");', /shop:region/],
    ["exits early", 'require("@pulumi/pulumi"); process.exit(0);', /still active|ended before/],
    ["exits with a code", 'require("@pulumi/pulumi"); process.exitCode = 7;', /non-zero exit code: 7/],
  ])("it %s", async (_, source, message) => {
    const { code, report } = await project({ "index.js": source }).rehearse();
    expect(code).toBe(3);
    expect(report.verdict).toBe("fail");
    expect(report.steps[0]?.diagnostics.map((diagnostic) => diagnostic.message).join("\n")).toMatch(message);
  });

  it("it hangs: the idle limit ends it and says what to look for", async () => {
    const source = 'require("@pulumi/pulumi"); setInterval(() => {}, 1000);';
    const { code, report } = await project({ "index.js": source }).rehearse(["--idle", "3"]);
    expect(code).toBe(3);
    expect(report.steps[0]?.diagnostics.at(-1)?.message).toMatch(/did nothing for 3 s/);
  });
});

describe("a resource that cannot be is a finding with exit code 1", { timeout: 120_000 }, () => {
  it.each([
    ["a missing required property", 'new aws.s3.BucketPolicy("p", {});', /bucket/],
    [
      "a misspelt nested property",
      'new aws.lambda.Function("f", { role: "r", handler: "h", runtime: "nodejs22.x", code: new (require("@pulumi/pulumi").asset.StringAsset)("x"), environment: { variabels: {} } });',
      /variabels/,
    ],
    ["one URN twice", 'new aws.s3.Bucket("b"); new aws.s3.Bucket("b");', /Duplicate resource URN/],
    [
      "a package that is not there",
      'const { CustomResource } = require("@pulumi/pulumi"); new CustomResource("absent:index:Thing", "x", {});',
      /npm install @pulumi\/absent/,
    ],
  ])("%s", async (_, source, message) => {
    const { code, report } = await project({ "index.js": `const aws = require("@pulumi/aws"); ${source}` }).rehearse();
    expect(report.steps[0]?.diagnostics.map((diagnostic) => diagnostic.message).join("\n")).toMatch(message);
    expect([1, 3]).toContain(code);
  });
});

describe("a policy pack that cannot be used", { timeout: 120_000 }, () => {
  const pack = (source: string): { [path: string]: string } => ({
    "index.js": BUCKET,
    "pack/PulumiPolicy.yaml": "runtime: nodejs\n",
    "pack/package.json": '{"name": "p", "version": "0.0.1", "main": "index.js"}',
    "pack/index.js": `const { PolicyPack } = require("@pulumi/policy"); ${source}`,
  });
  const GOOD =
    'new PolicyPack("p", { policies: [{ name: "a", description: "d", enforcementLevel: "advisory", validateResource: () => {} }] });';

  it("fails to start", async () => {
    const { code, report } = await project(pack('throw new Error("broken pack");')).rehearse(["--policy-pack", "pack"]);
    expect(code).toBe(3);
    expect(report.steps[0]?.diagnostics.map(({ message }) => message).join()).toMatch(/did not start.*broken pack/s);
    expect(report.resources).toEqual([]);
  });
  it("throws while it judges", async () => {
    const source = GOOD.replace("() => {}", '() => { throw new Error("judge fell ill"); }');
    const { report } = await project(pack(source)).rehearse(["--policy-pack", "pack"]);
    expect(report.verdict).toBe("fail");
    expect(report.steps[0]?.diagnostics.map(({ message }) => message).join()).toMatch(/judge fell ill/);
  });
  it("is given a configuration it does not know", async () => {
    const made = project({ ...pack(GOOD), "config.json": '{"b": {"limit": 3}}' });
    const { code, report } = await made.rehearse(["--policy-pack", "pack", "--policy-pack-config", "config.json"]);
    expect(code).toBe(3);
    expect(report.steps[0]?.diagnostics.map(({ message }) => message).join()).toMatch(/unknown policy 'b'/);
  });
});

describe("an interruption", { timeout: 120_000 }, () => {
  it.each([1, 2, 3])("after create %i keeps the state, and the next run goes on from it", async (k) => {
    // interrupted by the program itself, right after its kth resource exists
    const program = (after: number): string => `
      const random = require("@pulumi/random");
      let last;
      for (let i = 0; i < 5; i++) {
        const pet = new random.RandomPet("pet-" + i, { prefix: last ? last.id : "x" });
        if (i + 1 === ${after}) pet.id.apply(() => process.kill(process.ppid, "SIGINT"));
        last = pet;
      }`;
    const made = project({ "index.js": program(k) });
    const stopped = await made.run(["rehearse", "--out", made.out, "--parallel", "1"]);
    expect(stopped.code).toBe(130);
    const state = JSON.parse(readFileSync(join(made.out, "state.json"), "utf8")) as {
      deployment: { resources: { type: string }[]; pending_operations?: object[] };
    };
    const kept = state.deployment.resources.filter(({ type }) => type.startsWith("random:")).length;
    expect(kept).toBeGreaterThanOrEqual(k);
    expect(state.deployment.pending_operations ?? []).toEqual([]);
    made.write("index.js", program(0));
    mkdirSync(join(made.directory, "kept"));
    writeFileSync(join(made.directory, "kept/state.json"), readFileSync(join(made.out, "state.json")));
    const { code, report } = await made.rehearse(["--from", "kept/state.json"]);
    expect(code).toBe(0);
    expect(report.steps[0]?.changes["create"] ?? 0).toBe(5 - kept);
  });
});
