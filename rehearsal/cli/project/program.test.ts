import { afterEach, describe, expect, it } from "vitest";
import { TestProject } from "../testing.ts";
import { asksDryRun } from "./dry-run.ts";
import { locateProgram } from "./program.ts";
import { readProject } from "./pulumi-yaml.ts";

let project: TestProject | undefined;
afterEach(() => project?.remove());
const made = (files: { readonly [path: string]: string }): string => {
  project = new TestProject({ "Pulumi.yaml": "name: shop\nruntime: nodejs\n", ...files });
  return project.directory;
};
const locate = (directory: string) => locateProgram(readProject(directory), {});

describe("the program of a project", () => {
  it("is the index where the main that package.json names is not there, as Node has it", () => {
    const directory = made({ "package.json": '{"main": "index.js"}', "index.ts": "" });
    expect(locate(directory)).toMatchObject({ entry: ".", typescript: true });
  });

  it("is refused where nothing of the kind is there, with what to do", () => {
    const directory = made({
      "package.json": '{"main": "bin/main.js", "scripts": {"build": "tsc"}}',
      "src/main.ts": "",
    });
    expect(() => locate(directory)).toThrow(/bin\/main\.js does not exist: run `npm run build`/);
  });
});

describe("whether a program asks for previews", () => {
  it("names the first place, and looks at nothing that is not the program's", () => {
    const directory = made({
      "b.ts": "const one = 1;\nif (pulumi.runtime.isDryRun()) throw one;",
      "lib/a.js": "isDryRun()",
      "sdks/x/index.ts": "isDryRun()",
      "a.d.ts": "isDryRun()",
    });
    expect(asksDryRun(directory)).toBe("b.ts:2");
  });
  it("is silent where none does", () => {
    expect(asksDryRun(made({ "index.ts": "export const isDryRunning = true;" }))).toBeUndefined();
  });
});
