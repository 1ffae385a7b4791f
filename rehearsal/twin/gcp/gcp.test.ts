import { describe, expect, test } from "vitest";
import { Bench } from "../testing.ts";

const TOPIC = "gcp:pubsub/topic:Topic";
const SUBSCRIPTION = "gcp:pubsub/subscription:Subscription";

describe("topics and subscriptions", () => {
  test("are made, changed in place, replaced and deleted", async () => {
    const bench = new Bench();
    const topic = await (await bench.subject(TOPIC, "orders")).create({ labels: { a: "b" } });
    expect(topic.id).toMatch(/^projects\/example-project\/topics\/orders-[0-9a-f]{7}$/);
    expect(topic.outputs["effectiveLabels"]).toEqual({ a: "b", "goog-pulumi-provisioned": "true" });
    const subscription = await (await bench.subject(SUBSCRIPTION)).create({ topic: topic.id, ackDeadlineSeconds: 20 });
    expect((await subscription.diff({ topic: topic.id, ackDeadlineSeconds: 30 })).replaces).toEqual([]);
    expect((await subscription.diff({ topic: "other", ackDeadlineSeconds: 20 })).replaces).toEqual(["topic"]);
    await subscription.update({ topic: topic.id, ackDeadlineSeconds: 30 });
    expect((await subscription.diff({ topic: topic.id, ackDeadlineSeconds: 30 })).changes).toBe("none");
    await subscription.delete();
    await topic.delete();
    expect(bench.twin.world.remaining()).toEqual([]);
  });

  test("refuse what the service refuses", async () => {
    const subject = await new Bench().subject(SUBSCRIPTION);
    const { failures } = await subject.check({
      topic: "t",
      ackDeadlineSeconds: 5,
      deadLetterPolicy: { maxDeliveryAttempts: 3 },
    });
    expect(failures.map(({ property }) => property)).toEqual([
      "ackDeadlineSeconds",
      "deadLetterPolicy.maxDeliveryAttempts",
    ]);
  });
});

test("a service account's name may be too long on the first deployment", async () => {
  const subject = await new Bench().subject("gcp:serviceaccount/account:Account", "a-name-of-more-than-22-letters");
  expect((await subject.check({})).failures[0]?.reason).toMatch(/longer than maximum length 30/);
});

test("two grants of the same thing are no clash", async () => {
  const bench = new Bench();
  const grant = { project: "example-project", role: "roles/viewer", member: "user:a@example.com" };
  const one = await (await bench.subject("gcp:projects/iAMMember:IAMMember", "one")).create(grant);
  const two = await (await bench.subject("gcp:projects/iAMMember:IAMMember", "two")).create(grant);
  expect(one.id).toBe("example-project/roles/viewer/user:a@example.com");
  expect(two.id).toContain(one.id);
  expect((await one.diff({ ...grant, member: "user:b@example.com" })).replaces).toEqual(["member"]);
});

test("an import tells what the id tells", async () => {
  const subject = await new Bench().subject(TOPIC);
  const found = await subject.import("projects/other/topics/orders");
  expect(found?.inputs).toEqual({ name: "orders", project: "other", __defaults: [] });
  expect(
    await (await new Bench({ existing: "none" }).subject(TOPIC)).import("projects/other/topics/orders"),
  ).toBeUndefined();
});

test("key rings stay behind, and say why", async () => {
  const bench = new Bench();
  const ring = await (await bench.subject("gcp:kms/keyRing:KeyRing")).create({ location: "europe" });
  await ring.delete();
  expect(bench.twin.world.remaining()).toMatchObject([{ id: ring.id, tombstone: "key rings cannot be deleted" }]);
});
