import type { Properties } from "../../wire/value.ts";

/** One resource as a real provider left it. A value that nobody can read is UNKNOWN. */
export interface Recording {
  readonly type: string;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}
