import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { TestProject } from "./testing.ts";

const RECORDER = fileURLToPath(new URL("./record-network.cjs", import.meta.url));
const LOOPBACK =
  /^(?:listen|connect) (?:127\.0\.0\.1|::1|::ffff:127\.0\.0\.1|pipe.*)$|^lookup (?:localhost|127\.0\.0\.1)$/;

const project = new TestProject({
  "index.js": `
    const random = require("@pulumi/random");
    const pet = new random.RandomPet("pet", {}, { hooks: undefined });
    exports.pet = pet.id;`,
  "pack/PulumiPolicy.yaml": "runtime: nodejs\n",
  "pack/package.json": '{"name": "p", "version": "0.0.1", "main": "index.js"}',
  "pack/index.js": `
    const { PolicyPack } = require("@pulumi/policy");
    new PolicyPack("p", { policies: [{ name: "quiet", description: "d", enforcementLevel: "advisory", validateResource: () => {} }] });`,
});
afterAll(() => project.remove());

describe("a rehearsal", { timeout: 240_000 }, () => {
  it.each([[[]], [["--plugins"]]])("listens on loopback only and reaches nothing beyond it: %j", async (more) => {
    const log = join(project.directory, `network${more.length}.log`);
    const ran = await project.run(["rehearse", "--out", project.out, "--policy-pack", "pack", ...more], {
      env: { NODE_OPTIONS: `--require ${RECORDER}`, ARCHIPEL_TEST_NETWORK: log },
    });
    expect(ran.code).toBe(0);
    const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
    expect(lines.filter((line) => line.startsWith("listen")).length).toBeGreaterThan(2);
    expect(lines.filter((line) => !LOOPBACK.test(line))).toEqual([]);
  });

  it("writes JSON alone on standard output, and no colour where nobody can see it", async () => {
    const json = await project.run(["rehearse", "--json", "--out", project.out]);
    expect(JSON.parse(json.stdout)).toMatchObject({ verdict: "pass" });
    const text = await project.run(["rehearse", "--out", project.out]);
    // oxlint-disable-next-line no-control-regex -- the escape is what must not be there
    expect(text.stdout + text.stderr + json.stderr).not.toMatch(/\u001b\[/);
  });
});
