import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { TestProject } from "./testing.ts";

const made: TestProject[] = [];
afterEach(() => {
  for (const project of made.splice(0)) project.remove();
});
function project(source: string): TestProject {
  const one = new TestProject({
    "index.js": `const pulumi = require("@pulumi/pulumi"); const aws = require("@pulumi/aws"); ${source}`,
    "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
  });
  made.push(one);
  return one;
}
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe("what no recorded case shows", { timeout: 120_000 }, () => {
  it("error hooks are asked after a failed create, and may ask for another try", async () => {
    const { report, code } = await project(`
      let asked = 0;
      const hook = new pulumi.ErrorHook("again", (args) => {
        asked++;
        console.log("asked " + asked + " after " + args.failedOperation + ": " + args.errors.length);
        return asked < 3;
      });
      const first = new aws.s3.Bucket("first", { bucket: "the-only-name" });
      new aws.s3.Bucket("second", { bucket: "the-only-name" }, { dependsOn: [first], hooks: { onError: [hook] } });`).rehearse(
      ["--script", "up"],
    );
    const said = report.steps[0]?.diagnostics.map(({ message }) => message).join("\n") ?? "";
    expect(code).toBe(1);
    expect(said).toMatch(/asked 1 after create: 1[\s\S]*asked 2 after create: 2[\s\S]*asked 3 after create: 3/);
    expect(said).toMatch(/retrying create due to on-error hook request \(2\/100\)/);
    expect(said).not.toMatch(/\(3\/100\)/);
  });

  it("invoke transforms change what a function is asked", async () => {
    const { report, code } = await project(`
      pulumi.runtime.registerInvokeTransform(({ token, args, opts }) =>
        token === "aws:iam/getPolicyDocument:getPolicyDocument" ? { args: { statements: [{ actions: ["sqs:SendMessage"], resources: ["*"] }] }, opts } : undefined);
      const document = aws.iam.getPolicyDocumentOutput({ statements: [{ actions: ["s3:GetObject"], resources: ["*"] }] });
      document.json.apply((json) => console.log("document " + json));`).rehearse(["--script", "up"]);
    expect(code).toBe(0);
    expect(report.steps[0]?.diagnostics.map(({ message }) => message).join("\n")).toMatch(
      /document [\s\S]*sqs:SendMessage/,
    );
  });

  it("a killed rehearsal leaves its state and what was under way; the next run says so and goes on", async () => {
    const source = `
      const random = require("@pulumi/random");
      let last;
      for (let i = 0; i < 4000; i++) last = new random.RandomPet("pet-" + i, { prefix: last && i % 50 ? last.id : "x" });`;
    const one = project(source);
    const partial = join(one.out, "steps", "1-up.json");
    let kill: (signal: NodeJS.Signals) => void = () => undefined;
    const running = one.run(["rehearse", "--out", one.out], { onStart: (stop) => (kill = stop) });
    const begun = (): boolean => existsSync(partial) && readFileSync(partial, "utf8").includes('"random:index');
    for (let i = 0; i < 800 && !begun(); i++) await wait(25);
    kill("SIGKILL");
    await running;
    const kept = JSON.parse(readFileSync(partial, "utf8")) as { deployment: { resources: unknown[] } };
    expect(kept.deployment.resources.length).toBeGreaterThan(0);
    expect(readdirSync(one.out)).not.toContain("report.json");
    one.write(
      "kept.json",
      JSON.stringify({
        ...kept,
        deployment: {
          ...kept.deployment,
          pending_operations: [{ type: "creating", resource: kept.deployment.resources.at(-1) }],
        },
      }),
    );
    one.write("index.js", source.replace("4000", "3"));
    const { report } = await one.rehearse(["--from", "kept.json", "--script", "up"]);
    expect(report.steps[0]?.diagnostics.map(({ message }) => message).join()).toMatch(/pending operations/);
    expect(report.steps[0]?.result).toBe("succeeded");
    const state = JSON.parse(readFileSync(join(one.out, "state.json"), "utf8")) as {
      deployment: { pending_operations: { type: string }[] };
    };
    expect(state.deployment.pending_operations.map(({ type }) => type)).toEqual(["creating"]);
  });
});
