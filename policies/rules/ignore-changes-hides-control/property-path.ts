/** A step of a path: a name, or `*` for an element or for any name. */
export type Steps = readonly string[];

const STEP = /\.?([^.[\]"]+)|\[(\d+|\*)\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** A property path as Pulumi writes it: `a.b[0].c`, `a["b.c"]`, `a[*]`; nothing where it is none. */
export function stepsOf(path: string): Steps | undefined {
  const steps: string[] = [];
  if (path.startsWith(".")) return undefined;
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const found = STEP.exec(path);
    if (found === null) return undefined;
    const [, name, element, quoted] = found;
    steps.push(element === undefined ? (name ?? quoted?.replace(/\\(.)/g, "$1") ?? "") : "*");
  }
  return steps.length === 0 ? undefined : steps;
}

/** Whether a path is another one, or what that one lies in. */
export function covers(outer: Steps, inner: Steps): boolean {
  const [first, ...rest] = outer;
  if (first === undefined) return true;
  const [own, ...deeper] = inner;
  // an element of a list has no step of its own in the other path
  if (first === "*" && covers(rest, inner)) return true;
  if (own === undefined) return false;
  return (first === "*" || own === "*" || own === first) && covers(rest, deeper);
}
