import { createHash } from "node:crypto";

/** Text that looks random and is the same for the same words. */
export const digest = (...words: readonly string[]): string =>
  createHash("sha256").update(words.join("\0")).digest("hex");

/** A source of made-up but repeatable text for one object. */
export interface Dice {
  hex(label: string, length: number): string;
  digits(label: string, length: number): string;
  letters(label: string, length: number, alphabet?: string): string;
  uuid(label: string): string;
}

const LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Dice that show the same faces for the same words. */
export function dice(...words: readonly string[]): Dice {
  const hex = (label: string, length: number): string => {
    let text = "";
    for (let block = 0; text.length < length; block++) text += digest(...words, label, String(block));
    return text.slice(0, length);
  };
  const letters = (label: string, length: number, alphabet = LOWER): string => {
    const bytes = Buffer.from(hex(label, length * 4), "hex");
    return Array.from({ length }, (_, i) => alphabet[bytes.readUInt16BE(i * 2) % alphabet.length]).join("");
  };
  return {
    hex,
    letters,
    digits: (label, length) => letters(`${label}#head`, 1, "123456789") + letters(label, length - 1, "0123456789"),
    uuid: (label) => asUuid(hex(label, 32)),
  };
}

/** 32 hexadecimal digits in the form of a version 4 UUID. */
export function asUuid(hex: string): string {
  const variant = "89ab"[Number.parseInt(hex[16] as string, 16) % 4] as string;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
