import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { MODULES, TestProject } from "../testing.ts";
import { type Foreign, type OldSdk, programs } from "./expected.ts";

const PROGRAMS = join(dirname(fileURLToPath(import.meta.url)), "programs");

interface State {
  readonly deployment: {
    readonly resources: readonly { type: string; id?: string; outputs?: { [name: string]: unknown } }[];
  };
}

let project: TestProject | undefined;
afterEach(() => project?.remove());

/** Modules of the project's own: what looks for an SDK beside it is copied, so that it finds that one and not ours. */
function ownModules(directory: string, sdk: OldSdk | undefined): void {
  const own = join(directory, "node_modules");
  mkdirSync(join(own, "@pulumi"), { recursive: true });
  if (sdk) symlinkSync(join(MODULES, sdk), join(own, "@pulumi/pulumi"), "dir");
  else cpSync(realpathSync(join(MODULES, "@pulumi/pulumi")), join(own, "@pulumi/pulumi"), { recursive: true });
  cpSync(join(MODULES, "@pulumi/random"), join(own, "@pulumi/random"), { recursive: true });
  if (existsSync(join(directory, "ts-node")))
    cpSync(join(directory, "ts-node"), join(own, "ts-node"), { recursive: true });
  for (const name of readdirSync(MODULES)) {
    if (name !== "@pulumi" && !name.startsWith(".") && !existsSync(join(own, name))) {
      symlinkSync(join(MODULES, name), join(own, name), "dir");
    }
  }
}

function prepare(folder: string, sdk: OldSdk | undefined): TestProject {
  const own = sdk !== undefined || existsSync(join(PROGRAMS, folder, "ts-node"));
  const made = new TestProject({}, own ? { modules: null } : {});
  made.copy(join(PROGRAMS, folder), ".");
  if (own) ownModules(made.directory, sdk);
  return made;
}

const runs = programs.flatMap((program) =>
  (program.sdks ?? [undefined]).map((sdk) => ({
    ...program,
    sdk,
    title: `${program.folder}${sdk ? ` on ${sdk}` : ""}`,
  })),
);

describe("programs in other people's styles", { timeout: 120_000 }, () => {
  it.each(runs)("$title", async ({ folder, sdk, args, ids, outputs, warns }: Foreign & { sdk: OldSdk | undefined }) => {
    project = prepare(folder, sdk);
    const { code, report } = await project.rehearse(args);

    const said = report.steps.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity === "error");
    expect({ said, reasons: report.reasons, code }).toEqual({ said: [], reasons: [], code: 0 });
    expect(report.steps.map(({ verb, result }) => `${verb} ${result}`)).toEqual([
      "up succeeded",
      "refresh succeeded",
      "preview succeeded",
      "decommission succeeded",
    ]);
    expect(report.remaining.filter(({ tombstone }) => !tombstone)).toEqual([]);
    if (sdk) expect(`pulumi-${report.project.sdk.split(".").slice(0, 2).join("-")}`).toBe(sdk);
    if (warns) {
      const warnings = report.steps[0]?.diagnostics.filter(({ severity }) => severity === "warning") ?? [];
      expect(warnings.map(({ message }) => message).join("\n")).toMatch(warns);
    }

    const { resources } = (JSON.parse(readFileSync(join(project.out, "state.json"), "utf8")) as State).deployment;
    for (const [type, id] of Object.entries(ids)) {
      expect(
        resources.filter((one) => one.type === type && id.test(one.id ?? "")),
        `${type} with an id like ${String(id)}`,
      ).not.toEqual([]);
    }
    expect(resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs).toEqual(outputs);
  });
});
