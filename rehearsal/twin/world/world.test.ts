import { expect, test } from "vitest";
import { createTwin } from "../index.ts";
import { Bench, ROOT } from "../testing.ts";
import { readChange, writeChange } from "./change-text.ts";

const BUCKET = "aws:s3/bucket:Bucket";

test("a change behind the engine's back is seen by the next read, and put right by the next diff", async () => {
  const bench = new Bench();
  const bucket = await (await bench.subject(BUCKET)).create({ tags: { team: "a" }, forceDestroy: true });
  bench.twin.world.drift(bucket.urn, { tags: { team: "b", extra: "x" } });
  const read = await bucket.read();
  expect(read?.properties["tags"]).toEqual({ team: "b", extra: "x" });
  expect(read?.inputs?.["tags"]).toEqual({ team: "b", extra: "x" });
  bucket.inputs = read?.inputs ?? {};
  bucket.outputs = read?.properties ?? {};
  const { detailedDiff } = await bucket.diff({ tags: { team: "a" }, forceDestroy: true });
  expect(Object.keys(detailedDiff ?? {})).toEqual(["tags.extra", "tags.team"]);
});

test("what was removed is gone, and may be deleted once more", async () => {
  const bench = new Bench();
  const bucket = await (await bench.subject(BUCKET)).create({});
  bench.twin.world.remove(bucket.id);
  expect(await bucket.read()).toBeUndefined();
  await bucket.delete();
  expect(bench.twin.world.effects.map(({ verb }) => verb)).toEqual(["create", "remove"]);
});

test("a state seeds the world", async () => {
  const bench = new Bench({ existing: "none" });
  const urn = `urn:pulumi:test::test::${BUCKET}::subject`;
  const state = {
    inputs: { bucket: "mine" },
    outputs: { bucket: "mine", arn: "arn:aws:s3:::mine", region: "eu-west-1" },
  };
  bench.twin.world.seed([{ urn, type: BUCKET, id: "mine", ...state }]);
  const subject = Object.assign(await bench.subject(BUCKET), { id: "mine", ...state });
  expect(await subject.read()).toMatchObject({ id: "mine", properties: state.outputs });
  expect(bench.twin.world.remaining()).toMatchObject([{ id: "mine", origin: "stated" }]);
});

test("a world that was written down goes on where it was", async () => {
  const bench = new Bench();
  const written: string[] = [];
  bench.twin.world.onChange((change) => written.push(writeChange(change)));
  await (await bench.subject("random:index/randomPassword:RandomPassword")).create({ length: 12 });
  const bucket = await (await bench.subject(BUCKET)).create({});
  await (await (await bench.subject("aws:sqs/queue:Queue")).create({})).delete();
  const twin = createTwin({ programDirectory: ROOT });
  for (const change of written) twin.world.apply(readChange(change));
  expect(twin.world.save()).toEqual(bench.twin.world.save());
  expect(twin.world.things).toEqual(bench.twin.world.things);
  expect(twin.world.effects).toEqual(bench.twin.world.effects);
  expect(twin.world.drift(bucket.id, {})?.urn).toBe(bucket.urn);
});

test("the same program twice makes the same world, another seed another one", async () => {
  const make = async (seed: string) => {
    const bench = new Bench({ seed });
    for (const type of [BUCKET, "aws:ec2/vpc:Vpc", "random:index/randomPet:RandomPet"])
      await (await bench.subject(type)).create({});
    return bench.twin.world.save();
  };
  expect(await make("a")).toEqual(await make("a"));
  expect(await make("a")).not.toEqual(await make("b"));
});

test("an object made anew has another id", async () => {
  const bench = new Bench();
  const vpc = await (await bench.subject("aws:ec2/vpc:Vpc")).create({ cidrBlock: "10.0.0.0/16" });
  const first = vpc.id;
  await vpc.create({ cidrBlock: "10.1.0.0/16" });
  expect(vpc.id).not.toBe(first);
});
