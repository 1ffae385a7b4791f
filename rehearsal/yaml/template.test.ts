import { describe, expect, it } from "vitest";
import { openSchemas } from "../twin/schema/index.ts";
import { readTemplate } from "./index.ts";
import { tokensFor } from "./tokens.ts";

const schemas = openSchemas(import.meta.dirname);
const read = (text: string, configured: readonly string[] = []) =>
  readTemplate(text, "Pulumi.yaml", schemas, { project: "shop", configured });
const resource = (type: string, more = ""): string => `{ type: "${type}"${more} }`;

describe("names of types", () => {
  it.each([
    ["aws:s3:BucketObject", "aws:s3/bucketObject:BucketObject"],
    ["aws:s3/bucket:Bucket", "aws:s3/bucket:Bucket"],
    ["random:RandomPet", "random:index/randomPet:RandomPet"],
    ["gcp:compute:SSLPolicy", "gcp:compute/sSLPolicy:SSLPolicy"],
    ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:Deployment"],
    ["azure-native:storage:StorageAccount", "azure-native:storage:StorageAccount"],
    ["pulumi:providers:aws", "pulumi:providers:aws"],
    ["pulumi:pulumi:StackReference", "pulumi:pulumi:StackReference"],
    ["absent:Thing", "absent:index:Thing"],
  ])("%s is %s", (written, token) => {
    const { template, notes } = read(`resources: { it: ${resource(written)} }`);
    expect(notes.problems).toEqual([]);
    expect(template.resources.map(({ type }) => type)).toEqual([token]);
  });
  it.each(["bucket", "a:b:c:d", "a::b"])("%s is none", (written) => expect(tokensFor(written)).toEqual([]));
});

it("a function of a package has a short form, and its name a short form, too", () => {
  const { template } = read(
    "variables: { a: { fn::aws:getRegion: {} }, b: { Fn::Invoke: { Function: aws:ec2:getAmi, Return: id } } }",
  );
  expect(template.variables.map(({ value }) => value)).toMatchObject([
    { kind: "invoke", token: "aws:index/getRegion:getRegion" },
    { kind: "invoke", token: "aws:ec2/getAmi:getAmi", returns: "id" },
  ]);
});

it("tells every mistake at once, each with its line", () => {
  const { notes } = read(`
variables:
  odd: { fn::rpadZeroes: 5 }
  pair: { fn::join: [","] }
  lost: \${nowhere.id}
  open: "\${pet"
  none: { fn::invoke: { function: aws:getRegion, return: nothing } }
  both: { fn::secret: 1, more: 2 }
resources:
  pet: ${resource("random:RandomPett")}
  bucket: ${resource("aws:s3:Bucket")}
  typeless: {}
  lost: ${resource("random:RandomPet")}
  existing: ${resource("aws:s3:Bucket", ", properties: {}, get: { id: x }")}
outputs: { arn: "\${bucket.arnn}", whole: "a \${bucket}", place: "\${pulumi.region}" }
components: { shelf: {} }
config: { size: { type: Sting } }`);
  const expected = [
    /^Pulumi\.yaml:3: there is no function fn::rpadZeroes/,
    /^Pulumi\.yaml:4: fn::join takes a list of two/,
    /^Pulumi\.yaml:5: the name 'lost' is taken already/,
    /^Pulumi\.yaml:5: \$\{nowhere\.id\}: there is no resource, variable or configuration 'nowhere'/,
    /^Pulumi\.yaml:6: '\$\{pet' has a \$\{ that is not closed/,
    /^Pulumi\.yaml:7: aws:getRegion returns no 'nothing' \(it returns .*region/,
    /^Pulumi\.yaml:8: fn::secret must be alone/,
    /^Pulumi\.yaml:10: @pulumi\/random \S+ has no resource 'random:RandomPett'/,
    /^Pulumi\.yaml:12: the resource typeless has no type/,
    /^Pulumi\.yaml:14: the resource existing has properties and get/,
    /^Pulumi\.yaml:15: \$\{bucket\.arnn\}: aws:s3\/bucket:Bucket has no property 'arnn'/,
    /^Pulumi\.yaml:15: \$\{bucket\} is a whole resource/,
    /^Pulumi\.yaml:15: \$\{pulumi\.region\}: pulumi has cwd/,
    /^Pulumi\.yaml:16: the component 'shelf'/,
    /^Pulumi\.yaml:17: the configuration size cannot be a sting/,
  ];
  expect(notes.problems).toEqual(expected.map((message) => expect.stringMatching(message) as string));
});

describe("the order", () => {
  const orderOf = (text: string): string => {
    const { order, notes } = read(text, ["shop:size"]);
    expect(notes.problems).toEqual([]);
    return order.map(({ of }) => of.name).join(" ");
  };
  const pet = (reference: string): string =>
    resource("random:RandomPet", `, options: { dependsOn: ["\${${reference}}"] }`);

  it("follows references through texts, functions and options, and else the file", () => {
    const text = `
variables: { name: { fn::join: ["", ["\${last.id}", "\${size}"]] } }
resources: { first: ${resource("random:RandomPet", `, properties: { prefix: "a \${name}" }`)}, other: ${pet("first")}, last: ${resource("random:RandomPet")} }`;
    expect(orderOf(text)).toBe("last name first other");
  });
  it("puts a default provider before what it serves, but for what names its own", () => {
    const provider = resource("pulumi:providers:random", ", defaultProvider: true, options: { version: 4.0.0 }");
    const { template, order } = read(`resources: { pet: ${resource("random:RandomPet")}, provider: ${provider} }`);
    expect(order.map(({ of }) => of.name)).toEqual(["provider", "pet"]);
    expect(template.resources[0]?.options).toMatchObject({
      provider: { path: { root: "provider" } },
      version: { value: "4.0.0" },
    });
  });
  it("names a cycle", () => {
    const { notes } = read(`resources: { a: ${pet("b")}, b: ${pet("c")}, c: ${pet("b")} }`);
    expect(notes.problems).toEqual(["Pulumi.yaml:1: circular references: b -> c -> b"]);
  });
});

it("what Pulumi ignores is warned of, and JSON in any case is read", () => {
  const { template, notes } = read('{"Resources": {"pet": {"Type": "random:RandomPet", "protect": true}}}');
  expect(template.resources).toMatchObject([{ name: "pet", type: "random:index/randomPet:RandomPet" }]);
  expect(notes.warnings).toEqual([
    expect.stringMatching(/^Pulumi\.yaml:1: the resource pet has no 'protect', which is ignored/),
  ]);
});
