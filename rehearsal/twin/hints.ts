/** Why something is refused, as far as what to do depends on it. */
export type RefusalKind = "limit" | "service" | "missing" | "taken" | "held" | "gone";

/** What the hint speaks of. */
export interface About {
  /** The property that is wrong, or the type that is meant. */
  readonly what: string;
}

/** What to do about each kind of refusal. */
const HINTS: { readonly [kind in RefusalKind]: (about: About) => string } = {
  limit: ({ what }) => `change ${what}`,
  service: ({ what }) => `change ${what}; the real service would say so only at creation`,
  missing: ({ what }) => `declare the ${what} in the program and refer to its output, or correct the reference`,
  taken: ({ what }) => `choose another name for the ${what}, or import the one that is there`,
  held: ({ what }) => `delete what still uses the ${what} first; if it is protected, turn that off and update before`,
  gone: ({ what }) => `run refresh: the ${what} was deleted behind the program's back`,
};

/** A cloud's own words with what to do about it, in one line. */
export const withHint = (words: string, kind: RefusalKind, about: About): string =>
  `${words.replace(/\s+$/, "")} [hint: ${HINTS[kind](about)}]`;
