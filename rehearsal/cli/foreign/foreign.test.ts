import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { TestProject } from "../testing.ts";
import { type Foreign, programs } from "./programs.ts";

const MODULES = resolve("node_modules");
const made: TestProject[] = [];
afterAll(() => {
  for (const project of made) project.remove();
});

/** A program with an SDK of its own: small packages are copies, so that they find that SDK and not ours. */
function withSdk(project: TestProject, sdk: string): void {
  const own = join(project.directory, "node_modules");
  mkdirSync(join(own, "@pulumi"), { recursive: true });
  symlinkSync(join(MODULES, sdk), join(own, "@pulumi", "pulumi"), "dir");
  cpSync(join(MODULES, "@pulumi", "random"), join(own, "@pulumi", "random"), { recursive: true });
  for (const name of readdirSync(MODULES)) {
    if (name !== "@pulumi" && !name.startsWith(".")) symlinkSync(join(MODULES, name), join(own, name), "dir");
  }
}

function projectOf({ files, sdk }: Foreign): TestProject {
  const project = new TestProject(files, sdk ? { modules: null } : {});
  if (sdk) withSdk(project, sdk);
  made.push(project);
  return project;
}

describe("programs in other people's styles", { timeout: 240_000 }, () => {
  it.each(programs)("$name", async (program) => {
    const project = projectOf(program);
    const { code, report } = await project.rehearse(program.args);
    const said = report.steps.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity === "error");
    expect({ said, reasons: report.reasons, code }).toEqual({ said: [], reasons: [], code: 0 });
    expect(report.steps.map(({ verb, result }) => `${verb} ${result}`)).toEqual([
      "up succeeded",
      "refresh succeeded",
      "preview succeeded",
      "decommission succeeded",
    ]);
    const state = JSON.parse(readFileSync(join(project.out, "state.json"), "utf8")) as {
      deployment: { resources: { type: string }[] };
    };
    expect(state.deployment.resources.map(({ type }) => type)).toEqual(expect.arrayContaining([...program.types]));
    expect(report.remaining.filter(({ tombstone }) => !tombstone)).toEqual([]);
    if (program.sdk) expect(`pulumi-${report.project.sdk.split(".").slice(0, 2).join("-")}`).toBe(program.sdk);
  });
});
