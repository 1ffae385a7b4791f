import { expect, it } from "vitest";
import type { Example, Sample } from "./core/examples.ts";
import { judged } from "./core/judged.ts";
import { rules } from "./rules/list.ts";

/** The rules that find fault with an example, of those that pull in different directions. */
function speaking(example: Example, ...ids: readonly string[]): readonly string[] {
  return rules
    .filter(({ id }) => ids.includes(id))
    .filter((rule) => judged(rule, example).some(({ verdict }) => verdict === "fail"))
    .map(({ id }) => id);
}

const bucket = (tags: object, status: string): Example => ({
  type: "aws:s3/bucket:Bucket",
  props: { bucket: "orders", tags },
  beside: [
    {
      type: "aws:s3/bucketVersioning:BucketVersioning",
      name: "versioning",
      props: { bucket: "orders", versioningConfiguration: { status } },
    },
  ],
});

it.each([
  [{ criticality: "high" }, "Disabled", ["versioning-critical"]],
  [{ criticality: "high" }, "Enabled", []],
  [{ class: "personal" }, "Disabled", []],
  [{ class: "personal" }, "Enabled", ["erasure-not-blocked"]],
])("keeps versions or ends them: %j with versioning %s", (tags, status, expected) => {
  expect(speaking(bucket(tags, status), "versioning-critical", "erasure-not-blocked")).toEqual(expected);
});

it.each([
  ["audit-log", "COMPLIANCE", []],
  ["audit-log", undefined, ["audit-log-immutable"]],
  ["order-fulfilment", "COMPLIANCE", ["erasure-not-blocked"]],
  ["order-fulfilment", undefined, []],
])("locks evidence only: %s in mode %s", (purpose, mode, expected) => {
  const lock: Sample = {
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    name: "lock",
    props: { bucket: "orders", rule: { defaultRetention: { mode, days: 365 } } },
  };
  const beside = mode === undefined ? [] : [lock];
  const example = { ...bucket({ class: "personal", purpose }, "Disabled"), beside };
  expect(speaking(example, "erasure-not-blocked", "audit-log-immutable")).toEqual(expected);
});

const cache = { type: "gcp:redis/instance:Instance", props: { tier: "BASIC" } };
const warm = { type: "gcp:cloudrunv2/service:Service", props: { template: { scaling: { minInstanceCount: 1 } } } };
const ids = ["multi-az-prod", "serverless-not-prewarmed-nonprod", "nat-egress-trap"];

it.each([
  ["prod", cache, ["multi-az-prod"]],
  ["dev", cache, []],
  ["prod", warm, []],
  ["dev", warm, ["serverless-not-prewarmed-nonprod"]],
])("spends on production and saves elsewhere: %s, $type", (environment, example, expected) => {
  expect(speaking({ ...example, config: { environment } }, ...ids)).toEqual(expected);
});

it.each([
  ["prod", []],
  ["dev", ["nat-egress-trap"]],
])("allows a gateway in each zone of %s", (environment, expected) => {
  const type = "aws:ec2/natGateway:NatGateway";
  const endpoints = ["s3", "dynamodb"].map((service) => ({
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    name: service,
    props: { vpcId: "vpc-1", serviceName: `com.amazonaws.eu-central-1.${service}` },
  }));
  const others = ["a", "b"].map((name) => ({ type, name, props: { vpcId: "vpc-1" } }));
  const example = { type, props: { vpcId: "vpc-1" }, beside: [...endpoints, ...others], config: { environment } };
  expect(speaking(example, ...ids)).toEqual(expected);
});

it.each([
  ["personal", ["cmk-for-personal-data"]],
  ["internal", []],
])("pays for keys of %s data only", (kind, expected) => {
  const example = { type: "aws:sqs/queue:Queue", props: { tags: { class: kind } } };
  expect(speaking(example, "cmk-for-personal-data")).toEqual(expected);
});

it.each([
  ["high", [], ["dr-copy-in-allowed-region"]],
  ["high", ["us-east-1"], ["replicas-stay-in-region"]],
  ["high", ["eu-west-1"], []],
  ["standard", [], []],
  ["standard", ["us-east-1"], ["replicas-stay-in-region"]],
])("copies what is of %s criticality, into allowed regions only: %j", (criticality, regions, expected) => {
  const example = {
    type: "aws:dynamodb/table:Table",
    props: { region: "eu-central-1", tags: { criticality }, replicas: regions.map((regionName) => ({ regionName })) },
    config: { allowedRegions: ["eu-central-1", "eu-west-1"] },
  };
  expect(speaking(example, "dr-copy-in-allowed-region", "replicas-stay-in-region")).toEqual(expected);
});
