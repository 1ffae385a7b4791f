import { containsCidr, parseCidr } from "cidr-tools";
import type { Allocation } from "../core/network.ts";
import { type Limit, outside } from "../core/validate.ts";
import { addressIn, overlaps } from "../ipam/index.ts";

// AWS's largest network and smallest subnet (VPC User Guide, "VPC CIDR blocks"); a part is cut in four, for zones
const LARGEST = 16;
const SMALLEST = 28 - 2;
const OUTSIDE_NETWORK = new Set(["pods", "services"]);

/** The limits of an allocation: blocks that are blocks, of a size that can be cut, inside their network and apart. */
export function blockLimits(addresses: Allocation): readonly Limit[] {
  const { slot: _slot, ...blocks } = addresses;
  const { network } = blocks;
  const sound = Object.entries(blocks).filter(([, block]) => isBlock(block));
  const parts = sound.filter(([name]) => name !== "network");
  const inside = parts.filter(([name]) => isBlock(network) && !OUTSIDE_NETWORK.has(name));
  const outer = sound.filter(([name]) => name === "network" || OUTSIDE_NETWORK.has(name));
  const met = [...new Set([...overlaps(parts), ...overlaps(outer)])];
  return [
    ...Object.entries(blocks).map(
      ([name, block]): Limit => [
        `addresses.${name}`,
        !isBlock(block),
        `must be an IPv4 block that begins at its first address, got ${block}`,
      ],
    ),
    ...sound.map(
      ([name, block]): Limit => [
        `addresses.${name}`,
        outside(Number(parseCidr(block).prefix), LARGEST, SMALLEST),
        `must be /${LARGEST} to /${SMALLEST} (AWS: a network is /16 at most, a zone's quarter of it /28 at least), got ${block}`,
      ],
    ),
    ...inside.map(
      ([name, block]): Limit => [
        `addresses.${name}`,
        !containsCidr(network, block),
        `must lie inside addresses.network (${network}), got ${block}`,
      ],
    ),
    ["addresses", met.length > 0, `must be apart, but these meet: ${met.join(", ")}`],
  ];
}

function isBlock(block: string): boolean {
  try {
    const { version, prefixPresent, prefix, ip } = parseCidr(block);
    return version === 4 && prefixPresent && Number(prefix) <= 32 && addressIn(block, 0) === ip;
  } catch {
    return false; // the parser's way to say no
  }
}
