import { describe, expect, test } from "vitest";
import { type Properties, Secret, UNKNOWN } from "../../wire/value.ts";
import { openSchemas } from "../schema/index.ts";
import { Bench, leastInputs, ROOT } from "../testing.ts";
import { shown } from "../type.ts";

const QUEUE = "aws:sqs/queue:Queue";
const BUCKET = "aws:s3/bucket:Bucket";

test("what a network brings along is there, where nothing is assumed", async () => {
  const bench = new Bench({ existing: "none" });
  const vpc = await (await bench.subject("aws:ec2/vpc:Vpc")).create({ cidrBlock: "10.0.0.0/16" });
  const route = (routeTableId: unknown) => ({
    routeTableId: routeTableId as string,
    destinationCidrBlock: "0.0.0.0/0",
  });
  const table = vpc.outputs["mainRouteTableId"];
  await expect((await bench.subject("aws:ec2/route:Route")).create(route(table))).resolves.toBeDefined();
  await expect((await bench.subject("aws:ec2/route:Route", "other")).create(route("rtb-1"))).rejects.toThrow(/hint/);
  const balancer = await (await bench.subject("aws:alb/loadBalancer:LoadBalancer")).create({});
  const listener = await bench.subject("aws:lb/listener:Listener");
  await expect(listener.create({ loadBalancerArn: balancer.id, defaultActions: [] })).resolves.toBeDefined();
});

test.each([
  [
    "aws:lb/trustStore:TrustStore",
    /^arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore\/own\/[0-9a-f]{16}$/,
  ],
  [
    "aws:acmpca/certificateAuthority:CertificateAuthority",
    /:certificate-authority\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  ],
  ["aws:cloudwatch/logStream:LogStream", /^some-loggroupname:own$/],
  ["aws:ec2/networkInterface:NetworkInterface", /^eni-0[0-9a-f]{16}$/],
])("the id of %s follows the documentation of its imports", async (token, form) => {
  const named = openSchemas(ROOT).resource(token)?.inputs["name"] ? { name: "own" } : {};
  const subject = await new Bench().subject(token);
  expect((await subject.create({ ...leastInputs(token, openSchemas(ROOT)), ...named })).id).toMatch(form);
});

describe("a queue", () => {
  test("is made, read clean, changed in place, replaced and deleted", async () => {
    const bench = new Bench();
    const queue = await (await bench.subject(QUEUE, "orders")).create({ visibilityTimeoutSeconds: 60 });
    expect(queue.id).toMatch(/^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/123456789012\/orders-[0-9a-f]{7}$/);
    expect(queue.inputs["__defaults"]).toEqual([
      "delaySeconds",
      "fifoQueue",
      "maxMessageSize",
      "messageRetentionSeconds",
      "name",
      "receiveWaitTimeSeconds",
    ]);
    expect(queue.outputs).toMatchObject({ arn: `arn:aws:sqs:eu-west-1:123456789012:${shown(queue.outputs["name"])}` });
    expect(await queue.read()).toEqual({ id: queue.id, properties: queue.outputs, inputs: queue.inputs });

    const change = await queue.diff({ visibilityTimeoutSeconds: 90 });
    expect(change).toMatchObject({ changes: "some", replaces: [], diffs: ["visibilityTimeoutSeconds"] });
    await queue.update({ visibilityTimeoutSeconds: 90 });
    expect(queue.outputs["visibilityTimeoutSeconds"]).toBe(90);
    expect((await queue.diff({ visibilityTimeoutSeconds: 90 })).changes).toBe("none");

    const replace = await queue.diff({ visibilityTimeoutSeconds: 90, fifoQueue: true });
    expect(replace).toMatchObject({ replaces: ["fifoQueue", "name"], deleteBeforeReplace: false });
    expect((await queue.check({ fifoQueue: true })).failures).toEqual([]);
    expect(replace.detailedDiff?.["fifoQueue"]).toEqual({ kind: "update-replace", inputDiff: true });
    await queue.delete();
    expect(await queue.read()).toBeUndefined();
    expect(bench.twin.world.remaining()).toEqual([]);
  });

  test("refuses what the service refuses, with the path", async () => {
    const queue = await new Bench().subject(QUEUE);
    const failures = async (news: Parameters<typeof queue.check>[0]) => (await queue.check(news)).failures;
    expect(await failures({ visibilityTimeoutSeconds: 50_000 })).toEqual([
      {
        property: "visibilityTimeoutSeconds",
        reason:
          "InvalidAttributeValue: Invalid value for the parameter VisibilityTimeout. [hint: change visibilityTimeoutSeconds]",
      },
    ]);
    expect(await failures({ visibilityTimeoutSeconds: "long" })).toEqual([
      { property: "visibilityTimeoutSeconds", reason: "expected a number, got a string" },
    ]);
    expect(await failures({ visibilityTimeoutSeconds: UNKNOWN, name: new Secret("orders") })).toEqual([]);
    expect(await failures({ visibilityTimeoutSeconds: "90" })).toEqual([]);
  });

  test("knows before creation what the provider knows: inputs, tags and region", async () => {
    const queue = await new Bench().subject(QUEUE);
    const planned = await queue.preview({ tags: { a: "b" } });
    expect(planned).toMatchObject({ tags: { a: "b" }, tagsAll: { a: "b" }, region: "eu-west-1", arn: UNKNOWN });
    expect(planned["name"]).toMatch(/^subject-/);
    expect(planned["url"]).toBe(UNKNOWN);
  });

  test("is deleted before it is replaced when the program names it", async () => {
    const queue = await (await new Bench().subject(QUEUE)).create({ name: "orders" });
    expect((await queue.diff({ name: "other" })).deleteBeforeReplace).toBe(true);
  });

  test("cannot have the name of another", async () => {
    const bench = new Bench();
    await (await bench.subject(QUEUE, "one")).create({ name: "orders" });
    const two = await bench.subject(QUEUE, "two");
    await expect(two.create({ name: "orders" })).rejects.toMatchObject({ status: "alreadyExists" });
    const elsewhere = await bench.twin.open({ package: "aws", log: () => {} });
    await elsewhere.configure({
      urn: "p",
      id: "p",
      args: { region: "us-east-1", defaultTags: '{"tags":{"team":"a"}}' },
    });
    const of = { urn: "urn:pulumi:s::p::aws:sqs/queue:Queue::three", name: "three", type: QUEUE };
    const made = await elsewhere.create({ ...of, properties: { name: "orders" }, timeout: 0, preview: false });
    expect(made.id).toBe("https://sqs.us-east-1.amazonaws.com/123456789012/orders");
    expect(made.properties["tagsAll"]).toEqual({ team: "a" });
  });
});

describe("a bucket", () => {
  test("has a name in the whole world", async () => {
    const bench = new Bench();
    await (await bench.subject(BUCKET, "one")).create({ bucket: "shared-name" });
    await expect((await bench.subject(BUCKET, "two")).create({ bucket: "shared-name" })).rejects.toThrow(
      /BucketAlreadyOwnedByYou/,
    );
    await expect((await bench.subject(BUCKET, "three")).create({ bucket: "Not_a_name" })).rejects.toThrow(
      /InvalidBucketName/,
    );
  });

  test("is not deleted with objects in it", async () => {
    const bench = new Bench();
    const bucket = await (await bench.subject(BUCKET)).create({ bucket: "full" });
    const object = await (await bench.subject("aws:s3/bucketObjectv2:BucketObjectv2", "o")).create({
      bucket: "full",
      content: "x",
    });
    await expect(bucket.delete()).rejects.toThrow(/BucketNotEmpty/);
    await object.delete();
    await bucket.delete();
    expect(bench.twin.world.remaining()).toEqual([]);
  });

  test("names the nearest property where a nested one does not exist", async () => {
    const bucket = await new Bench().subject(BUCKET);
    const { failures } = await bucket.check({ website: { indexDocment: "index.html" } });
    expect(failures).toEqual([
      {
        property: "website.indexDocment",
        reason: "Invalid or unknown key 'indexDocment'. Did you mean 'indexDocument'?",
      },
    ]);
  });

  test("keeps a policy given as an object as text, and its spaces do not matter", async () => {
    const policy = { Version: "2012-10-17", Statement: [] };
    const type = "aws:s3/bucketPolicy:BucketPolicy";
    const subject = await (await new Bench().subject(type)).create({ bucket: "b", policy });
    expect(subject.inputs["policy"]).toBe(JSON.stringify(policy));
    expect((await subject.diff({ bucket: "b", policy: JSON.stringify(policy, null, 2) })).changes).toBe("none");
  });
});

test("a function needs a role that is there", async () => {
  const bench = new Bench({ existing: "none" });
  const code = { handler: "index.handler", runtime: "nodejs22.x" };
  const role = await (await bench.subject("aws:iam/role:Role", "r")).create({ assumeRolePolicy: '{"Statement":[]}' });
  const subject = await bench.subject("aws:lambda/function:Function");
  await expect(subject.create({ ...code, role: "arn:aws:iam::123456789012:role/gone" })).rejects.toThrow(
    /cannot be assumed/,
  );
  await subject.create({ ...code, role: shown(role.outputs["arn"]) });
  expect(subject.outputs).toMatchObject({ timeout: 3, memorySize: 128, version: "$LATEST" });
});

test("replacement says who says so", async () => {
  const bench = new Bench();
  const zone = await (await bench.subject("aws:apigatewayv2/api:Api")).create({ protocolType: "HTTP" });
  await zone.diff({ protocolType: "WEBSOCKET", region: "us-east-1", description: "x" });
  const decisions = bench.twin.fidelity.decisions.map(({ property, replace, source }) => [property, replace, source]);
  expect(decisions).toContainEqual(["protocolType", true, "cfn"]);
  expect(decisions).toContainEqual(["region", true, "aws-region"]);
});

test("new default tags change what has them, another region replaces it", async () => {
  const bench = new Bench();
  const queue = await (await bench.subject(QUEUE)).create({ tags: { a: "b" } });
  const again = async (args: Parameters<typeof bench.provider>[1]) => {
    await bench.provider("aws", args);
    return Object.assign(await bench.subject(QUEUE), { id: queue.id, inputs: queue.inputs, outputs: queue.outputs });
  };
  const tagged = await again({ defaultTags: '{"tags":{"team":"x"}}' });
  const { replaces, diffs } = await tagged.diff({ tags: { a: "b" } });
  expect({ replaces, diffs }).toEqual({ replaces: [], diffs: ["tagsAll"] });
  await tagged.update({ tags: { a: "b" } });
  expect(tagged.outputs["tagsAll"]).toEqual({ a: "b", team: "x" });
  expect((await tagged.diff({ tags: { a: "b" } })).changes).toBe("none");
  const moved = await again({ region: "us-east-1" });
  expect((await moved.diff({ tags: { a: "b" } })).replaces).toContain("region");
});

test("a machine has an address of its subnet, a parameter its first version", async () => {
  const bench = new Bench();
  const vpc = await (await bench.subject("aws:ec2/vpc:Vpc")).create({ cidrBlock: "10.8.0.0/16" });
  const subnet = await (await bench.subject("aws:ec2/subnet:Subnet")).create({
    vpcId: vpc.id,
    cidrBlock: "10.8.3.16/28",
  });
  const machine = await bench.subject("aws:ec2/instance:Instance");
  await machine.create({ ami: "ami-12345678", instanceType: "t3.micro", subnetId: subnet.id });
  const last = Number(/^10\.8\.3\.(\d+)$/.exec(shown(machine.outputs["privateIp"]))?.[1]);
  expect(last).toBeGreaterThanOrEqual(20);
  expect(last).toBeLessThan(31);
  const parameter = await bench.subject("aws:ssm/parameter:Parameter");
  await parameter.create({ type: "String", value: "x" });
  expect(parameter.outputs["version"]).toBe(1);
});

test("a zone is told by its name or its id, and databases need two", async () => {
  const bench = new Bench();
  const vpc = await (await bench.subject("aws:ec2/vpc:Vpc")).create({ cidrBlock: "10.8.0.0/16" });
  const subnet = async (third: number, where: Properties) =>
    await (await bench.subject("aws:ec2/subnet:Subnet", `s${third}`)).create({
      vpcId: vpc.id,
      cidrBlock: `10.8.${third}.0/24`,
      ...where,
    });
  const first = await subnet(1, { availabilityZone: "eu-west-1a" });
  const same = await subnet(2, { availabilityZoneId: "euw1-az1" });
  const other = await subnet(3, { availabilityZoneId: "euw1-az2" });
  expect([same, other].map(({ outputs }) => outputs["availabilityZone"])).toEqual(["eu-west-1a", "eu-west-1b"]);
  const group = await bench.subject("aws:rds/subnetGroup:SubnetGroup");
  await expect(group.create({ subnetIds: [first.id, same.id] })).rejects.toThrow(/at least 2 AZs/);
  await group.create({ subnetIds: [first.id, other.id] });
  expect(group.outputs["vpcId"]).toBe(vpc.id);
});

test("a certificate says which records prove its names", async () => {
  const certificate = await new Bench().subject("aws:acm/certificate:Certificate");
  await certificate.create({
    domainName: "shop.example.com",
    subjectAlternativeNames: ["*.shop.example.com"],
    validationMethod: "DNS",
  });
  const record = {
    resourceRecordName: expect.stringMatching(/^_[0-9a-f]{32}\.shop\.example\.com\.$/) as string,
    resourceRecordType: "CNAME",
    resourceRecordValue: expect.stringMatching(/^_[0-9a-f]{32}\.acm-validations\.aws\.$/) as string,
  };
  expect(certificate.outputs["domainValidationOptions"]).toEqual([
    { domainName: "shop.example.com", ...record },
    { domainName: "*.shop.example.com", ...record },
  ]);
});

test("a preview leaves unknown what only the service will know inside of what was asked for", async () => {
  const cluster = await new Bench().subject("aws:eks/cluster:Cluster", "home");
  const wanted = { roleArn: "arn:aws:iam::123456789012:role/home", vpcConfig: { subnetIds: ["subnet-1", "subnet-2"] } };
  const { vpcConfig } = await cluster.preview(wanted);
  expect(vpcConfig).toMatchObject({
    subnetIds: ["subnet-1", "subnet-2"],
    clusterSecurityGroupId: UNKNOWN,
    vpcId: UNKNOWN,
  });
  await cluster.create(wanted);
  const after = await cluster.update({ ...wanted, version: "1.35" }, true);
  const { clusterSecurityGroupId } = cluster.outputs["vpcConfig"] as Properties;
  expect(after["vpcConfig"]).toMatchObject({ clusterSecurityGroupId });
});

test("a node group with a prefix has a name that no other has, so that another can stand before it goes", async () => {
  const bench = new Bench();
  const vpcConfig = { subnetIds: ["subnet-1", "subnet-2"] };
  const roleArn = "arn:aws:iam::123456789012:role/home";
  await (await bench.subject("aws:eks/cluster:Cluster", "home")).create({ name: "home", roleArn, vpcConfig });
  const scalingConfig = { minSize: 1, desiredSize: 1, maxSize: 2 };
  const of = { clusterName: "home", nodeRoleArn: roleArn, subnetIds: ["subnet-1"] };
  const wanted = { ...of, nodeGroupNamePrefix: "system-", scalingConfig };
  const groups = await Promise.all(
    ["one", "two"].map(async (name) => (await bench.subject("aws:eks/nodeGroup:NodeGroup", name)).create(wanted)),
  );
  const names = groups.map(({ outputs }) => outputs["nodeGroupName"]);
  expect(names).toEqual([0, 1].map(() => expect.stringMatching(/^system-\d{26}$/) as string));
  expect(names[0]).not.toBe(names[1]);
});
