import { afterAll, describe, expect, it } from "vitest";
import { StackConfig } from "../config.ts";
import { MemoryCloud } from "../providers/testing.ts";
import { Workshop } from "../testing.ts";
import { startPack } from "./pack.ts";

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

describe("policy packs", () => {
  it("that never answer are given up after the deadline, by name", async () => {
    const started = await startPack(pack("silent", "analyze: () => undefined,"), {
      options: { organization: "org", project: "shop", stack: "dev", preview: true },
      config: new StackConfig(new Map()),
      env: process.env,
      programDirectory: workshop.directory,
      engineAddress: "127.0.0.1:1",
      onLine: () => undefined,
      deadlineMs: 200,
    });
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

  it("that refuse their configuration are quoted, and nothing before it", async () => {
    const refuses = 'configure: (_, done) => done({ code: grpc.status.UNKNOWN, details: "no rule is called x" }),';
    const { said } = await workshop.deploy(`new Thing("a")`, {
      cloud: new MemoryCloud(),
      packs: [pack("refusing", refuses)],
    });
    expect(said("error")).toMatch(/refusing: no rule is called x/);
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
