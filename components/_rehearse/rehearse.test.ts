import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { recordProgram } from "../core/testing.ts";

const home = join(import.meta.dirname, "..");
const components = readdirSync(home).filter((folder) => existsSync(join(home, folder, "example.ts")));
// what spans sites has a plan, and stands on one site alone as well
const overSites = components.filter((folder) => existsSync(join(home, folder, "plan.ts")));
const stacks = { aws: components, gcp: components, azure: components, all: overSites };

beforeEach(() => vi.resetModules());

describe.each(Object.entries(stacks))("on %s", (stack, running) => {
  const { config } = parse(readFileSync(join(import.meta.dirname, `Pulumi.${stack}.yaml`), "utf8")) as {
    config: Record<string, unknown>;
  };

  it.each(running)("runs the example of %s", async (component) => {
    const seen = await recordProgram(async () => {
      runtime.setConfig("archipel:component", component);
      runtime.setConfig("archipel:sites", JSON.stringify(config["archipel:sites"]));
      await import("./index.ts");
    });
    expect(seen.some(({ type }) => type.startsWith("archipel:"))).toBe(true);
  });
});
