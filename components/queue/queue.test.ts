import { describe, expect, it } from "vitest";
import type { Cloud, Site } from "../core/site.ts";
import { clouds, one, type Recorded, record, testIdentity } from "../core/testing.ts";
import { resolveQueue } from "./args.ts";
import { example } from "./example.ts";
import { Queue, type QueueArgs } from "./index.ts";

const data = { class: "internal", owner: "sales", retentionDays: 30 } as const;
const site = { cloud: "azure", environment: "prod", tags: { environment: "prod" } } as Site;

describe("resolveQueue", () => {
  it("fills in the defaults", () => {
    expect(resolveQueue({ site, data })).toEqual({
      ordered: false,
      processingTimeoutSeconds: 60,
      retentionSeconds: 345_600,
      maxReceives: 5,
      deadLetterRetentionSeconds: undefined,
      delivery: "push",
      tags: { environment: "prod", class: "internal", owner: "sales", "retention-days": "30", criticality: "standard" },
      native: {},
    });
  });

  it("keeps no message longer than its data", () => {
    expect(resolveQueue({ site, data: { ...data, retentionDays: 1 } }).retentionSeconds).toBe(86_400);
  });

  it("names every mistake at once", () => {
    const wrong = {
      site,
      data: { ...data, class: "personal", owner: "Sales" },
      processingTimeoutSeconds: 301,
      retentionSeconds: Number.NaN,
      maxReceives: 1,
      deadLetterRetentionSeconds: 3600,
      native: { aws: { delaySeconds: 901 } },
    } as const;
    const paths = [
      "data.owner",
      "data.purpose",
      "data.basis",
      "processingTimeoutSeconds",
      "retentionSeconds",
      "maxReceives",
      "deadLetterRetentionSeconds",
      "native.aws.delaySeconds",
    ];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveQueue(wrong)).toThrow(expect.objectContaining({ errors }));
  });
});

describe.each(clouds)("Queue on %s", (cloud) => {
  const build = (args: Partial<QueueArgs>, then: (queue: Queue) => unknown = () => {}) =>
    record(cloud, (home) => then(new Queue("orders", { site: home, data, delivery: "pull", ...args })));

  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it("sets a message aside after maxReceives deliveries", async () => {
    const seen = await build({ maxReceives: 7 });
    expect(read[cloud].maxReceives(seen)).toBe(7);
  });

  it("hides a message for six times its work, within the cloud's limit", async () => {
    const seen = await build({ processingTimeoutSeconds: 120 });
    expect(read[cloud].hold(seen)).toBe({ aws: 720, gcp: "600s", azure: "PT5M" }[cloud]);
  });

  it.skipIf(cloud === "azure")("keeps dead letters as long as told (Service Bus keeps them until read)", async () => {
    const seen = await build({ deadLetterRetentionSeconds: 3600 });
    expect(read[cloud].deadLetterRetention(seen)).toBe({ aws: 3600, gcp: "3600s", azure: "" }[cloud]);
  });

  it("gives each right once, and only that right", async () => {
    const seen = await build({}, (queue) => {
      for (const identity of [testIdentity(cloud), testIdentity(cloud)]) queue.grantSend(identity);
      queue.grantReceive(testIdentity(cloud));
    });
    const rights = seen.filter(({ name }) => name.endsWith("-worker"));
    expect(rights.map(({ name }) => name).sort()).toEqual(["orders-receive-worker", "orders-send-worker"]);
    expect(rights).toMatchSnapshot();
  });

  it("gives no right to an identity of another cloud", async () => {
    const stranger = testIdentity(cloud === "aws" ? "gcp" : "aws");
    await expect(build({}, (queue) => queue.grantSend(stranger))).rejects.toThrow("needs federation");
  });

  it("lets nobody but its listener receive when it pushes", async () => {
    const pull = build({ delivery: "push" }, (queue) => queue.grantReceive(testIdentity(cloud)));
    await expect(pull).rejects.toThrow('set delivery: "pull"');
  });
});

interface Reader {
  readonly maxReceives: (seen: Recorded[]) => unknown;
  readonly hold: (seen: Recorded[]) => unknown;
  readonly deadLetterRetention: (seen: Recorded[]) => unknown;
}
const read: { readonly [C in Cloud]: Reader } = {
  aws: {
    maxReceives: (seen) =>
      JSON.parse(String(one(seen, "aws:sqs/queue:Queue", "-queue")["redrivePolicy"])).maxReceiveCount,
    hold: (seen) => one(seen, "aws:sqs/queue:Queue", "-queue")["visibilityTimeoutSeconds"],
    deadLetterRetention: (seen) => one(seen, "aws:sqs/queue:Queue", "-dead-letter")["messageRetentionSeconds"],
  },
  gcp: {
    maxReceives: (seen) => Object(subscription(seen)["deadLetterPolicy"]).maxDeliveryAttempts,
    hold: (seen) => `${String(subscription(seen)["ackDeadlineSeconds"])}s`,
    deadLetterRetention: (seen) => subscription(seen, "-dead-letter-subscription")["messageRetentionDuration"],
  },
  azure: {
    maxReceives: (seen) => one(seen, "azure-native:servicebus:Queue")["maxDeliveryCount"],
    hold: (seen) => one(seen, "azure-native:servicebus:Queue")["lockDuration"],
    deadLetterRetention: () => undefined,
  },
};
function subscription(seen: Recorded[], ending = "orders-subscription") {
  return one(seen, "gcp:pubsub/subscription:Subscription", ending);
}
