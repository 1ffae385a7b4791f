import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const group = "aws:ec2/securityGroup:SecurityGroup";
const groupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
const egressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const fn = "gcp:cloudfunctionsv2/function:Function";
const first = "gcp:cloudfunctions/function:Function";
const aks = "azure-native:containerservice:ManagedCluster";
const subnet = "azure-native:network/v20240501:Subnet";
const policy = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

const store = (kind: unknown): readonly Sample[] => [
  { type: "aws:s3/bucket:Bucket", name: "people", props: { tags: { class: kind } } },
];
const near = { beside: store("personal") };
const all = { protocol: "-1", fromPort: 0, toPort: 0 };
const world = { cidrBlocks: ["0.0.0.0/0"] };
const leaves = (serviceConfig: object) => ({ serviceConfig: { vpcConnector: "c", ...serviceConfig } });
const direct = (directVpcEgress: unknown) => ({
  serviceConfig: { directVpcNetworkInterfaces: [{ subnetwork: "s" }], directVpcEgress },
});
const connected = (vpcConnectorEgressSettings?: unknown) => ({ vpcConnector: "c", vpcConnectorEgressSettings });
const out = (outboundType: unknown) => ({ networkProfile: { outboundType } });
const egress = (...rules: unknown[]) => ({ spec: { podSelector: {}, policyTypes: ["Egress"], egress: rules } });

export const examples: Examples = {
  pass: [
    { type: group, props: {}, ...near },
    { type: group, props: { egress: [{ ...all, cidrBlocks: ["10.0.0.0/8"] }] }, ...near },
    { type: group, props: { egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, ...world }] }, ...near },
    { type: group, props: { ingress: [{ ...all, ...world }] }, ...near },
    { type: groupRule, props: { type: "ingress", ...all, ...world }, ...near },
    { type: groupRule, props: { type: "egress", ...all, sourceSecurityGroupId: "sg-1" }, ...near },
    { type: egressRule, props: { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" }, ...near },
    { type: egressRule, props: { ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" }, ...near },
    // not everything, where ports that matter are left out
    { type: group, props: { egress: [{ protocol: "tcp", fromPort: 2, toPort: 65535, ...world }] }, ...near },
    { type: group, props: { egress: [{ protocol: "tcp", fromPort: 0, toPort: 1023, ...world }] }, ...near },
    // personal or not, it lets nothing out
    { type: group, props: { egress: [{ ...all, cidrBlocks: ["10.0.0.0/8"] }] }, beside: store(UNKNOWN) },
    { type: fn, props: direct("VPC_EGRESS_ALL_TRAFFIC"), ...near },
    { type: fn, props: leaves({ vpcConnectorEgressSettings: "ALL_TRAFFIC" }), ...near },
    { type: first, props: connected("ALL_TRAFFIC"), ...near },
    { type: aks, props: out("userDefinedRouting"), ...near },
    { type: aks, props: out("none"), ...near },
    { type: aks, props: out("block"), ...near },
    { type: subnet, props: { defaultOutboundAccess: false }, ...near },
    // nothing at all is let out
    { type: policy, props: egress(), ...near },
    { type: policy, props: egress({ to: [{ podSelector: {} }] }), ...near },
    { type: policy, props: egress({ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }], ports: [{ port: 443 }] }), ...near },
  ],
  fail: [
    { type: group, props: { egress: [{ ...all, ...world }] }, ...near },
    { type: group, props: { egress: [{ ...all, ipv6CidrBlocks: ["::/0"] }], tags: { class: "special" } } },
    { type: group, props: { egress: [{ protocol: "tcp", fromPort: 0, toPort: 65535, ...world }] }, ...near },
    { type: group, props: { egress: [{ protocol: "tcp", fromPort: 1, toPort: 65535, ...world }] }, ...near },
    { type: groupRule, props: { type: "egress", ...all, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }, ...near },
    { type: egressRule, props: { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }, ...near },
    { type: fn, props: {}, ...near },
    { type: fn, props: leaves({}), ...near },
    { type: fn, props: leaves({ vpcConnectorEgressSettings: "PRIVATE_RANGES_ONLY" }), ...near },
    { type: first, props: {}, ...near },
    { type: first, props: { vpcConnectorEgressSettings: "ALL_TRAFFIC" }, ...near },
    { type: first, props: connected(), ...near },
    { type: first, props: connected("PRIVATE_RANGES_ONLY"), ...near },
    { type: aks, props: {}, ...near },
    { type: fn, props: direct("VPC_EGRESS_PRIVATE_RANGES_ONLY"), ...near },
    { type: fn, props: direct(undefined), ...near },
    ...["loadBalancer", "managedNATGateway", "userAssignedNATGateway"].map((type) => ({
      type: aks,
      props: out(type),
      ...near,
    })),
    { type: subnet, props: {}, ...near },
    { type: subnet, props: { defaultOutboundAccess: "true" }, ...near },
    { type: policy, props: egress({}), ...near },
    { type: policy, props: egress({ to: [], ports: [] }), ...near },
    { type: policy, props: egress({ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }), ...near },
    { type: policy, props: egress({ to: [{ podSelector: {} }] }, { to: [{ ipBlock: { cidr: "::/0" } }] }), ...near },
  ],
  undetermined: [
    { type: group, props: { egress: UNKNOWN }, ...near },
    { type: group, props: { egress: [{ ...all, ...world }] }, beside: store(UNKNOWN) },
    { type: groupRule, props: { type: UNKNOWN, ...all, ...world }, ...near },
    { type: egressRule, props: { ipProtocol: "-1", cidrIpv4: UNKNOWN }, ...near },
    { type: fn, props: leaves({ vpcConnectorEgressSettings: UNKNOWN }), ...near },
    { type: first, props: connected(UNKNOWN), ...near },
    { type: aks, props: { networkProfile: UNKNOWN }, ...near },
    { type: subnet, props: { defaultOutboundAccess: UNKNOWN }, ...near },
    { type: policy, props: { spec: UNKNOWN }, ...near },
  ],
  notApplicable: [
    { type: group, props: { egress: [{ ...all, ...world }] } },
    { type: subnet, props: {}, beside: store("public") },
  ],
};
