import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const ssh = { fromPort: 22, toPort: 22, protocol: "tcp" };
const inline = (...ingress: object[]) => ({ ingress });
const groups = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];
const group = "aws:ec2/securityGroup:SecurityGroup";
const groupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const acls = ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"];
const aclRule = "aws:ec2/networkAclRule:NetworkAclRule";
const firewall = "gcp:compute/firewall:Firewall";
const policyRules = [
  "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule",
  "gcp:compute/regionNetworkFirewallPolicyRule:RegionNetworkFirewallPolicyRule",
];
const nsg = "azure-native:network:NetworkSecurityGroup";
const nsgRule = "azure-native:network:SecurityRule";

const aclSsh = { ruleNo: 100, action: "allow", protocol: "6", fromPort: 22, toPort: 22 };
const numbered = { ruleNumber: 100, ruleAction: "allow", protocol: "tcp", fromPort: 0, toPort: 65535 };
const gcpSsh = { allows: [{ protocol: "tcp", ports: ["22"] }] };
const layer4 = (ports: string[], source: object) => ({
  direction: "INGRESS",
  action: "allow",
  match: { layer4Configs: [{ ipProtocol: "tcp", ports }], ...source },
});
const rdp = { access: "Allow", direction: "Inbound", protocol: "Tcp", destinationPortRange: "3389", priority: 200 };
const open = { ...rdp, sourceAddressPrefix: "Internet" };
const of = (types: readonly string[], props: object): readonly Example[] =>
  types.map((type) => ({ type, props: { ...props } }));

export const examples: Examples = {
  pass: [
    ...of(groups, inline({ ...ssh, cidrBlocks: ["10.0.0.0/8"] })),
    ...of(groups, inline({ ...ssh, fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] })),
    { type: group, props: {} },
    { type: group, props: inline({ ...ssh, securityGroups: ["sg-1"] }) },
    { type: group, props: inline({ fromPort: 8, toPort: 0, protocol: "icmp", cidrBlocks: ["0.0.0.0/0"] }) },
    { type: group, props: { egress: [{ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }] } },
    { type: group, props: inline({ ...ssh, cidrBlocks: ["203.0.113.0/24", "198.51.100.7/32"] }) },
    { type: groupRule, props: { type: "egress", ...ssh, cidrBlocks: ["0.0.0.0/0"] } },
    { type: groupRule, props: { type: "ingress", ...ssh, sourceSecurityGroupId: "sg-1" } },
    { type: ingressRule, props: { ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: "192.168.0.0/16" } },
    ...of(acls, inline({ ...aclSsh, cidrBlock: "10.1.0.0/16" })),
    ...of(acls, inline({ ...aclSsh, action: "deny", cidrBlock: "0.0.0.0/0" })),
    {
      type: acls[0] ?? "",
      props: inline(
        { ...aclSsh, action: "deny", ruleNo: 90, cidrBlock: "0.0.0.0/0" },
        { ...aclSsh, cidrBlock: "0.0.0.0/0" },
      ),
    },
    { type: aclRule, props: { ...numbered, egress: true, cidrBlock: "0.0.0.0/0" } },
    { type: firewall, props: { ...gcpSsh, sourceRanges: ["35.235.240.0/20"] } },
    { type: firewall, props: { ...gcpSsh, sourceTags: ["bastion"] } },
    { type: firewall, props: { ...gcpSsh, disabled: true } },
    { type: firewall, props: { ...gcpSsh, direction: "EGRESS" } },
    { type: firewall, props: { denies: [{ protocol: "all" }], sourceRanges: ["0.0.0.0/0"] } },
    { type: firewall, props: { allows: [{ protocol: "icmp" }] } },
    ...of(policyRules, layer4(["22"], { srcIpRanges: ["10.0.0.0/8"] })),
    ...of(policyRules, layer4(["443"], { srcIpRanges: ["0.0.0.0/0"] })),
    ...of(policyRules, { ...layer4(["22"], { srcIpRanges: ["0.0.0.0/0"] }), action: "deny" }),
    { type: nsg, props: { securityRules: [{ ...rdp, sourceAddressPrefix: "VirtualNetwork" }] } },
    { type: nsg, props: { securityRules: [{ ...open, access: "Deny" }] } },
    { type: nsg, props: { securityRules: [{ ...open, access: "Deny", priority: 100 }, open] } },
    { type: nsgRule, props: { ...open, direction: "Outbound", destinationAddressPrefix: "10.0.0.0/8" } },
    { type: nsgRule, props: { ...open, destinationPortRange: "443" } },
  ],
  fail: [
    ...of(groups, inline({ ...ssh, cidrBlocks: ["0.0.0.0/0"] })),
    { type: group, props: inline({ ...ssh, ipv6CidrBlocks: ["::/0"] }) },
    {
      type: group,
      props: inline({ fromPort: 20, toPort: 30, protocol: "tcp", cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }),
    },
    { type: group, props: inline({ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }) },
    { type: group, props: inline({ fromPort: "5432", toPort: "5432", protocol: "6", cidrBlocks: ["8.0.0.0/6"] }) },
    { type: groupRule, props: { type: "ingress", ...ssh, cidrBlocks: ["0.0.0.0/0"] } },
    {
      type: groupRule,
      props: { type: "ingress", fromPort: -1, toPort: -1, protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] },
    },
    { type: ingressRule, props: { ipProtocol: "-1", cidrIpv6: "::/0" } },
    { type: ingressRule, props: { ipProtocol: "tcp", fromPort: 3000, toPort: 4000, cidrIpv4: "0.0.0.0/0" } },
    ...of(acls, inline({ ...aclSsh, cidrBlock: "0.0.0.0/0" })),
    {
      type: acls[0] ?? "",
      props: inline(
        { ...aclSsh, action: "deny", ruleNo: 200, cidrBlock: "0.0.0.0/0" },
        { ...aclSsh, cidrBlock: "0.0.0.0/0" },
      ),
    },
    { type: aclRule, props: { ...numbered, cidrBlock: "0.0.0.0/0" } },
    { type: firewall, props: { ...gcpSsh, sourceRanges: ["0.0.0.0/0"] } },
    { type: firewall, props: gcpSsh },
    { type: firewall, props: { allows: [{ protocol: "tcp" }], sourceRanges: ["::/0"] } },
    { type: firewall, props: { allows: [{ protocol: "all" }], sourceRanges: ["0.0.0.0/0"], sourceTags: ["web"] } },
    ...of(policyRules, layer4(["20-25"], { srcIpRanges: ["0.0.0.0/0"] })),
    ...of(policyRules, layer4(["3389"], {})),
    { type: nsg, props: { securityRules: [open] } },
    { type: nsg, props: { securityRules: [{ ...open, access: "Deny", priority: 300 }, open] } },
    { type: nsg, props: { securityRules: [{ ...rdp, sourceAddressPrefixes: ["1.2.3.4/32", "*"] }] } },
    { type: nsgRule, props: { ...open, destinationPortRanges: ["80", "20-30"], destinationPortRange: undefined } },
    { type: nsgRule, props: { ...open, destinationPortRanges: ["22", "3389"], destinationPortRange: undefined } },
    { type: nsgRule, props: { ...open, sourceAddressPrefix: "Any", destinationPortRange: "*" } },
  ],
  undetermined: [
    ...of(groups, inline({ ...ssh, cidrBlocks: UNKNOWN })),
    ...of(groups, { ingress: UNKNOWN }),
    { type: group, props: inline({ ...ssh, prefixListIds: ["pl-1"] }) },
    { type: groupRule, props: { type: UNKNOWN, ...ssh, cidrBlocks: ["0.0.0.0/0"] } },
    { type: ingressRule, props: { ipProtocol: "tcp", fromPort: UNKNOWN, toPort: 22, cidrIpv4: "0.0.0.0/0" } },
    { type: ingressRule, props: { ipProtocol: "tcp", fromPort: 22, toPort: 22, prefixListId: "pl-1" } },
    ...of(acls, inline({ ...aclSsh, cidrBlock: UNKNOWN })),
    { type: aclRule, props: { ...numbered, ruleAction: UNKNOWN, cidrBlock: "0.0.0.0/0" } },
    { type: firewall, props: { ...gcpSsh, sourceRanges: UNKNOWN } },
    { type: firewall, props: { ...gcpSsh, disabled: UNKNOWN } },
    ...of(policyRules, layer4(["22"], { srcIpRanges: [UNKNOWN] })),
    { type: nsg, props: { securityRules: [{ ...open, access: UNKNOWN }] } },
    { type: nsgRule, props: { ...rdp, sourceAddressPrefix: UNKNOWN } },
    { type: nsgRule, props: { ...open, destinationPortRange: UNKNOWN } },
  ],
};
