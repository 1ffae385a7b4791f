import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { StackConfig } from "../config.ts";
import { MemoryCloud } from "../providers/testing.ts";
import { Workshop } from "../testing.ts";
import { type PackSource, startPack } from "./pack.ts";

const workshop = new Workshop();
afterAll(() => workshop.remove());

/** A pack as an executable file: `answers` are methods of the analyzer service. */
const pack = (name: string, answers: string, level = 1): { path: string; config: Record<string, never> } => ({
  config: {},
  path: workshop.write(
    name,
    `#!${process.execPath}
    const grpc = require("@grpc/grpc-js");
    const services = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
    const messages = require("@pulumi/pulumi/proto/analyzer_pb");
    const { Empty } = require("google-protobuf/google/protobuf/empty_pb");
    const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
    const info = new messages.AnalyzerInfo();
    info.setName("rules"); info.setVersion("1.0.0");
    const policy = new messages.PolicyInfo();
    policy.setName("rule"); policy.setEnforcementlevel(${level});
    info.setPoliciesList([policy]);
    const server = new grpc.Server();
    const unimplemented = { code: grpc.status.UNIMPLEMENTED };
    server.addService(services.AnalyzerService, {
      handshake: (_, done) => done(unimplemented),
      configureStack: (_, done) => done(unimplemented),
      configure: (_, done) => done(null, new Empty()),
      getAnalyzerInfo: (_, done) => done(null, info),
      analyze: (_, done) => done(null, new messages.AnalyzeResponse()),
      remediate: (_, done) => done(null, new messages.RemediateResponse()),
      analyzeStack: (_, done) => done(null, new messages.AnalyzeResponse()),
      ${answers}
    });
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (_, port) => console.log(port));`,
    0o755,
  ),
});

const TAGGED = `remediate: ({ request }, done) => {
  const response = new messages.RemediateResponse();
  const properties = request.getProperties().toJavaScript();
  if (request.getType() === "mem:index:Thing" && properties.tag !== "yes") {
    const remediation = new messages.Remediation();
    remediation.setPolicyname("rule"); remediation.setPolicypackname("rules"); remediation.setPolicypackversion("1.0.0");
    remediation.setProperties(Struct.fromJavaScript({ ...properties, tag: "yes" }));
    response.setRemediationsList([remediation]);
  }
  done(null, response);
},`;

/** A pack in the form of a folder, on the SDK of policies. */
function sdkPack(name: string, policy: string, initialConfig = "{}"): PackSource {
  const folder = join(workshop.directory, name);
  mkdirSync(folder);
  workshop.write(join(name, "PulumiPolicy.yaml"), "runtime: nodejs");
  workshop.write(join(name, "package.json"), `{"name": "${name}", "version": "1.0.0"}`);
  workshop.write(
    join(name, "index.js"),
    `const { PolicyPack } = require("@pulumi/policy");
    new PolicyPack("${name}", { policies: [{ name: "tag", description: "is tagged", ${policy} }] }, ${initialConfig});`,
  );
  return { path: folder, config: {}, deadlineMs: 3_000 };
}

describe("the server of the policy SDK", () => {
  const mending = `enforcementLevel: "remediate", remediateResource: ({ props }) => ({ ...props, tag: "yes" })`;
  const thing = (property: string): string => `new Thing("a", { code: new pulumi.asset.${property} });`;

  it("chokes on an asset without content, even where nothing is mended: the rehearsal says so and does not wait", async () => {
    const packs = [sdkPack("choking", "validateResource: () => undefined")];
    const { result, said } = await workshop.deploy(thing(`StringAsset("")`), { cloud: new MemoryCloud(), packs });
    expect(result).toBe("failed");
    expect(said("error")).toMatch(/'choking' gave no answer within 3 s\. \S+::a holds an asset without content/);
  });

  it("loses the files of an archive that it gives back", async () => {
    const packs = [sdkPack("losing", mending)];
    const archive = `AssetArchive({ "index.js": new pulumi.asset.StringAsset("text") })`;
    const { result, said } = await workshop.deploy(thing(archive), { cloud: new MemoryCloud(), packs });
    expect(result).toBe("failed");
    expect(said("error")).toContain(
      "unexpected archive contents of type []interface {}, by policy 'tag' of pack 'losing'",
    );
  });

  it("loses the level of a policy whose initial configuration has none, with a warning", async () => {
    const failing = `enforcementLevel: "mandatory", validateResource: (_, report) => report("never")`;
    const packs = [sdkPack("lenient", failing, "{ tag: { limit: 3 } }")];
    const { result, said } = await workshop.deploy(`new Thing("a", {});`, { cloud: new MemoryCloud(), packs });
    expect(result).toBe("succeeded");
    expect(said("warning")).toContain("policy pack 'lenient': policy 'tag' is mandatory, and advisory by the pack's");
  });
});

describe("policy packs", () => {
  it("that never answer are given up after the deadline, by name", async () => {
    const started = await startPack(
      { ...pack("silent", "analyze: () => undefined,"), deadlineMs: 200 },
      {
        options: { organization: "org", project: "shop", stack: "dev", preview: true },
        config: new StackConfig(new Map()),
        env: process.env,
        programDirectory: workshop.directory,
        engineAddress: "127.0.0.1:1",
        onLine: () => undefined,
      },
    );
    const { AnalyzeRequest } = (await import("@pulumi/pulumi/proto/analyzer_pb.js")).default;
    await expect(started.analyze(new AnalyzeRequest())).rejects.toThrow(
      "policy pack 'rules' gave no answer within 0.2 s",
    );
    started.close();
  });

  it("that cannot start stop the operation before anything is registered", async () => {
    const cloud = new MemoryCloud();
    const broken = { config: {}, path: workshop.write("broken", `#!${process.execPath}\nprocess.exit(3);`, 0o755) };
    const { result, said, ops } = await workshop.deploy(`new Thing("a")`, { cloud, packs: [broken] });
    expect([result, ops]).toEqual(["failed", []]);
    expect(said("error")).toMatch(/broken did not start: it ended with code 3/);
  });

  it("that refuse their configuration stop it too, in their own words", async () => {
    const refusing = pack("refusing", `configure: (_, done) => done({ code: 2, details: "no rule is called sise" }),`);
    const packs = [{ ...refusing, config: { sise: "disabled" as const } }];
    const { result, ops, said } = await workshop.deploy(`new Thing("a")`, { cloud: new MemoryCloud(), packs });
    expect([result, ops]).toEqual(["failed", []]);
    expect(said("error")).toMatch(/refusing: no rule is called sise$/);
  });

  it("are asked to remediate if a policy came as one that may, whatever level the user gives all", async () => {
    const tagAfter = async (name: string, level: number): Promise<unknown> => {
      const packs = [{ ...pack(name, TAGGED, level), config: { all: "advisory" as const } }];
      const state = await workshop.deploy('new Thing("a", { tag: "no" });', { cloud: new MemoryCloud(), packs });
      return state.entry("a")?.inputs["tag"];
    };
    expect([await tagAfter("judging", 1), await tagAfter("probing", 3)]).toEqual(["no", "yes"]);
  });

  it("remediate what is made and changed; a replacement loses it, with a warning, and the next update mends it", async () => {
    const cloud = new MemoryCloud();
    const packs = [pack("tagging", TAGGED, 3)];
    const source = (force: number): string => `new Thing("a", { force: ${force}, tag: "no" });`;
    const tagOf = (state: Awaited<ReturnType<typeof workshop.deploy>>): unknown => state.entry("a")?.inputs["tag"];
    const one = await workshop.deploy(source(1), { cloud, packs });
    expect([one.result, tagOf(one), one.said("warning")]).toEqual(["succeeded", "yes", ""]);
    const two = await workshop.deploy(source(2), { cloud, packs, state: one.state });
    expect([two.result, tagOf(two)]).toEqual(["succeeded", "no"]);
    expect(two.said("warning")).toMatch(/remediated inputs were lost on replacement of \S+::a: tag\./);
    const three = await workshop.deploy(source(2), { cloud, packs, state: two.state });
    expect([tagOf(three), three.ops]).toEqual(["yes", ["update a"]]);
  });
});
