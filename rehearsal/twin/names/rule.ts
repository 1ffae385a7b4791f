import type { Properties } from "../../wire/value.ts";
import { digest } from "../seed.ts";

/** How a provider names what the program does not name. */
export interface NameRule {
  readonly property: string;
  /** `copy` takes the program's name as it is; `uuid` ignores it. */
  readonly kind?: "random" | "copy" | "uuid";
  readonly max?: number;
  readonly separator?: string;
  readonly random?: number;
  readonly alphabet?: string;
  readonly lower?: boolean;
  readonly prefix?: string;
  readonly suffix?: (inputs: Properties) => string;
  /** No name is made when this input is there. */
  readonly unless?: string;
}

/** The name, or why there can be none. */
export type Named = { readonly name: string } | { readonly failure: string };

const HEX = "0123456789abcdef";

/** Makes the name that the provider would make; the same seed makes the same name. */
export function makeName(rule: NameRule, urnName: string, seed: Uint8Array, inputs: Properties): Named {
  const { kind = "random", separator = "-", random = 7, alphabet = HEX, max } = rule;
  const base = `${rule.prefix ?? ""}${rule.lower ? urnName.toLowerCase() : urnName}`;
  const end = rule.suffix?.(inputs) ?? "";
  if (kind === "copy") return { name: base + end };
  const faces = digest(Buffer.from(seed).toString("hex"), urnName);
  if (kind === "uuid") return { name: uuidFrom(faces) };
  const start = base + separator;
  if (max !== undefined && start.length + random + end.length > max) {
    return { failure: `name '${start}' plus ${random} random chars is longer than maximum length ${max}` };
  }
  const bytes = Buffer.from(faces, "hex");
  const tail = Array.from({ length: random }, (_, i) => alphabet[(bytes[i] as number) % alphabet.length]).join("");
  return { name: start + tail + end };
}

/** A name that the stack's own naming proposes, with the rule's changes to it. */
export function proposedName(rule: NameRule, proposed: string, inputs: Properties): Named {
  const name = (rule.prefix ?? "") + (rule.lower ? proposed.toLowerCase() : proposed) + (rule.suffix?.(inputs) ?? "");
  return rule.max !== undefined && name.length > rule.max
    ? { failure: `proposed name '${name}' is longer than maximum length ${rule.max}` }
    : { name };
}

const uuidFrom = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
