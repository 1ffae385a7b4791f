import { expect, test } from "vitest";
import { dice } from "../seed.ts";
import { Bench } from "../testing.ts";
import type { Context } from "../type.ts";
import { echoPackage } from "./index.ts";

test("a package without an SDK fails with what to install", async () => {
  const subject = await new Bench().subject("digitalocean:index/droplet:Droplet");
  expect((await subject.check({})).failures).toEqual([
    {
      property: "",
      reason:
        "digitalocean:index/droplet:Droplet is not known: the program has no SDK of package digitalocean; run npm install @pulumi/digitalocean",
    },
  ]);
});

test("a digest has the form of one: programs cut names out of it", () => {
  const { output } = echoPackage("docker", true);
  const context = { dice: dice("seed", "urn") } as Context;
  expect(output("sha256Digest", { kind: "string" }, context, "")).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(output("name", { kind: "string" }, context, "")).toBeUndefined();
});

test.each(["pulumi-nodejs:dynamic:Resource", "command:local:Command", "docker:index/image:Image"])(
  "%s is recorded and given back, never executed, and says so",
  async (type) => {
    const bench = new Bench();
    const subject = await (await bench.subject(type)).create({ create: "rm -rf /" });
    expect(subject.outputs).toEqual({ create: "rm -rf /" });
    expect(bench.logs).toEqual([
      `${type} is not simulated: its inputs are recorded and given back as they are, nothing is executed`,
    ]);
    expect(bench.twin.fidelity.types).toMatchObject([{ type, level: "echoed" }]);
    expect((await subject.diff({ create: "other" })).changes).toBe("some");
    await subject.delete();
    expect(bench.twin.world.remaining()).toEqual([]);
  },
);
