import messages from "@pulumi/pulumi/proto/analyzer_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { expect, it } from "vitest";
import { resolveConfig } from "./config.ts";

const SCHEMA = { max: { type: "number", default: 3 }, names: { type: "array", items: { type: "string" } } };

function packOf(...names: readonly string[]): messages.AnalyzerInfo {
  const info = new messages.AnalyzerInfo();
  info.setName("pack");
  for (const name of names) {
    const policy = new messages.PolicyInfo();
    policy.setName(name);
    policy.setConfigschema(new messages.PolicyConfigSchema().setProperties(struct.Struct.fromJavaScript(SCHEMA)));
    info.addPolicies(policy);
  }
  return info;
}

it("names every property that the schema of its policy refuses, and of no other policy", () => {
  const pack = packOf("size", "names");
  const file = { size: { max: "many", names: ["a", 1] }, names: { max: 4 } };
  expect(() => resolveConfig(pack, file)).toThrow(
    /^policy pack 'pack': size\.max: must be number; size\.names\.1: must be string$/,
  );
  // the same schema once more, and now all is well
  const { configs } = resolveConfig(pack, { size: { max: 5 } });
  expect([...configs.values()].map(({ properties }) => properties)).toEqual([{ max: 5 }, { max: 3 }]);
});

it("tells the pack every name that has a level, as the engine does", () => {
  const { configs } = resolveConfig(packOf("size"), { all: "mandatory", sise: "disabled" });
  expect([...configs].map(([name, { level }]) => [name, level])).toEqual([
    ["size", 1],
    ["all", 1],
    ["sise", 2],
  ]);
  expect(() => resolveConfig(packOf("size"), { sise: { max: 5 } })).toThrow("unknown policy 'sise' has no");
});

it("warns of a level that the pack's initial configuration lost", () => {
  const pack = packOf("size", "names");
  for (const policy of pack.getPoliciesList()) policy.setEnforcementlevel(1);
  const entry = new messages.PolicyConfig();
  pack.getInitialconfigMap().set("size", entry.setProperties(struct.Struct.fromJavaScript({ max: 5 })));
  const { policies, warnings } = resolveConfig(pack, {});
  expect(policies.map(({ level }) => level)).toEqual(["advisory", "mandatory"]);
  expect(warnings).toEqual([expect.stringMatching(/^policy 'size' is mandatory, and advisory by the pack's initialC/)]);
});
