import type { Bag, Read } from "../../core/props.ts";
import { anyItem, holds, type Truth } from "../../core/truth.ts";

/** Whether a pattern of names, as `shop.example`, `*.example` or `*`, holds a name; somebody who says none may call any. */
export function holdsHost(pattern: string, host: string | undefined): boolean {
  if (host === undefined || pattern === "*") return true;
  const [wanted, own] = [pattern.toLowerCase(), host.toLowerCase()];
  return wanted.startsWith("*.") ? own.endsWith(wanted.slice(1)) : own === wanted;
}

/** The same of a list of patterns; none at all are all. */
export function listHolds(list: Read<readonly Bag[]>, host: string | undefined): Truth {
  if (list.state === "absent" || (list.state === "known" && list.value.length === 0)) return true;
  return anyItem(list, (pattern) => holdsHost(pattern, host));
}

/** The same of one pattern that may be left out. */
export function oneHolds(pattern: Read<string>, host: string | undefined): Truth {
  return holds(pattern, (text) => text === "" || holdsHost(text, host), true);
}
