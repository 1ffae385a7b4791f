/** One measured figure, and the most it may be. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
}

export const within = ({ value, limit }: Row): boolean => limit === undefined || value <= limit;

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Takes turns, so that a busy moment of the machine strikes all alike. */
export async function inTurns<Name extends string, Sample>(
  runs: number,
  ways: Readonly<Record<Name, () => Promise<Sample>>>,
): Promise<Record<Name, readonly Sample[]>> {
  const names = Object.keys(ways) as Name[];
  const seen = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<Name, Sample[]>;
  for (let run = 0; run < runs; run++) {
    for (const name of names) seen[name].push(await ways[name]());
  }
  return seen;
}
