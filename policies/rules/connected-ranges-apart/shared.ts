import { containsCidr } from "cidr-tools";

// addresses that many networks may have, for pods that are translated where they leave (RFC 6598)
const SHARED = "100.64.0.0/10";

/** Whether a block is of the address space that networks share and do not route. */
export function isShared(block: string): boolean {
  return containsCidr(SHARED, block);
}
