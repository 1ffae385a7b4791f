import type { Dice } from "./seed.ts";

/** Text in the armour of a key or certificate; no key stands behind it. */
export function armoured(label: string, dice: Dice, lines: number): string {
  const body = Buffer.from(`simulated ${label}: no real key `.padEnd(36)).toString("base64").slice(0, 48);
  const rest = Array.from({ length: lines }, (_, i) =>
    Buffer.from(dice.hex(`${label} ${i}`, 96), "hex").toString("base64"),
  );
  return `-----BEGIN ${label}-----\n${[body, ...rest].join("\n")}\n-----END ${label}-----\n`;
}
