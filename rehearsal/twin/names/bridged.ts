import type { ResourceSchema } from "../schema/types.ts";
import type { NameRule } from "./rule.ts";

/** The rule of bridged providers: a text input `name` is made up, unless a table says otherwise. */
export const bridgedNames =
  (table: { readonly [token: string]: NameRule | "never" }) =>
  ({ token, inputs }: ResourceSchema): NameRule | undefined => {
    const own = table[token];
    if (own === "never") return undefined;
    if (own) return own;
    const name = inputs["name"];
    if (name?.type.kind !== "string" || name.required) return undefined;
    return { property: "name", max: 255, ...(inputs["namePrefix"] && { unless: "namePrefix" }) };
  };
