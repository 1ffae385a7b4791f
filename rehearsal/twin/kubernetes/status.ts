import type { Properties } from "../../wire/value.ts";
import type { Context } from "../type.ts";

/** What controllers report of an object once it is ready. */
export function statusOf(_token: string, _object: Properties, _context: Context): Properties | undefined {
  return undefined;
}
