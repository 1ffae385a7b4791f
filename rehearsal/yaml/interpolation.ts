import { joinPath, parsePath } from "../wire/path.ts";

/** A named value and the way into it: `bucket.tags["a b"][0]`. */
export interface Path {
  readonly root: string;
  readonly tail: readonly (string | number)[];
}
/** Text as it is, or a value put in its place. */
export type Part = string | Path;

// a closing brace inside of quotes closes nothing
const PIECE = /\$\$|\$\{((?:"(?:[^"\\]|\\.)*"|[^}"])*)\}|(\$\{)|[^$]+|\$/g;

/** Takes a text apart; undefined where a `${` is never closed or holds no path. */
export function parseText(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  const add = (more: string): void => {
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + more;
    else parts.push(more);
  };
  for (const [piece, inside, open] of text.matchAll(PIECE)) {
    if (open !== undefined) return undefined;
    if (inside === undefined) add(piece === "$$" ? "$" : piece);
    else {
      const [root, ...tail] = parsePath(inside) ?? [];
      if (typeof root !== "string" || tail.includes("*")) return undefined;
      parts.push({ root, tail });
    }
  }
  return parts;
}

/** Writes a path, for people. */
export const formatPath = ({ root, tail }: Path): string => [root, ...tail].reduce<string>(joinPath, "");
