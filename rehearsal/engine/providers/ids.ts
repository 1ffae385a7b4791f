import { createHash } from "node:crypto";

/** A UUID that depends on nothing but what it is made from. */
export function randomUuidFrom(...parts: readonly string[]): string {
  const hex = createHash("sha256").update(parts.join("\0")).digest("hex");
  const variant = "89ab"[Number.parseInt(hex[16] as string, 16) % 4] as string;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
