import { type Bag, convert, type Read } from "../../core/props.ts";
import { allOf, holds, not, type Truth } from "../../core/truth.ts";
import { type PortRange, portRange } from "../ports.ts";
import { anywhere, blocks, everyPort, type Flow, type FlowReader, inList, texts } from "./flow.ts";

const WITH_PORTS = /^(tcp|udp|sctp|6|17|132)$/i;
const SOURCES = ["sourceRanges", "sourceTags", "sourceServiceAccounts"];
const MATCHED = [
  "match.srcIpRanges",
  "match.srcAddressGroups",
  "match.srcFqdns",
  "match.srcRegionCodes",
  "match.srcSecureTags",
  "match.srcThreatIntelligences",
  "match.srcNetworkScope",
  "match.srcNetworkType",
];

function ports(layer: Bag, protocol: string): readonly Read<PortRange>[] {
  const name = layer.text(protocol);
  if (name.state === "unknown") return [name];
  if (name.state === "known" && !/^all$/i.test(name.value) && !WITH_PORTS.test(name.value)) return [];
  const said = texts(layer, ["ports"]);
  if (said.length === 0) return everyPort(layer.path);
  return said.map((read) => convert(read, "a port or a range of ports", portRange));
}

// a rule that names no source of any kind is for everybody
function peers(rule: Bag, ranges: string, others: readonly string[]): readonly Read<string>[] {
  const own = blocks(rule, [ranges]);
  const named = texts(rule, others);
  const open = own.length === 0 && named.every(({ state }) => state === "absent");
  return open ? anywhere(rule.path) : own;
}

const enabled = (rule: Bag): Truth => not(holds(rule.flag("disabled"), (off) => off));
const inbound = (rule: Bag): Truth =>
  holds(rule.text("direction"), (direction) => direction.toUpperCase() === "INGRESS", true);

const firewall: FlowReader = (rule) => {
  const of = (property: string, allows: boolean) =>
    inList(
      rule,
      property,
      (layer): Flow => ({
        path: layer.path,
        inbound: inbound(rule),
        allows: allOf([allows, enabled(rule)]),
        peers: peers(rule, "sourceRanges", SOURCES),
        ports: ports(layer, "protocol"),
        protocol: layer.text("protocol"),
      }),
    );
  return [...of("allows", true), ...of("denies", false)];
};

const policyRule: FlowReader = (rule) =>
  inList(
    rule,
    "match.layer4Configs",
    (layer): Flow => ({
      path: layer.path,
      inbound: inbound(rule),
      allows: allOf([holds(rule.text("action"), (action) => action.toLowerCase() === "allow"), enabled(rule)]),
      peers: peers(rule, "match.srcIpRanges", MATCHED),
      ports: ports(layer, "ipProtocol"),
      protocol: layer.text("ipProtocol"),
      priority: rule.number("priority"),
    }),
  );

export const GCP_FLOWS = {
  "gcp:compute/firewall:Firewall": firewall,
  "gcp:compute/networkFirewallPolicyRule:NetworkFirewallPolicyRule": policyRule,
  "gcp:compute/regionNetworkFirewallPolicyRule:RegionNetworkFirewallPolicyRule": policyRule,
} as const satisfies Readonly<Record<string, FlowReader>>;
