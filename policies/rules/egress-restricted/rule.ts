import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { SubnetArgs } from "@pulumi/azure-native/network/subnet.js";
import type { FunctionArgs as FirstFunctionArgs } from "@pulumi/gcp/cloudfunctions/function.js";
import type { FunctionArgs } from "@pulumi/gcp/cloudfunctionsv2/function.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { isPersonal } from "../../core/classification.ts";
import { listed, mustBe, mustSay, type Words } from "../../core/expected.ts";
import type { Graph } from "../../core/graph.ts";
import type { Bag } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, Rule, Verdicts } from "../../core/rule.ts";
import { PERSONAL_CLASSES } from "../../core/settings.ts";
import { DATA_STORES } from "../../core/stores.ts";
import { allOf, anyOf, faultIf, holds, isSet, not, type Truth } from "../../core/truth.ts";
import { every, fail, forAll, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";
import { anyPublic } from "../../models/address.ts";
import { FLOWS, type Flow, isFlow, isOpen } from "../../models/flow/index.ts";

const OUTBOUND = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
] as const;
const FUNCTION = "gcp:cloudfunctionsv2/function:Function";
const FIRST = "gcp:cloudfunctions/function:Function";
const AKS = "azure-native:containerservice:ManagedCluster";
const SUBNET = "azure-native:network:Subnet";
const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

// asked for each resource of a stack, and the same for all of them
const known = new WeakMap<Graph, Truth>();

function holdsPersonal(graph: Graph, config: Bag): Truth {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const personal = anyOf(DATA_STORES.flatMap((type) => graph.ofType(type)).map((store) => isPersonal(store, config)));
  known.set(graph, personal);
  return personal;
}

/** Judges only programs that hold data about people: theirs is what must not leave. */
const wherePersonal =
  (check: (resource: Resource) => Verdicts): GraphCheck =>
  (resource, { graph, config }) => {
    const personal = anyOf([isPersonal(resource, config), holdsPersonal(graph, config)]);
    if (personal === false) return notApplicable("nothing in this program has a class of personal data");
    const verdicts = every([check(resource)].flat());
    return personal !== true && verdicts.some(({ word }) => word === "fail") ? undetermined(personal) : verdicts;
  };

const anyPort = ({ ports }: Flow): Truth =>
  anyOf(ports.map((port) => holds(port, ({ from, to }) => from <= 1 && to >= 65_535)));

const rules = (resource: Resource): Verdicts =>
  every(
    FLOWS[resource.type as (typeof OUTBOUND)[number]](resource).map((flow): Verdict => {
      if (!isFlow(flow)) return undetermined(flow);
      const fault = allOf([not(flow.inbound), flow.allows, isOpen(flow), anyPort(flow)]);
      return faultIf(fault, flow.path, "lets everything out to anywhere");
    }),
  );

const CONNECTOR: Words = {
  good: ["ALL_TRAFFIC", "VPC_EGRESS_ALL_TRAFFIC"],
  bad: ["PRIVATE_RANGES_ONLY", "VPC_EGRESS_PRIVATE_RANGES_ONLY"],
  byDefault: "PRIVATE_RANGES_ONLY",
};
const unconnected = (path: string) => fail(path, "decides nothing without a connector, so all is let out", "low");

/** Without a connector a function goes to the internet by itself, past every firewall. */
function cloudFunction(fn: Resource<FunctionArgs>): Verdict {
  const connected = anyOf(
    ["vpcConnector", "directVpcNetworkInterfaces"].map((way) => isSet(fn.read(`serviceConfig.${way}`))),
  );
  const path = "serviceConfig.vpcConnectorEgressSettings";
  if (connected === false) return unconnected(path);
  const direct = fn.text("serviceConfig.directVpcEgress");
  return mustSay(direct.state === "absent" ? fn.text(path) : direct, CONNECTOR);
}

function firstGeneration(fn: Resource<FirstFunctionArgs>): Verdict {
  const setting = fn.text("vpcConnectorEgressSettings");
  return isSet(fn.read("vpcConnector")) === false ? unconnected(setting.path) : mustSay(setting, CONNECTOR);
}

/** No peer and no port is everything; so is a block that holds the internet, at every port. */
function networkPolicy(policy: Resource<NetworkPolicyArgs>): readonly Verdict[] {
  return forAll(policy.list("spec.egress"), (rule: Bag) => {
    const ports = holds(rule.list("ports"), (list) => list.length > 0);
    const peers = rule.list("to");
    const anywhere =
      peers.state === "known" && peers.value.length > 0 ? anyPublic(listed(rule, "to", "ipBlock.cidr")) : true;
    const open = peers.state === "unknown" ? peers : anywhere;
    return faultIf(allOf([open, not(ports)]), rule.path, "lets everything out to anywhere");
  });
}

export const egressRestricted: Rule = {
  id: "egress-restricted",
  packs: ["zero-trust"],
  title: "What can read personal data cannot send it anywhere",
  severity: "medium",
  scope: "graph",
  since: "0.2.0",
  why: "An intruder who can read data still has to get it out; where everything may leave, nothing stops that.",
  equivalents: ["CKV_AWS_382", "AWS-0104", "GCP-0035"],
  fixText: ({ type }) => {
    if (type.startsWith("aws:")) return "Name the ports and networks, prefix lists or groups that are called.";
    if (type === FUNCTION) {
      return "Set `serviceConfig.vpcConnector` and `vpcConnectorEgressSettings: ALL_TRAFFIC`, and let the network's firewall decide.";
    }
    if (type === FIRST) {
      return "Set `vpcConnector` and `vpcConnectorEgressSettings: ALL_TRAFFIC`, and let the network's firewall decide.";
    }
    if (type === AKS) return "Set `networkProfile.outboundType: userDefinedRouting` with a route to a firewall.";
    if (type === SUBNET) return "Set `defaultOutboundAccess: false`; it is decided when a subnet is created.";
    return "Name peers and ports in `spec.egress`.";
  },
  settings: [PERSONAL_CLASSES],
  checks: {
    ...Object.fromEntries(OUTBOUND.map((type) => [type, wherePersonal(rules)])),
    [FUNCTION]: wherePersonal(cloudFunction),
    [FIRST]: wherePersonal(firstGeneration),
    [AKS]: wherePersonal((cluster: Resource<ManagedClusterArgs>) =>
      mustSay(cluster.text("networkProfile.outboundType"), {
        good: ["userDefinedRouting", "none", "block"],
        bad: ["loadBalancer", "managedNATGateway", "userAssignedNATGateway"],
        byDefault: "loadBalancer",
      }),
    ),
    [SUBNET]: wherePersonal((subnet: Resource<SubnetArgs>) =>
      mustBe(subnet.flag("defaultOutboundAccess"), false, true),
    ),
    [POLICY]: wherePersonal(networkPolicy),
  },
};
