import type { Read } from "../core/props.ts";
import { decide, type Verdict } from "../core/verdict.ts";

/** A member of a Google Cloud grant is somebody: neither everybody, nor everybody with any account at all. */
export function notAnybody(read: Read<string>): Verdict {
  return decide(read, { known: (member) => (/^all(Authenticated)?Users$/.test(member) ? `is ${member}` : undefined) });
}
