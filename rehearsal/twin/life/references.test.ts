import { expect, test } from "vitest";
import { Reference } from "../../wire/value.ts";
import { Bench } from "../testing.ts";

test("a resource given for its id is its id", async () => {
  const bench = new Bench();
  const topic = await (await bench.subject("aws:sns/topic:Topic", "topic")).create({});
  const subscription = await (await bench.subject("aws:sns/topicSubscription:TopicSubscription")).create({
    topic: new Reference(topic.urn, topic.id),
    protocol: "sqs",
    endpoint: "arn:aws:sqs:eu-west-1:123456789012:queue",
  });
  expect(subscription.inputs["topic"]).toBe(topic.id);
  expect(subscription.id.startsWith(`${topic.id}:`)).toBe(true);
});
