import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { UNKNOWN } from "../../core/examples.ts";
import type { Reading } from "../format.ts";
import { Source } from "../source.ts";
import { terraformPlan } from "./index.ts";
import { camel, snake, terraformTypes } from "./names.ts";

const change = (address: string, after: object, unknown: object = {}) => ({
  address,
  mode: "managed",
  type: /(\w+)[.]\w+(\[[^\]]*\])?$/.exec(address)?.[1],
  change: { actions: ["create"], after, after_unknown: unknown },
});

function read(plan: object, encode: (text: string) => Uint8Array = (text) => Buffer.from(text)): Reading {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "plan.json");
  writeFileSync(path, encode(JSON.stringify({ format_version: "1.2", ...plan })));
  return terraformPlan.read(new Source(path));
}
const resource = (address: string, expressions: object = {}, key = "aws") => ({
  address,
  provider_config_key: key,
  expressions,
});
const refers = (...references: string[]) => ({ references });
const bucket = "aws:s3/bucket:Bucket";
const urn = (type: string, address: string) => `urn:pulumi:check::check::${type}::${address}`;

test.each([
  ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "aws_s3_bucket_public_access_block"],
  ["aws:ec2/securityGroup:SecurityGroup", "aws_security_group"],
  ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "aws_vpc_security_group_ingress_rule"],
  ["aws:rds/instance:Instance", "aws_db_instance"],
  ["gcp:projects/iAMMember:IAMMember", "google_project_iam_member"],
  ["gcp:compute/sSLPolicy:SSLPolicy", "google_compute_ssl_policy"],
  ["gcp:cloudrunv2/service:Service", "google_cloud_run_v2_service"],
  ["gcp:cloudrun/iamBinding:IamBinding", "google_cloud_run_service_iam_binding"],
  ["aws:lb/targetGroup:TargetGroup", "aws_alb_target_group"],
])("%s is %s", (token, type) => {
  expect(terraformTypes(token)).toContain(type);
});

test("what has no bridge has no name there", () => {
  for (const token of ["azure-native:storage:StorageAccount", "kubernetes:core/v1:Pod", "aws:*"]) {
    expect(terraformTypes(token)).toEqual([]);
  }
  expect([snake("SSLPolicy"), camel("cidr_ipv4")]).toEqual(["ssl_policy", "cidrIpv4"]);
});

test("names, lists of one and nothing are as Pulumi has them", () => {
  const rule = { action: [{ type: "Delete" }], condition: [{ age: 30 }] };
  const values = { location: "EU", lifecycle_rule: [rule], versioning: [], website: null };
  const { subjects } = read({ resource_changes: [change("google_storage_bucket.b", values)] });
  expect(subjects[0]?.inputs).toEqual({
    location: "EU",
    lifecycleRules: [{ action: { type: "Delete" }, condition: { age: 30 } }],
  });
});

test("what the bridge calls otherwise has that name, and so has its edge", () => {
  const { subjects } = read({
    resource_changes: [
      change("aws_api_gateway_rest_api.a", { name: "a" }),
      change("aws_api_gateway_stage.s", { stage_name: "prod" }, { rest_api_id: true }),
    ],
    configuration: {
      root_module: {
        resources: [resource("aws_api_gateway_stage.s", { rest_api_id: refers("aws_api_gateway_rest_api.a.id") })],
      },
    },
  });
  expect(subjects[1]?.inputs).toEqual({ restApi: UNKNOWN, stageName: "prod" });
  const api = urn("aws:apigateway/restApi:RestApi", "aws_api_gateway_rest_api.a");
  expect(subjects[1]?.edges).toEqual({ restApi: [api] });
});

test("what is known after apply is unknown, unless it is the provider that fills it in", () => {
  const unknown = { bucket: true, acl: true, versioning: true, tags: { owner: true } };
  const { subjects } = read({
    resource_changes: [change("aws_s3_bucket.b", { tags: { class: "public" } }, unknown)],
    configuration: { root_module: { resources: [resource("aws_s3_bucket.b", { bucket: refers("random_id.r") })] } },
  });
  expect(subjects[0]?.inputs).toEqual({
    bucket: UNKNOWN,
    versioning: UNKNOWN,
    tags: { class: "public", owner: UNKNOWN },
  });
});

test("references become edges: through outputs of modules, variables, and from index to index", () => {
  const block = "aws_s3_bucket_public_access_block";
  const inner = {
    outputs: { id: { expression: refers("aws_s3_bucket.b[0].id", "aws_s3_bucket.b") } },
    resources: [resource("aws_s3_bucket.b"), resource(`${block}.inner`, { bucket: refers("var.name") })],
  };
  const { subjects } = read({
    resource_changes: [
      change("aws_s3_bucket.root", {}),
      change('aws_s3_bucket.many["x"]', {}),
      change('aws_s3_bucket.many["y"]', {}),
      change("module.m.aws_s3_bucket.b[0]", {}),
      change(`module.m.${block}.inner`, {}, { bucket: true }),
      change(`${block}.outer`, {}, { bucket: true }),
      change(`${block}.many["y"]`, {}, { bucket: true }),
    ],
    configuration: {
      root_module: {
        resources: [
          resource("aws_s3_bucket.root"),
          resource(`${block}.outer`, { bucket: refers("module.m.id", "module.m") }),
          resource(`${block}.many`, { bucket: refers("aws_s3_bucket.many", "each.key") }),
        ],
        module_calls: { m: { expressions: { name: refers("aws_s3_bucket.root.id") }, module: inner } },
      },
    },
  });
  const edges = Object.fromEntries(subjects.map(({ address, edges: own }) => [address, own?.["bucket"]]));
  expect(edges).toMatchObject({
    [`${block}.outer`]: [urn(bucket, "module.m.aws_s3_bucket.b[0]")],
    [`module.m.${block}.inner`]: [urn(bucket, "aws_s3_bucket.root")],
    [`${block}.many["y"]`]: [urn(bucket, 'aws_s3_bucket.many["y"]')],
  });
});

test("what rules join is read, too", () => {
  const version = change("aws_s3_bucket_versioning.v", { versioning_configuration: [{ status: "Enabled" }] });
  const { subjects } = read({ resource_changes: [version] });
  expect(subjects[0]).toMatchObject({
    type: "aws:s3/bucketVersioning:BucketVersioning",
    inputs: { versioningConfiguration: { status: "Enabled" } },
  });
});

test("a provider has what is written down of it, and its variables", () => {
  const { subjects } = read({
    variables: { region: { value: "eu-central-1" } },
    resource_changes: [change("aws_s3_bucket.b", {})],
    configuration: {
      provider_config: {
        "aws.eu": {
          expressions: { region: refers("var.region"), default_tags: [{ tags: { constant_value: { owner: "a" } } }] },
        },
      },
      root_module: { resources: [resource("aws_s3_bucket.b", {}, "aws.eu")] },
    },
  });
  expect(subjects[0]?.provider).toEqual({
    urn: urn("pulumi:providers:aws", "aws.eu"),
    props: { region: "eu-central-1", defaultTags: { tags: { owner: "a" } } },
  });
});

test("deleted and read things are left out, and what no rule reads is counted and keeps its references", () => {
  const gone = { ...change("aws_s3_bucket.gone", {}), change: { actions: ["delete"], after: null } };
  const data = { ...change("data.aws_s3_bucket.seen", {}), mode: "data" };
  const { subjects, unmapped } = read({
    resource_changes: [
      gone,
      data,
      change("aws_eip.a", {}),
      ...["a", "b"].map((name) => change(`aws_transfer_server.${name}`, {})),
    ],
    configuration: {
      root_module: {
        resources: [resource("aws_transfer_server.a", { endpoint_details: [refers("aws_eip.a.id", "aws_eip.a")] })],
      },
    },
  });
  const [address, server] = subjects;
  expect(subjects.map(({ address: own }) => own)).toEqual([
    "aws_eip.a",
    "aws_transfer_server.a",
    "aws_transfer_server.b",
  ]);
  expect(server?.edges).toEqual({ endpointDetails: [address?.urn] });
  expect(unmapped).toMatchObject([{ what: "aws_transfer_server", count: 2 }]);
});

test("reads a state, nested modules included, and what PowerShell wrote", () => {
  const own = { address: "module.m.aws_s3_bucket.b", mode: "managed", type: "aws_s3_bucket", values: { bucket: "b" } };
  const state = { values: { root_module: { child_modules: [{ resources: [own] }] } } };
  const wide = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  expect(read(state, wide).subjects).toMatchObject([{ address: own.address, inputs: { bucket: "b" } }]);
});

test("refuses a version that it does not know", () => {
  expect(() => read({ format_version: "2.0", resource_changes: [] })).toThrow("of version 2.0; known are 0.x and 1.x");
});
