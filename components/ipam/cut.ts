import { parseCidr } from "cidr-tools";
import { stringifyIp } from "ip-bigint";

/** The `index`-th block of a length inside a block; `nth("10.0.0.0/8", 16, 2)` is `10.2.0.0/16`. */
export function nth(block: string, length: number, index: number): string {
  const { start, end, version } = parseCidr(block);
  const size = 2n ** BigInt(32 - length);
  const first = start + size * BigInt(index);
  if (first + size - 1n > end) throw new RangeError(`${block} has no ${index + 1} blocks of /${length}`);
  return `${stringifyIp({ number: first, version })}/${length}`;
}

/** A block cut into equal parts, as many as asked for: the first `count` of 4, so that a zone more moves nothing. */
export function cut(block: string, count: number): readonly string[] {
  const length = Number(parseCidr(block).prefix) + 2;
  return Array.from({ length: count }, (_, index) => nth(block, length, index));
}

/** The `index`-th address of a block, counted from its first (0, which no cloud gives to anybody). */
export function addressIn(block: string, index: number): string {
  return nth(block, 32, index).replace("/32", "");
}
