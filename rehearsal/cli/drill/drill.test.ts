import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Twin } from "../../twin/index.ts";
import { nameOf } from "../../wire/urn.ts";
import { Redactor } from "../rehearse/redactor.ts";
import { prepare } from "../rehearse/setup.ts";
import { twinFor } from "../rehearse/world.ts";
import { OPTIONS, TestProject } from "../testing.ts";
import type { Attempt, Stage } from "./attempt.ts";
import { type Drilled, drill } from "./drill.ts";
import { renderDrill, unrecovered } from "./figures.ts";
import { WAYS, type Way } from "./points.ts";

const project = new TestProject({
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    const { Bucket } = require("@pulumi/aws/s3/bucket");
    const { BucketObject } = require("@pulumi/aws/s3/bucketObject");
    const { Queue } = require("@pulumi/aws/sqs/queue");
    const { RandomPet } = require("@pulumi/random/randomPet");
    const bucket = new Bucket("store", {}, { protect: true });
    new BucketObject("note", { bucket: bucket.id, content: "hello" });
    const pet = new RandomPet("pet");
    class Pair extends pulumi.ComponentResource {
      constructor(name) {
        super("app:index:Pair", name);
        new Queue("orders", { tags: { pet: pet.id } }, { parent: this });
        this.registerOutputs({ done: true });
      }
    }
    new Pair("pair");
    exports.store = bucket.id;`,
  "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
});
afterAll(() => project.remove());

let parts: Stage;
let twin: Twin;
let drilled: Drilled;
beforeAll(async () => {
  const setup = prepare(project.directory, OPTIONS);
  parts = { setup, options: OPTIONS, signal: new AbortController().signal, redactor: Redactor.of(setup) };
  twin = twinFor(setup.program, OPTIONS, () => new Date("2026-01-01T00:00:00Z"));
  drilled = await drill(parts, twin, { seed: "archipel", onProgress: () => undefined });
});

const at = (title: string, name: string) =>
  drilled.attempts.find(({ point }) => point.way.title === title && point.urn.endsWith(`::${name}`));

describe("a drill", () => {
  it("tries every way on every object in a cloud, and a careful user recovers from each", () => {
    const subjects = ({ operation }: Way) => {
      const names = drilled.attempts.filter(({ point }) => point.way.operation === operation);
      return [...new Set(names.map(({ point }) => nameOf(point.urn)))];
    };
    const tried = Object.fromEntries(WAYS.map((way) => [way.operation, subjects(way)]));
    // the note goes with its predecessor, whose key it has; others lean on the store
    const all = ["orders", "store", "note"];
    expect(tried).toEqual({ create: all, update: all, replace: ["orders"], delete: all });
    expect(drilled.attempts).toHaveLength(3 * 4 + 3 * 4 + 1 * 6 + 3 * 3);
    expect(drilled.fixed).toEqual([]);
    expect(unrecovered(drilled).map(({ verdict, problems }) => [verdict, ...problems])).toEqual([]);
    expect(drilled.obstacle).toBeUndefined();
    expect(drilled.attempts.map(({ point }) => point.type)).not.toContain("random:index/randomPet:RandomPet");
  });

  it("says what had to be looked up, and how it was taken over", () => {
    const how = (title: string, name: string) => at(title, name)?.adopted.map((one) => `${one.how} ${one.id}`);
    expect(how("create done, provider crashed", "store")).toEqual([
      expect.stringMatching(/^import and state edit store-[0-9a-f]{7}$/),
    ]);
    expect(how("create done, engine killed", "store")).toEqual([
      expect.stringMatching(/^refresh --import-pending-creates store-/),
    ]);
    expect(how("create refused", "store")).toEqual([]);
    // its id is the bucket's and the key: whoever makes it again makes the same
    expect(at("create done, provider crashed", "note")?.plain).toBe("recovered");
  });

  it("shows that a plain up makes a second copy of what has a made-up name", () => {
    expect(at("create done, provider crashed", "store")?.plain).toBe("duplicated");
    expect(at("create done, engine killed", "orders")?.plain).toBe("duplicated");
    expect(at("create refused", "store")?.plain).toBeUndefined();
    expect(renderDrill("shop/dev", drilled)).toMatch(/6 made a second copy/);
  });

  it("draws a part by the seed, and says what it left out", async () => {
    const one = await drill(parts, twin, { seed: "a", atMost: 4, onProgress: () => undefined });
    expect(drilled.attempts).toEqual(expect.arrayContaining([...one.attempts]));
    expect([one.attempts.length, one.leftOut]).toEqual([4, drilled.attempts.length - 4]);
    expect(renderDrill("shop/dev", one)).toMatch(/Left out by --at-most: 35 points/);
  });

  it("names what did not come right", () => {
    const [first, ...others] = drilled.attempts;
    const bad = { ...(first as Attempt), verdict: "orphaned" as const, problems: ["orphaned: a bucket"] };
    const worse = { ...drilled, attempts: [bad, ...others] };
    expect(unrecovered(worse)).toEqual([bad]);
    expect(renderDrill("shop/dev", worse)).toMatch(
      /✗ .* 38 recovered[\s\S]*Not recovered:\n {2}orphaned: create refused: .*a bucket/,
    );
  });
});
