import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Report } from "../report/model.ts";
import { type Outcome, rehearse } from "./rehearse/command.ts";
import { OPTIONS, TestProject } from "./testing.ts";

const project = new TestProject({
  "index.js": `
    const { Queue } = require("@pulumi/aws/sqs/queue");
    const dead = new Queue("dead", { tags: { team: "night" } });
    new Queue("orders", { redrivePolicy: dead.arn.apply((arn) => JSON.stringify({ deadLetterTargetArn: arn, maxReceiveCount: 3 })) });`,
  "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
});
afterAll(() => project.remove());

const options = { ...OPTIONS, out: project.out };
const watcher = { begin: () => undefined, note: () => undefined, end: () => undefined };
async function run(script: string): Promise<Outcome> {
  project.write("script.yaml", script);
  const given = { ...options, script: [join(project.directory, "script.yaml")] };
  return await rehearse(project.directory, given, watcher, new AbortController().signal);
}
const results = ({ steps }: Report): string[] => steps.map(({ verb, result }) => `${verb} ${result}`);

describe("a script with something broken", { timeout: 120_000 }, () => {
  it("finds exactly what was changed and deleted behind the engine's back, and repairs it", async () => {
    const { report, code } = await run(`
- up
- drift: { name: dead, set: { tags.team: day } }
- vanish: { type: "aws:sqs/*", name: orders }
- refresh
- up
- refresh`);
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    const [, drift, vanish, refresh, up] = report.steps;
    expect(drift?.diagnostics.map(({ message }) => message)).toEqual(["changed behind the engine's back: tags.team"]);
    expect(vanish?.diagnostics.map(({ urn }) => urn.split("::").at(-1))).toEqual(["orders"]);
    expect(refresh?.changes).toEqual({ same: 1, update: 1, delete: 1 });
    expect(up?.changes).toMatchObject({ update: 1, create: 1 });
  });

  it("goes on after the failure that it asked for; what a plain up leaves behind is told, with the way out", async () => {
    const { report, code } = await run(`
- fault: "create:*::dead@after-effect=crash-provider"
- up
- up`);
    expect(results(report)).toEqual(["up failed", "up succeeded"]);
    expect(report.steps[0]?.faults).toMatchObject([{ operation: "create", outcome: "failed" }]);
    expect(report.steps[1]?.breaches).toMatchObject([{ kind: "duplicated", type: "aws:sqs/queue:Queue" }]);
    expect(report.reasons).toEqual([
      expect.stringMatching(/step 2: duplicated: dead .* delete it by hand: the state holds/),
    ]);
    expect(code).toBe(1);
  });

  it("names what a careful recovery had to import by hand; the engine's death leaves pending operations", async () => {
    const { report, code } = await run(`
- up: { faults: ["create:*::dead@after-effect=crash-engine"] }
- recover
- preview`);
    expect(results(report)).toEqual(["up failed", "recover succeeded", "preview succeeded"]);
    expect(report.steps[0]?.operations.find(({ urn }) => urn.endsWith("::dead"))?.failed).toBe(true);
    expect(report.steps[1]?.adopted).toMatchObject([{ how: "refresh --import-pending-creates" }]);
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
  });

  it("shows what the program would come to if it asked for something else", async () => {
    const { report, code } = await run(`
- up
- preview: { edit: [{ name: dead, set: { tags.team: day, fifoQueue: null, name: dead } }, { name: orders, set: { redrivePolicy: null } }] }
- preview`);
    expect(report.steps.map(({ changes }) => changes)).toMatchObject([
      { create: 3 },
      { replace: 1, update: 1 },
      { same: 3 },
    ]);
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
  });

  it("says which edit changed nothing", async () => {
    const { report, code } = await run(`
- preview: { edit: [{ name: dead, set: { tags.team: night } }, { name: dead, set: { tags.team.name: x } }, { type: "aws:s3/*", set: { a: 1 } }] }`);
    expect(report.steps[0]?.diagnostics.map(({ message }) => message)).toEqual([
      "edit: nothing that the program registers as name 'dead' was changed by it",
      "edit: nothing that the program registers as name 'dead' was changed by it",
      "edit: nothing that the program registers as type 'aws:s3/*' was changed by it",
    ]);
    expect(code).toBe(1);
  });

  it("says which fault struck nothing, and which target fits nothing", async () => {
    const { report, code } = await run(`
- up: { faults: ["create:*::nobody@before-effect=denied"] }
- drift: { name: nobody, set: { a: 1 } }
- up`);
    expect(report.reasons.join("\n")).toMatch(/nothing happened that the fault create:\*::nobody@before-effect=denied/);
    expect(report.reasons.join("\n")).toMatch(/step 2 failed/);
    expect(report.steps).toHaveLength(2);
    expect(report.steps[1]?.diagnostics[0]?.message).toBe("drift: no object of the state fits name 'nobody'");
    expect(code).toBe(1);
  });
});
