import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readSettings } from "./config.ts";

const prod = parse(readFileSync(join(import.meta.dirname, "..", "Pulumi.prod.yaml"), "utf8")) as {
  config: { "archipel:settings": Record<string, unknown> };
};
const settings = prod.config["archipel:settings"];
const read = (value: object) => {
  runtime.setConfig("archipel:settings", JSON.stringify(value));
  return readSettings();
};

describe("readSettings", () => {
  it("gives every site what all share", () => {
    const { sites } = read(settings);
    expect(sites.map(({ cloud, environment, residency }) => [cloud, environment, residency])).toEqual([
      ["aws", "prod", "EU"],
      ["gcp", "prod", "EU"],
      ["azure", "prod", "EU"],
    ]);
  });

  it("names a key that nobody knows", () => {
    expect(() => read({ ...settings, protect: true })).toThrow("protect");
  });

  it("names every mistake at once", () => {
    const wrong = { ...settings, environment: "test", residency: "europe" };
    expect(() => read(wrong)).toThrow(/environment[^]*residency/);
  });
});
