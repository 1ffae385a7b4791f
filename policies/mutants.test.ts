import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [".config/mutants/index.ts", ...args], { cwd: root, encoding: "utf8" });

it("the examples of some rules notice nine of ten changes of their code; `npm run mutants` asks all rules", () => {
  const { status, stdout, stderr } = run("imdsv2-required", "object-storage-not-public", "k8s-psa-label");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/of \d{2,} mutants killed\n$/);
});

it("says what it is asked about and does not know", () => {
  expect(run("imdsv3").stderr).toMatch(/no such rules: imdsv3/);
});
