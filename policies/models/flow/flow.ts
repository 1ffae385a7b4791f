import type { Bag, Read, Unknown } from "../../core/props.ts";
import { allOf, anyOf, holds, not, type Truth } from "../../core/truth.ts";
import { anyPublic, isBlock, type LargestPeer } from "../address.ts";
import { ALL_PORTS, coversPorts, type PortRange } from "../ports.ts";

/** One rule of a firewall, in whatever cloud it stands. */
export interface Flow {
  readonly path: string;
  readonly inbound: Truth;
  readonly allows: Truth;
  /** Address blocks: where an inbound flow comes from, where an outbound one goes to. */
  readonly peers: readonly Read<string>[];
  readonly ports: readonly Read<PortRange>[];
  /** As the cloud names it; absent where every protocol is meant. */
  readonly protocol: Read<string>;
  /** Lower is asked first; rules without one only add to each other. */
  readonly priority?: Read<number>;
}
/** The firewall rules of one resource; what could not be read stands in their place. */
export type Flows = readonly (Flow | Unknown)[];
export type FlowReader = (resource: Bag) => Flows;

export const ANYWHERE = ["0.0.0.0/0", "::/0"] as const;

/** Whether the peers of a flow hold a public part of the internet, as far as they are known. */
export function isOpen({ peers }: Flow, largest?: LargestPeer): Truth {
  return anyPublic(peers, largest);
}

// names and numbers of IANA's protocol registry, and the clouds' words for all of them
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  TCP: ["tcp", "6"],
  UDP: ["udp", "17"],
  SCTP: ["sctp", "132"],
};
const EVERY = ["-1", "all", "any", "*"];

/** Whether a flow is about a port of a protocol. */
export function isAbout(
  { protocol: said, ports }: Flow,
  { number, protocol }: { readonly number: number; readonly protocol: string },
): Truth {
  const words = [...EVERY, ...(SPOKEN[protocol] ?? [])];
  const inside = ports.map((range) => holds(range, ({ from, to }) => from <= number && number <= to));
  return allOf([holds(said, (word) => words.includes(word.toLowerCase()), true), anyOf(inside)]);
}

/** Whether a deny that is asked earlier already stops everybody at all ports of this flow. */
export function isShadowed(flow: Flow, flows: Flows): Truth {
  if (flow.priority === undefined) return false;
  const others = flows.filter((item) => item !== flow);
  return anyOf(others.map((other) => (isFlow(other) ? stops(other, flow) : other)));
}

function stops(deny: Flow, flow: Flow): Truth {
  if (deny.priority === undefined || flow.priority === undefined) return false;
  const covered = flow.ports.map((port) => anyOf(deny.ports.map((denied) => covers(denied, port))));
  const earlier = isLess(deny.priority, flow.priority);
  return allOf([not(deny.allows), deny.inbound, isOpen(deny), earlier, ...covered]);
}

function isLess(one: Read<number>, other: Read<number>): Truth {
  if (other.state === "unknown") return other;
  return holds(one, (number) => other.state === "known" && number < other.value);
}

function covers(denied: Read<PortRange>, port: Read<PortRange>): Truth {
  if (denied.state === "unknown") return denied;
  return holds(port, (range) => denied.state === "known" && coversPorts(denied.value, range));
}

export function isFlow(item: Flow | Unknown): item is Flow {
  return !("state" in item);
}

/** The rules in a list property, or why there are none to read. */
export function inList(resource: Bag, property: string, read: (rule: Bag) => Flow): Flows {
  const list = resource.list(property);
  if (list.state === "known") return list.value.map(read);
  return list.state === "unknown" ? [list] : [];
}

/** Each text of the properties that is an address block or a word for one; other names mean no address. */
export function blocks(
  rule: Bag,
  properties: readonly string[],
  words: (name: string) => readonly string[] = () => [],
): readonly Read<string>[] {
  return texts(rule, properties).flatMap((read): readonly Read<string>[] => {
    if (read.state !== "known") return [read];
    const means = isBlock(read.value) ? [read.value] : words(read.value.toLowerCase());
    return means.map((value) => ({ ...read, value }));
  });
}

/** The texts in several properties, lists spread out; what is absent is left out. */
export function texts(rule: Bag, properties: readonly string[]): readonly Read<string>[] {
  return properties.flatMap((property): readonly Read<string>[] => {
    const list = rule.list(property);
    if (list.state === "unknown") return [list];
    return list.state === "known" ? list.value.map((item) => item.itself()) : [];
  });
}

export function everyPort(path: string): readonly Read<PortRange>[] {
  return [{ state: "known", path, value: ALL_PORTS }];
}

export function anywhere(path: string): readonly Read<string>[] {
  return ANYWHERE.map((value) => ({ state: "known", path, value }));
}
