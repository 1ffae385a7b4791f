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
