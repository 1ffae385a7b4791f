import { fromJson, type Json } from "../../wire/json.ts";
import { type Path, parsePath } from "../../wire/path.ts";
import { isList, isObject, type Properties, Secret, type Value } from "../../wire/value.ts";

/**
 * The properties with another value at a path; null takes what is there away. A text or number has nothing inside,
 * and what lies in a secret stays in one.
 */
export function put(properties: Properties, path: string, value: Json): Properties {
  const steps = parsePath(path);
  return steps ? (placed(properties, steps, value === null ? undefined : fromJson(value)) as Properties) : properties;
}

function placed(into: Value | undefined, [head, ...rest]: Path, value: Value | undefined): Value | undefined {
  if (head === undefined) return value;
  if (into instanceof Secret) {
    const inner = placed(into.value, [head, ...rest], value);
    return inner === undefined ? undefined : new Secret(inner);
  }
  if (isList(into)) {
    const items = into.map((item, i) => (String(i) === String(head) ? placed(item, rest, value) : item));
    return items.filter((item) => item !== undefined);
  }
  if (into !== undefined && !isObject(into)) return into;
  const { [head]: old, ...others } = into ?? {};
  const now = placed(old, rest, value);
  return now === undefined ? others : { ...others, [head]: now };
}
