import { type Examples, UNKNOWN } from "../../core/examples.ts";

const group = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const network = "gcp:compute/network:Network";
const project = "gcp:organizations/project:Project";
const everything = { protocol: "-1", fromPort: 0, toPort: 0 };

export const examples: Examples = {
  pass: [
    // without rules the provider takes away those that AWS puts there
    { type: group, props: { vpcId: UNKNOWN } },
    { type: group, props: { ingress: [], egress: [] } },
    { type: network, props: { autoCreateSubnetworks: false } },
    { type: network, props: { autoCreateSubnetworks: "false" } },
    { type: project, props: { autoCreateNetwork: false } },
  ],
  fail: [
    { type: "aws:ec2/defaultVpc:DefaultVpc", props: {} },
    { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { availabilityZone: "eu-central-1a" } },
    { type: group, props: { ingress: [{ ...everything, self: true }] } },
    { type: group, props: { ingress: [], egress: [{ ...everything, cidrBlocks: ["0.0.0.0/0"] }] } },
    { type: network, props: {} },
    { type: network, props: { autoCreateSubnetworks: true } },
    { type: project, props: {} },
    { type: project, props: { autoCreateNetwork: true } },
  ],
  undetermined: [
    { type: group, props: { ingress: UNKNOWN } },
    { type: network, props: { autoCreateSubnetworks: UNKNOWN } },
    { type: project, props: { autoCreateNetwork: UNKNOWN } },
  ],
};
