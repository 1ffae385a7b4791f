import type { Properties } from "../../wire/value.ts";
import type { ResourceSchema } from "../schema/types.ts";
import { camel } from "./template.ts";

/** The inputs that an import id tells, by the first of the documented forms that fits. */
export function parse(id: string, schema: ResourceSchema | undefined, own: string | undefined): Properties {
  for (const template of schema?.importIds ?? []) {
    const names: string[] = [];
    const pattern = template.split(/(\{\{[^}]*\}\})/).map((part) => {
      if (!part.startsWith("{{")) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(camel(part.slice(2, -2).trim()));
      return "([^/]+)";
    });
    const found = names.length > 0 ? new RegExp(`^${pattern.join("")}$`).exec(id) : null;
    if (!found) continue;
    const values = Object.fromEntries(names.map((name, i) => [name, found[i + 1] as string]));
    return Object.fromEntries(Object.entries(values).filter(([name]) => schema?.inputs[name]));
  }
  return own === undefined ? {} : { [own]: id.slice(id.lastIndexOf("/") + 1) };
}
