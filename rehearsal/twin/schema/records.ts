/** Builds a record without a prototype, so that `record["constructor"]` is absent. */
export function record<T>(entries: Iterable<readonly [string, T]>): { [name: string]: T } {
  const made = Object.create(null) as { [name: string]: T };
  for (const [name, value] of entries) made[name] = value;
  return made;
}
