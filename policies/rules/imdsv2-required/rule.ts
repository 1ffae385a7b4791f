import type { InstanceArgs } from "@pulumi/aws/ec2/instance.js";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import { mustSay } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import { decide, every, fail, PASS, undetermined, type Verdict } from "../../core/verdict.ts";

const TYPES = [
  "aws:ec2/instance:Instance",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
];
// neither can be changed once it is there
const FIXED = /launchConfiguration|spotInstanceRequest/;

function metadata(machine: Resource<InstanceArgs & LaunchTemplateArgs>): readonly Verdict[] {
  const off = holds(machine.text("metadataOptions.httpEndpoint"), (word) => word === "disabled");
  if (off === true) return [PASS];
  const verdicts = every([
    mustSay(machine.text("metadataOptions.httpTokens"), {
      good: ["required"],
      bad: ["optional"],
      byDefault: "optional",
    }),
    // a container is one hop away from its host
    decide(machine.number("metadataOptions.httpPutResponseHopLimit"), {
      known: (hops) =>
        hops > 2
          ? fail("metadataOptions.httpPutResponseHopLimit", `is ${hops}, more than a container needs`, "medium")
          : undefined,
    }),
  ]);
  return off !== false && verdicts.some(({ word }) => word === "fail") ? [undetermined(off)] : verdicts;
}

export const imdsv2Required: Rule = {
  id: "imdsv2-required",
  packs: ["zero-trust"],
  title: "Instance metadata needs a session token",
  severity: "high",
  scope: "resource",
  since: "0.2.0",
  why: "Without the token, one forged request through a web application hands out the keys of the machine's role.",
  equivalents: ["CKV_AWS_79", "CKV_AWS_341", "AWS-0028", "AWS-0130"],
  fixText: ({ path }) =>
    path.endsWith("httpPutResponseHopLimit")
      ? `Set \`${path}: 1\`, or 2 on a host of containers.`
      : "Set `metadataOptions.httpTokens: required`.",
  inPlace: TYPES.filter((type) => !FIXED.test(type)),
  checks: each(TYPES, metadata),
};
