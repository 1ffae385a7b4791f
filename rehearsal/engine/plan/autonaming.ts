import { createHash } from "node:crypto";
import type { Autonaming } from "../../wire/provider.ts";
import { nameOf, packageOf, typeOf } from "../../wire/urn.ts";

/** `pulumi:autonaming` of a stack's configuration. */
export interface AutonamingConfig {
  readonly mode?: "default" | "verbatim" | "disabled";
  readonly pattern?: string;
  readonly enforce?: boolean;
  readonly providers?: {
    readonly [pkg: string]: AutonamingConfig & { readonly resources?: { readonly [type: string]: AutonamingConfig } };
  };
}
export interface Naming {
  readonly autonaming: Autonaming | undefined;
  /** The name has no random part, so the old object must go before the new one comes. */
  readonly deleteBeforeReplace: boolean;
}
export type Autonamer = (urn: string, randomSeed: Uint8Array) => Naming;

export function makeAutonamer(config: AutonamingConfig, names: { readonly [variable: string]: string }): Autonamer {
  return (urn, randomSeed) => {
    const type = typeOf(urn);
    const provider = config.providers?.[packageOf(type)];
    const chosen = [provider?.resources?.[type], provider, config].find((rule) => rule?.mode || rule?.pattern);
    if (!chosen || chosen.mode === "default") return { autonaming: undefined, deleteBeforeReplace: false };
    if (chosen.mode === "disabled") return named("", "disable", true);
    if (chosen.mode === "verbatim") return named(nameOf(urn), "enforce", true);
    const { text, random } = fill(chosen.pattern as string, { ...names, name: nameOf(urn) }, randomSeed);
    return named(text, chosen.enforce ? "enforce" : "propose", !random);
  };
}

const named = (proposedName: string, mode: Autonaming["mode"], deleteBeforeReplace: boolean): Naming => ({
  autonaming: { proposedName, mode },
  deleteBeforeReplace,
});

const ALPHABETS: { readonly [kind: string]: string } = {
  hex: "0123456789abcdef",
  alphanum: "abcdefghijklmnopqrstuvwxyz0123456789",
  string: "abcdefghijklmnopqrstuvwxyz",
  num: "0123456789",
};

function fill(
  pattern: string,
  variables: { readonly [variable: string]: string },
  seed: Uint8Array,
): { text: string; random: boolean } {
  let random = false;
  const text = pattern.replace(/\$\{([^}]+)\}/g, (whole, expression: string) => {
    const known = variables[expression];
    if (known !== undefined) return known;
    const call = /^(hex|alphanum|string|num)\((\d+)\)$/.exec(expression);
    if (expression === "uuid" || call) random = true;
    if (expression === "uuid") return uuidOf(seed);
    return call ? randomText(seed, ALPHABETS[call[1] as string] as string, Number(call[2])) : whole;
  });
  return { text, random };
}

function randomText(seed: Uint8Array, alphabet: string, length: number): string {
  let text = "";
  for (let block = 0; text.length < length; block++) {
    for (const byte of createHash("sha256").update(seed).update(String(block)).digest())
      text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}

function uuidOf(seed: Uint8Array): string {
  const hex = createHash("sha256").update(seed).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
