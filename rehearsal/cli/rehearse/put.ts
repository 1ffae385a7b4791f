import { fromJson, type Json } from "../../wire/json.ts";
import { type Path, parsePath } from "../../wire/path.ts";
import { isList, isObject, type Properties, Secret, type Value } from "../../wire/value.ts";

/** The properties with another value at a path; null takes what is there away. A text or number has nothing inside. */
export function put(properties: Properties, path: string, value: Json): Properties {
  const steps = parsePath(path);
  return steps ? (placed(properties, steps, value === null ? undefined : fromJson(value)) as Properties) : properties;
}

function placed(into: Value | undefined, [head, ...rest]: Path, value: Value | undefined): Value | undefined {
  if (head === undefined) return value;
  const plain = into instanceof Secret ? into.value : into;
  if (isList(plain)) {
    const items = plain.map((item, i) => (String(i) === String(head) ? placed(item, rest, value) : item));
    return items.filter((item) => item !== undefined);
  }
  if (plain !== undefined && !isObject(plain)) return into;
  const { [head]: old, ...others } = plain ?? {};
  const now = placed(old, rest, value);
  return now === undefined ? others : { ...others, [head]: now };
}
