import type { Cloud } from "./site.ts";

/** What was asked for does not exist there; the message says what to do instead. */
export class UnsupportedError extends Error {
  override readonly name = "UnsupportedError";
}

/** The table entry for a cloud that cannot do it. */
export function unsupportedOn(cloud: Cloud, instead: string): () => never {
  return () => {
    throw new UnsupportedError(`not available on ${cloud}: ${instead}`);
  };
}
