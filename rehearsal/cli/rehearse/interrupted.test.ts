import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { renderSummary } from "../../report/terminal/summary.ts";
import { findPulumi } from "../pulumi/find.ts";
import { OPTIONS, TestProject } from "../testing.ts";
import { type Outcome, rehearse } from "./command.ts";
import type { RehearseOptions } from "./options.ts";
import type { Watcher } from "./rehearsal.ts";

const project = new TestProject({
  "index.js": `
    const { Queue } = require("@pulumi/aws/sqs/queue");
    const { Topic } = require("@pulumi/aws/sns/topic");
    const orders = new Queue("orders");
    new Topic("news", { tags: { queue: orders.id } });`,
  "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
});
afterAll(() => project.remove());

/** Rehearses until the watcher says stop. */
async function stopped(
  when: (stop: () => void) => Partial<Watcher>,
  options: Partial<RehearseOptions> = {},
): Promise<Outcome> {
  const abort = new AbortController();
  const nothing = (): void => undefined;
  const watcher = { begin: nothing, note: nothing, end: nothing, ...when(() => abort.abort()) };
  return await rehearse(
    project.directory,
    { ...OPTIONS, out: project.out, parallel: 1, ...options },
    watcher,
    abort.signal,
  );
}

const afterFirstQueue = (stop: () => void): Partial<Watcher> => ({
  note: (event) => {
    if (event.kind === "done" && event.step.type === "aws:sqs/queue:Queue") stop();
  },
});

/** What people read. */
function said({ report }: Outcome): string {
  const files = ["report.html", "report.md"].map((name) => readFileSync(join(project.out, name), "utf8"));
  return [renderSummary(report, { width: 80, color: false }), ...files].join("\n");
}

describe("an interrupted rehearsal", { timeout: 120_000 }, () => {
  it("has judged nothing, and says which steps are missing", async () => {
    const outcome = await stopped(afterFirstQueue);
    const { report, code } = outcome;
    expect({ code, verdict: report.verdict }).toEqual({ code: 130, verdict: "undetermined" });
    expect(report.steps.map(({ result }) => result)).toEqual(["canceled"]);
    expect(report.reasons).toEqual(["interrupted in step 1 (Deploy); 3 steps of the script are missing"]);
    expect(said(outcome)).toContain("? Undetermined  shop/dev");
    expect(said(outcome)).not.toContain("Passed");
  });

  it("begins no further step, even where the last one came to its end", async () => {
    const begun: number[] = [];
    const { report, code } = await stopped((stop) => ({ begin: (number) => void begun.push(number), end: stop }));
    expect({ code, verdict: report.verdict, begun }).toEqual({ code: 130, verdict: "undetermined", begun: [1] });
    expect(report.steps.map(({ result }) => result)).toEqual(["succeeded"]);
  });

  it("still fails where something else fails it", async () => {
    const { report, code } = await stopped((stop) => ({ end: stop }), { minFidelity: "exact", script: ["up", "up"] });
    expect({ code, verdict: report.verdict }).toEqual({ code: 130, verdict: "fail" });
    expect(report.reasons).toEqual([
      expect.stringMatching(/below 'exact'/),
      "interrupted in step 1 (Deploy); 1 step of the script is missing",
    ]);
  });

  it.skipIf(!hasPulumi())("is one under the Pulumi CLI, too", async () => {
    const outcome = await stopped(afterFirstQueue, { engine: "pulumi" });
    expect({ code: outcome.code, verdict: outcome.report.verdict }).toEqual({ code: 130, verdict: "undetermined" });
    expect(said(outcome)).not.toContain("Passed");
  });
});

function hasPulumi(): boolean {
  try {
    findPulumi(undefined, process.env);
    return true;
  } catch {
    return false;
  }
}
