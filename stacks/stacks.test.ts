import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { recordProgram } from "../components/core/testing.ts";

const stackFile = (stack: string): { config: Record<string, unknown> } =>
  parse(readFileSync(join(import.meta.dirname, "..", `Pulumi.${stack}.yaml`), "utf8"));

beforeEach(() => vi.resetModules());

describe.each(["dev", "prod"])("stack %s", (stack) => {
  it("refuses resources without a site", () => {
    expect(stackFile(stack).config["pulumi:disable-default-providers"]).toEqual(["*"]);
  });

  it("builds", async () => {
    const seen = await recordProgram(async () => {
      runtime.setConfig("archipel:settings", JSON.stringify(stackFile(stack).config["archipel:settings"]));
      await import("./index.ts");
    });
    expect(seen.map(({ type, name }) => `${type} ${name}`).sort()).toMatchSnapshot();
  });
});
