import { excludeCidr, parseCidr } from "cidr-tools";
import type { Read } from "../core/props.ts";
import type { Truth } from "../core/truth.ts";

/** The largest block of each family that still counts as a known peer, as prefix lengths. */
export interface LargestPeer {
  readonly v4: number;
  readonly v6: number;
}
export const LARGEST_PEER: LargestPeer = { v4: 8, v6: 16 };

// special-purpose registries of IANA (RFC 6890): nobody on the internet has such an address
const NOT_PUBLIC = {
  v4: [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/3",
  ],
  v6: ["::/3", "4000::/2", "8000::/1"],
};

/** Whether the union of address blocks holds more of the internet than one known peer has, however it is split. */
export function isPublic(blocks: readonly string[], largest: LargestPeer = LARGEST_PEER): boolean {
  const of = (version: 4 | 6) => blocks.filter((block) => parsed(block)?.version === version);
  return (
    size(of(4), NOT_PUBLIC.v4) > 2n ** BigInt(32 - largest.v4) ||
    size(of(6), NOT_PUBLIC.v6) > 2n ** BigInt(128 - largest.v6)
  );
}

/** Whether address blocks hold any address of the internet at all. */
export function isPublicAtAll(blocks: readonly string[]): boolean {
  const of = (version: 4 | 6) => blocks.filter((block) => parsed(block)?.version === version);
  return size(of(4), NOT_PUBLIC.v4) > 0n || size(of(6), NOT_PUBLIC.v6) > 0n;
}

/** The same about blocks as they are written, as far as they are known. */
export function anyPublic(blocks: readonly Read<string>[], largest?: LargestPeer): Truth {
  const known = blocks.flatMap((block) => (block.state === "known" ? [block.value] : []));
  return isPublic(known, largest) || (blocks.find((block) => block.state === "unknown") ?? false);
}

function blocksBetween(first: string, last: string): readonly string[] {
  const [from, to] = [parsed(first), parsed(last)];
  if (from?.version !== 4 || to?.version !== 4) return [];
  const blocks: string[] = [];
  for (let at = from.start; at <= to.end; ) {
    let bits = 0n;
    while (bits < 32n && at % (2n << bits) === 0n && at + (2n << bits) - 1n <= to.end) bits += 1n;
    blocks.push(`${[24n, 16n, 8n, 0n].map((shift) => (at >> shift) & 255n).join(".")}/${32n - bits}`);
    at += 1n << bits;
  }
  return blocks;
}

/** Whether a range of addresses, both ends included, holds a public part of the internet. */
export function rangeIsPublic(first: Read<string>, last: Read<string>): Truth {
  if (first.state !== "known") return first.state === "unknown" && first;
  if (last.state !== "known") return last.state === "unknown" && last;
  return isPublic(blocksBetween(first.value, last.value));
}

/** Whether a text is an address or a block of addresses. */
export function isBlock(text: string): boolean {
  return parsed(text) !== undefined;
}

function size(blocks: readonly string[], without: readonly string[]): bigint {
  if (blocks.length === 0) return 0n;
  return excludeCidr([...blocks], [...without]).reduce((sum, rest) => {
    const { start, end } = parseCidr(rest);
    return sum + end - start + 1n;
  }, 0n);
}

function parsed(text: string): ReturnType<typeof parseCidr> | undefined {
  try {
    return parseCidr(text);
  } catch {
    return undefined;
  }
}
