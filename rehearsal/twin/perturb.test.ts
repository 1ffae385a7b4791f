import { expect, test } from "vitest";
import type { Properties, Value } from "../wire/value.ts";
import { perturbations } from "./perturb.ts";
import { openSchemas } from "./schema/index.ts";
import type { ResourceSchema } from "./schema/types.ts";
import { ROOT } from "./testing.ts";

const schemas = openSchemas(ROOT);
const of = (type: string, given: Properties): Value[] =>
  perturbations(schemas.resource(type) as ResourceSchema, schemas, given);
const policy = { Version: "2012-10-17", Statement: [] };

test.each<[string, Properties, Value | undefined]>([
  ["aws:sqs/queue:Queue", { tags: { a: "b" } }, { tags: { a: "b", drill: "1" } }],
  ["gcp:storage/bucket:Bucket", {}, { labels: { drill: "1" } }],
  [
    "kubernetes:apps/v1:Deployment",
    { apiVersion: "apps/v1", metadata: { name: "web" } },
    { apiVersion: "apps/v1", metadata: { name: "web", annotations: { drill: "1" } } },
  ],
  ["gcp:compute/subnetwork:Subnetwork", { name: "a" }, { name: "a", description: "drill" }],
  [
    "aws:sqs/queuePolicy:QueuePolicy",
    { policy: JSON.stringify(policy) },
    { policy: '{"Version":"2012-10-17","Statement":[],"Id":"drill"}' },
  ],
  [
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    { rules: [{ id: "old", expiration: { days: 30 } }] },
    { rules: [{ id: "old", expiration: { days: 31 } }] },
  ],
  ["gcp:storage/bucketIAMMember:BucketIAMMember", { bucket: "b", role: "r", member: "m" }, undefined],
])("the first change of %s touches one harmless thing", (type, given, changed) => {
  expect(of(type, given)[0]).toEqual(changed);
});

test("each change starts from what was given, which stays as it is", () => {
  const given = { delaySeconds: 5, fifoQueue: false, tags: {} };
  const { tags: _, ...scalars } = given;
  expect(of("aws:sqs/queue:Queue", given).slice(1)).toEqual([
    { ...scalars, tags: {}, delaySeconds: 6 },
    { ...scalars, tags: {}, fifoQueue: true },
  ]);
  expect(given).toEqual({ delaySeconds: 5, fifoQueue: false, tags: {} });
});
