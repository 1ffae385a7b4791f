import { expect, test } from "vitest";
import { Secret } from "../../wire/value.ts";
import { Bench } from "../testing.ts";
import { shown } from "../type.ts";

const invoke = async (bench: Bench, token: string, args: Parameters<Bench["provider"]>[1] = {}) =>
  (await (await bench.provider(token.split(":")[0] as string)).invoke({ token, args, preview: false })).result;

test("a policy document is written as the provider writes it", async () => {
  const statements = [
    {
      sid: "read",
      actions: ["s3:GetObject", "s3:ListBucket"],
      resources: ["arn:aws:s3:::b"],
      principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }],
      conditions: [{ test: "StringLike", variable: "s3:prefix", values: ["home/&{aws:username}/"] }],
    },
  ];
  const { json, minifiedJson } = await invoke(new Bench(), "aws:iam/getPolicyDocument:getPolicyDocument", {
    statements,
  });
  expect(json).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "read",
      "Effect": "Allow",
      "Action": [
        "s3:ListBucket",
        "s3:GetObject"
      ],
      "Resource": "arn:aws:s3:::b",
      "Principal": {
        "Service": "lambda.amazonaws.com"
      },
      "Condition": {
        "StringLike": {
          "s3:prefix": "home/\${aws:username}/"
        }
      }
    }
  ]
}`);
  expect(JSON.parse(shown(minifiedJson))).toEqual(JSON.parse(shown(json)));
});

test("what the program made is found", async () => {
  const bench = new Bench();
  const vpc = await (await bench.subject("aws:ec2/vpc:Vpc")).create({
    cidrBlock: "10.0.0.0/16",
    tags: { Name: "main" },
  });
  const byTag = { filters: [{ name: "tag:Name", values: ["ma*"] }] };
  expect(await invoke(bench, "aws:ec2/getVpc:getVpc", byTag)).toMatchObject({ id: vpc.id, cidrBlock: "10.0.0.0/16" });
  expect(bench.twin.fidelity.assumptions).toEqual([]);
});

test("what nobody made is assumed and noted, the same each time, or refused", async () => {
  const bench = new Bench();
  const one = await invoke(bench, "aws:ec2/getVpc:getVpc", { default: true });
  expect(one).toMatchObject({ cidrBlock: "172.31.0.0/16" });
  expect(await invoke(bench, "aws:ec2/getVpc:getVpc", { default: true })).toEqual(one);
  expect(bench.twin.fidelity.assumptions.map(({ type }) => type)).toEqual(["aws:ec2/vpc:Vpc"]);
  expect(bench.twin.world.remaining()).toEqual([]);
  await expect(
    invoke(new Bench({ existing: "none" }), "aws:ec2/getVpc:getVpc", { default: true }),
  ).rejects.toMatchObject({
    status: "notFound",
  });
});

test("functions of one value answer with one key", async () => {
  const bench = new Bench();
  expect(await invoke(bench, "gcp:index/nameFromId:nameFromId", { id: "projects/p/topics/t" })).toEqual({
    result: "t",
  });
  expect(
    await invoke(bench, "aws:index/arnBuild:arnBuild", {
      partition: "aws",
      service: "s3",
      region: "",
      accountId: "",
      resource: "b",
    }),
  ).toEqual({ result: "arn:aws:s3:::b" });
});

test("keys and credentials are secret", async () => {
  const keys = await invoke(new Bench(), "azure-native:storage:listStorageAccountKeys", {
    accountName: "a",
    resourceGroupName: "r",
  });
  expect(keys["keys"]).toBeInstanceOf(Secret);
  const token = await invoke(new Bench(), "aws:ecr/getAuthorizationToken:getAuthorizationToken");
  expect(token["password"]).toBeInstanceOf(Secret);
  expect(token["userName"]).toBe("AWS");
});

test("what is not simulated says so once, and has the right shape", async () => {
  const bench = new Bench();
  const token = "aws:pricing/getProduct:getProduct";
  for (let i = 0; i < 2; i++)
    expect(await invoke(bench, token, { serviceCode: "x", filters: [] })).toMatchObject({ result: "" });
  expect(bench.logs).toEqual([`${token} is not simulated: it answers empty values`]);
});

test.each([
  [
    "kubernetes:helm:template",
    { jsonOpts: '{"chart": "wordpress"}' },
    /chart 'wordpress' is not rendered.*helm template/,
  ],
  ["kubernetes:kustomize:directory", { directory: "./overlay" }, /kustomization '.\/overlay' is not rendered.*kubectl/],
])("%s is refused by name, with what to do instead", async (token, args, words) => {
  await expect(invoke(new Bench(), token, args)).rejects.toThrow(words);
});
