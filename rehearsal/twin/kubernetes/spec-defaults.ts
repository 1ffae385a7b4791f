import type { Properties } from "../../wire/value.ts";
import type { Context } from "../type.ts";

/** What the API server writes into an object where it says nothing. */
export function specDefaults(_token: string, object: Properties, _context: Context): Properties {
  return object;
}
