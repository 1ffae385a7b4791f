import { type Bag, convert, type Read } from "../../core/props.ts";
import { holds } from "../../core/truth.ts";
import { type PortRange, portRange } from "../ports.ts";
import { ANYWHERE, blocks, type Flow, type FlowReader, inList, texts } from "./flow.ts";

const WITHOUT_PORTS = /^(icmp|esp|ah)$/i;
// service tags that hold everybody; others are address lists of one service or network
const EVERYBODY = new Set(["*", "any", "internet"]);

function ports(rule: Bag): readonly Read<PortRange>[] {
  const protocol = rule.text("protocol");
  if (protocol.state === "known" && WITHOUT_PORTS.test(protocol.value)) return [];
  const said = texts(rule, ["destinationPortRange", "destinationPortRanges"]);
  return said.map((read) => convert(read, "a port or a range of ports", portRange));
}

function flow(rule: Bag): Flow {
  const inbound = holds(rule.text("direction"), (direction) => direction.toLowerCase() === "inbound");
  const side = inbound === false ? "destination" : "source";
  const properties = [`${side}AddressPrefix`, `${side}AddressPrefixes`];
  return {
    path: rule.path,
    inbound,
    allows: holds(rule.text("access"), (access) => access.toLowerCase() === "allow"),
    peers: blocks(rule, properties, (name) => (EVERYBODY.has(name) ? ANYWHERE : [])),
    ports: ports(rule),
    protocol: rule.text("protocol"),
    priority: rule.number("priority"),
  };
}

export const AZURE_FLOWS = {
  "azure-native:network:NetworkSecurityGroup": (group) => inList(group, "securityRules", flow),
  "azure-native:network:SecurityRule": (rule) => [flow(rule)],
} as const satisfies Readonly<Record<string, FlowReader>>;
