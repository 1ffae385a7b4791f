import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../report/model.ts";
import { MODULES } from "./testing.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly [kind in "dependencies" | "peerDependencies"]: { readonly [name: string]: string };
};
const RUNTIME = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];

const IMPORT = /^(?:import|export) (?:[^;"'=]* from )?["']([^"']+)["'];|\bimport\("([^"]+)"\)/gm;

const folder = mkdtempSync(join(tmpdir(), "archipel-package-"));
const shop = join(folder, "the shop");
const installed = join(shop, "node_modules", "archipel");
const path = `${dirname(process.execPath)}:${process.env["PATH"]}`;
let packed: { readonly size: number; readonly files: readonly { readonly path: string }[] };

const PROGRAM = {
  "Pulumi.yaml": "name: shop\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n",
  "package.json": '{"name": "shop"}',
  "index.js": `
    const { Bucket } = require("@pulumi/aws/s3");
    const { RandomPet } = require("@pulumi/random");
    const pet = new RandomPet("pet");
    exports.bucket = new Bucket("stock", { tags: { pet: pet.id } }).arn;`,
};

function archipel(...args: readonly string[]): { readonly code: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, ["node_modules/archipel/bin/archipel.js", ...args], {
    cwd: shop,
    encoding: "utf8",
    env: { ...process.env, PATH: path, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return { code: status, stdout };
}

beforeAll(() => {
  const output = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [first] = JSON.parse(output.slice(output.indexOf("[\n"))) as (typeof packed & { readonly filename: string })[];
  if (!first) throw new Error(`npm pack answered ${output}`);
  packed = first;
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["xzf", join(folder, first.filename), "-C", installed, "--strip-components=1"]);
  // what an installation brings, and the program's own SDKs: nothing that only this repository has
  for (const name of new Set([...RUNTIME, "@pulumi/aws", "@pulumi/random"])) {
    mkdirSync(dirname(join(shop, "node_modules", name)), { recursive: true });
    symlinkSync(join(MODULES, name), join(shop, "node_modules", name), "dir");
  }
  for (const [name, text] of Object.entries(PROGRAM)) writeFileSync(join(shop, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package", () => {
  it("holds JavaScript and what it reads, no test, no fixture, no source", () => {
    const paths = packed.files.map((file) => file.path);
    const strange = paths.filter(
      (file) => !/^(README\.md|LICENSE|package\.json|bin\/archipel\.js|dist\/(policies|rehearsal)\/.+)$/.test(file),
    );
    expect(strange).toEqual([]);
    expect(paths.filter((file) => /\.ts$|test|conformance|fixture|foreign|_template|examples/.test(file))).toEqual([]);
    console.log(`the package: ${paths.length} files, ${Math.round(packed.size / 1024)} kB`);
    expect(packed.size).toBeLessThan(800 * 1024);
  });

  it("imports nothing that it does not bring", () => {
    const scripts = readdirSync(join(installed, "dist"), { recursive: true, encoding: "utf8" });
    const used = scripts
      .filter((name) => name.endsWith(".js") && !/html\/(picture\/)?script\.js$/.test(name))
      .flatMap((name) => [...readFileSync(join(installed, "dist", name), "utf8").matchAll(IMPORT)])
      .map(([, fixed = "", dynamic = ""]) => fixed || dynamic)
      .filter((module) => !module.startsWith(".") && !module.startsWith("node:"))
      .map((module) =>
        module
          .split("/")
          .slice(0, module.startsWith("@") ? 2 : 1)
          .join("/"),
      );
    expect(new Set(used).size).toBeGreaterThan(5);
    expect([...new Set(used)].filter((name) => !RUNTIME.includes(name))).toEqual([]);
  });

  it("says its version, which is that of its packs", () => {
    const pack = JSON.parse(readFileSync(join(ROOT, "policies/packs/all/package.json"), "utf8")) as { version: string };
    expect(archipel("--version")).toEqual({ code: 0, stdout: `${pack.version}\n` });
  });

  it("writes plugins that start it again", async () => {
    const { code, stdout } = archipel("plugins");
    expect(code).toBe(0);
    const [, file = ""] = /^# wrote: (plugins\/resource-random-v\S+)$/m.exec(stdout) ?? [];
    const plugin = spawn(join(shop, ".archipel/pulumi-home", file), { stdio: ["ignore", "pipe", "inherit"] });
    const said = await new Promise((resolve) => plugin.stdout.once("data", (text: Buffer) => resolve(String(text))));
    expect(said).toMatch(/^\d+\n$/);
    plugin.kill();
  });

  it("rehearses the project that it is installed in", () => {
    const { code, stdout } = archipel("rehearse", ".", "--json", "--script", "up,refresh,preview,decommission");
    const report = JSON.parse(stdout) as Report;
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    expect(report.steps).toHaveLength(4);
    expect(report.resources.map(({ type }) => type)).toContain("aws:s3/bucket:Bucket");
    expect(readFileSync(join(shop, ".archipel/shop-dev/report.html"), "utf8")).toContain("<style>");
  });

  it("brings policy packs that judge", () => {
    const pack = "node_modules/archipel/dist/policies/packs/zero-trust";
    const { code, stdout } = archipel("rehearse", "--json", "--script", "preview", "--policy-pack", pack);
    const { policies } = JSON.parse(stdout) as Report;
    expect(code).toBe(1);
    expect(policies.packs).toMatchObject([{ name: "zero-trust" }]);
    expect(policies.findings.filter(({ urn }) => urn.endsWith("::stock"))).not.toEqual([]);
  });

  it("works with the oldest SDK that its range allows, which is one of those kept for tests", () => {
    const old = join(MODULES, "pulumi-3-228");
    const { version } = JSON.parse(readFileSync(join(old, "package.json"), "utf8")) as { readonly version: string };
    expect(manifest.peerDependencies["@pulumi/pulumi"]).toBe(`^${version}`);
    rmSync(join(shop, "node_modules/@pulumi/pulumi"));
    symlinkSync(old, join(shop, "node_modules/@pulumi/pulumi"), "dir");
    writeFileSync(
      join(shop, "index.js"),
      `const { ComponentResource, CustomResource } = require("@pulumi/pulumi");
       class Pair extends ComponentResource {
         constructor(name) {
           super("app:index:Pair", name);
           new CustomResource("random:index/randomPet:RandomPet", "pet", { length: 3 }, { parent: this, customTimeouts: { create: "1m" } });
           this.registerOutputs({});
         }
       }
       new Pair("pair");`,
    );
    const { code, stdout } = archipel("rehearse", ".", "--json");
    const { project, resources, steps } = JSON.parse(stdout) as Report;
    expect({ code, sdk: project.sdk, steps: steps.length }).toEqual({ code: 0, sdk: version, steps: 4 });
    expect(resources.map(({ type }) => type)).toContain("random:index/randomPet:RandomPet");
  });
});
