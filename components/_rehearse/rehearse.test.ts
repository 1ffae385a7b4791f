import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { clouds, recordProgram } from "../core/testing.ts";

const home = join(import.meta.dirname, "..");
const components = readdirSync(home).filter((folder) => existsSync(join(home, folder, "example.ts")));

beforeEach(() => vi.resetModules());

describe.each(clouds)("on %s", (cloud) => {
  const { config } = parse(readFileSync(join(import.meta.dirname, `Pulumi.${cloud}.yaml`), "utf8")) as {
    config: Record<string, unknown>;
  };

  it.each(components)("runs the example of %s", async (component) => {
    const seen = await recordProgram(async () => {
      runtime.setConfig("archipel:component", component);
      runtime.setConfig("archipel:site", JSON.stringify(config["archipel:site"]));
      await import("./index.ts");
    });
    expect(seen.some(({ type }) => type.startsWith("archipel:"))).toBe(true);
  });
});
