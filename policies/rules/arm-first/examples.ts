import { type Examples, UNKNOWN } from "../../core/examples.ts";

const lambda = "aws:lambda/function:Function";
const nodes = "aws:eks/nodeGroup:NodeGroup";

export const examples: Examples = {
  pass: [
    { type: lambda, props: { architectures: ["arm64"] } },
    { type: nodes, props: { amiType: "BOTTLEROCKET_ARM_64" } },
    { type: nodes, props: { amiType: "AL2023_ARM_64_STANDARD" } },
    // the image of a launch template says it
    { type: nodes, props: { amiType: "CUSTOM" } },
  ],
  fail: [
    { type: lambda, props: {} },
    { type: lambda, props: { architectures: ["x86_64"] } },
    { type: nodes, props: { amiType: "AL2023_x86_64_STANDARD" } },
  ],
  undetermined: [
    { type: lambda, props: { architectures: [UNKNOWN] } },
    { type: nodes, props: { amiType: UNKNOWN } },
  ],
};
