/** The known word that looks most like a wrong one, if any does. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.ceil(wrong.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const word of known) {
    const steps = distance(wrong.toLowerCase(), word.toLowerCase(), least);
    if (steps < least || (steps === least && best !== undefined && word < best)) {
      best = word;
      least = steps;
    }
  }
  return least <= limit ? best : undefined;
}

/** Levenshtein distance, given up at `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
