import { equal, isList, isObject, type Properties, type Value } from "../../wire/value.ts";
import { shown } from "../type.ts";
import type { Thing } from "../world/thing.ts";

/** Whether an object is one that the arguments ask for. */
export function matches(thing: Thing, args: Properties): boolean {
  return Object.keys(args).every((key) => {
    const asked = args[key] as Value;
    if (key === "filters") return isList(asked) && asked.every((filter) => passes(thing, filter));
    if (key === "id") return thing.id === asked;
    const own = thing.outputs[key] ?? thing.inputs[key];
    if (own === undefined) return !isName(key) || thing.id.split(/[/:]/).includes(shown(asked));
    if (isObject(asked)) return isObject(own) && Object.keys(asked).every((name) => equal(own[name], asked[name]));
    return equal(own, asked) || (typeof own === "string" && own === thing.id && isName(key) && endsIn(own, asked));
  });
}

/** Arguments that name the object; others may only say how to look. */
const isName = (key: string): boolean => /(name|id|arn|url|key)$/i.test(key);
const endsIn = (path: string, asked: Value): boolean => typeof asked === "string" && path.endsWith(`/${asked}`);

function passes({ id, outputs }: Thing, filter: Value): boolean {
  if (!isObject(filter) || typeof filter["name"] !== "string" || !isList(filter["values"])) return true;
  const { name, values } = { name: filter["name"], values: filter["values"] };
  if (name.startsWith("tag:")) {
    const tags = outputs["tagsAll"] ?? outputs["tags"];
    return isObject(tags) && values.some((value) => like(tags[name.slice("tag:".length)], value));
  }
  const key = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const own = outputs[key];
  return own === undefined ? !key.endsWith("Id") || values.includes(id) : values.some((value) => like(own, value));
}

/** Filters know `*` for anything. */
function like(own: Value | undefined, pattern: Value): boolean {
  if (typeof own !== "string" || typeof pattern !== "string")
    return equal(own, pattern) || (own !== undefined && own !== null && JSON.stringify(own) === pattern);
  const expression = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${expression.join(".*")}$`).test(own);
}
