import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { rehearse } from "./rehearse/command.ts";
import { OPTIONS, TestProject } from "./testing.ts";

const PROGRAM = `name: shop
runtime: yaml
config:
  shelves: { type: integer, default: 3 }
  token: { type: string, secret: true }
variables:
  zones: { fn::aws:getAvailabilityZones: { state: available } }
  account: { fn::invoke: { function: aws:getCallerIdentity, return: accountId, options: { dependsOn: ["\${pet}"] } } }
  zone: { fn::select: [0, "\${zones.names}"] }
  network: { fn::stackReference: [organization/base/dev, network] }
resources:
  ireland:
    type: pulumi:providers:aws
    defaultProvider: true
    properties: { region: eu-west-1 }
  frankfurt: { type: pulumi:providers:aws, properties: { region: eu-central-1 } }
  pet: { type: random:RandomPet, properties: { length: "\${shelves}" }, options: { retainOnDelete: true } }
  bucket:
    type: aws:s3:Bucket
    name: stock
    properties:
      tags: { pet: "\${pet.id}", where: "\${account}/\${zone}/\${network.cidr}", plain: "$\${pet}" }
    options: { protect: true, ignoreChanges: [tags], customTimeouts: { create: 5m }, aliases: [{ name: store, noParent: true }] }
  page:
    type: aws:s3:BucketObjectv2
    properties: { bucket: "\${bucket.bucket}", key: index.html, source: { fn::stringAsset: "<h1>\${pet.id}</h1>" } }
    options: { parent: "\${bucket}", replaceOnChanges: [key] }
  far:
    type: aws:sqs/queue:Queue
    properties: { name: { fn::join: ["-", [far, "\${pulumi.stack}"]] } }
    options: { provider: "\${frankfurt}", dependsOn: ["\${bucket}"], deletedWith: "\${bucket}", additionalSecretOutputs: [url] }
  parameter:
    type: aws:ssm:Parameter
    properties: { type: SecureString, value: "\${token}", name: "/\${pulumi.project}/token" }
  handler:
    type: aws:lambda:Function
    properties:
      role: arn:aws:iam::123456789012:role/handler
      runtime: nodejs22.x
      handler: index.handler
      code: { fn::assetArchive: { index.js: { fn::fileAsset: ./index.js }, lib: { fn::fileArchive: ./lib } } }
      environment: { variables: { TEXT: { fn::readFile: ./index.js }, URL: "\${far.url}" } }
  base: { type: pulumi:pulumi:StackReference, properties: { name: organization/base/dev } }
  old: { type: aws:s3:Bucket, get: { id: the-old-one } }
  space: { type: kubernetes:core/v1:Namespace, properties: { metadata: { labels: { cidr: '\${base.outputs["network"].cidr}' } } } }
outputs:
  page: https://\${bucket.bucketDomainName}/\${page.key}
  old: \${old.arn}
  policy: { fn::toJSON: { to: "\${far.arn}", Allow: true } }
  token: \${token}
`;
const project = new TestProject(
  {
    "Pulumi.yaml": PROGRAM,
    "Pulumi.dev.yaml": "config:\n  shop:token: very-secret-word\n",
    "base.json": '{"network": {"cidr": "10.0.0.0-16"}}',
    "index.js": "exports.handler = 1;",
    "lib/a.js": "",
  },
  { modules: null },
);
afterAll(() => project.remove());

interface State {
  readonly deployment: { readonly resources: readonly { readonly urn: string; readonly [key: string]: unknown }[] };
}

describe("a YAML program", { timeout: 60_000 }, () => {
  it("is deployed as it says, and is the same when it is previewed", async () => {
    const options = {
      ...OPTIONS,
      out: project.out,
      script: ["up", "preview"],
      stackOutputs: [`organization/base/dev=${join(project.directory, "base.json")}`],
    };
    const watcher = { begin: () => undefined, note: () => undefined, end: () => undefined };
    const { report } = await rehearse(project.directory, options, watcher, new AbortController().signal);
    const said = report.steps.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity === "error");
    expect({ said, reasons: report.reasons }).toEqual({ said: [], reasons: [] });
    expect(report.fidelity.notes).toContainEqual(expect.stringMatching(/@pulumi\/aws \S+ of Archipel speaks for aws/));
    expect(report.resources.find(({ name }) => name === "stock")?.source).toBe("Pulumi.yaml#18,3");

    const text = readFileSync(join(project.out, "state.json"), "utf8");
    expect(text).not.toContain("very-secret-word");
    const { resources } = (JSON.parse(text) as State).deployment;
    const named = (name: string) => resources.find(({ urn }) => urn.endsWith(`::${name}`));
    expect(named("pet")).toMatchObject({ retainOnDelete: true });
    const pet = String(named("pet")?.["id"]);
    expect(pet.split("-")).toHaveLength(3);
    expect(named("stock")).toMatchObject({
      protect: true,
      ignoreChanges: ["tags"],
      customTimeouts: { create: 300 },
      inputs: {
        tags: { pet, where: expect.stringMatching(/^\d{12}\/eu-west-1a\/10\.0\.0\.0-16$/) as string, plain: "${pet}" },
      },
    });
    const stock = named("stock")?.urn;
    expect(named("page")).toMatchObject({
      parent: stock,
      replaceOnChanges: ["key"],
    });
    expect(named("far")).toMatchObject({
      deletedWith: stock,
      additionalSecretOutputs: ["url"],
      inputs: { name: "far-dev" },
    });
    expect(String(named("far")?.["provider"])).toContain("::frankfurt::");
    expect(String(named("stock")?.["provider"])).toContain("::ireland::");
    expect(named("old")).toMatchObject({ external: true, id: "the-old-one" });
    expect(named("space")).toMatchObject({
      inputs: { kind: "Namespace", metadata: { labels: { cidr: "10.0.0.0-16" } } },
    });
    expect(named("handler")).toMatchObject({
      inputs: { environment: { variables: { TEXT: "exports.handler = 1;" } } },
    });
    expect(named("shop-dev")?.["outputs"]).toMatchObject({
      page: expect.stringMatching(/^https:\/\/stock-\w+\.s3\.amazonaws\.com\/index\.html$/) as string,
      old: "arn:aws:s3:::the-old-one",
      policy: expect.stringMatching(/^\{"Allow":true,"to":"arn:aws:sqs:eu-central-1:\d+:far-dev"\}$/) as string,
      token: { ciphertext: expect.any(String) as string },
    });
  });

  it.each([
    [
      "a mistake",
      { "Pulumi.yaml": "name: x\nruntime: yaml\noutputs: { a: '${b}', c: { fn::d: 1 } }" },
      /:3: there is no function fn::d; .*:3: \$\{b\}: there is no/,
    ],
    [
      "a compiler",
      { "Pulumi.yaml": "name: x\nruntime: { name: yaml, options: { compiler: cue export } }" },
      /the compiler `cue` is not executed/,
    ],
    [
      "a local package",
      { "Pulumi.yaml": "name: x\nruntime: yaml\npackages: { shelf: ../shelf }" },
      /not supported in YAML: shelf/,
    ],
  ])("is refused for %s before anything runs", async (_, files, message) => {
    const other = new TestProject(files, { modules: null });
    const run = rehearse(other.directory, { ...OPTIONS, out: other.out }, {} as never, new AbortController().signal);
    await expect(run).rejects.toThrow(message);
    expect(existsSync(other.out)).toBe(false);
    other.remove();
  });
});
