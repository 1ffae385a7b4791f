import type { Comparison, Miss } from "../../twin/measure/measure.ts";

/** How many keys were right in one respect, of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** The three shares of some recorded resources. */
export interface Shares {
  readonly resources: number;
  readonly present: Share;
  readonly kind: Share;
  readonly form: Share;
}

/** Adds comparisons up: a key that is absent is wrong in its kind and its form too. */
export function sharesOf(comparisons: readonly Comparison[]): Shares {
  const sum = (of: (one: Comparison) => number): number => comparisons.reduce((total, one) => total + of(one), 0);
  const wrong = (whats: readonly Miss["what"][]) =>
    sum(({ misses }) => misses.filter(({ what }) => whats.includes(what)).length);
  const keys = sum((one) => one.keys);
  const steady = keys - sum((one) => one.volatile);
  return {
    resources: comparisons.length,
    present: { right: keys - wrong(["absent"]), of: keys },
    kind: { right: keys - wrong(["absent", "kind"]), of: keys },
    form: { right: steady - sum(({ misses }) => misses.filter(({ steady }) => steady).length), of: steady },
  };
}

export const percent = ({ right, of }: Share): number => (of === 0 ? 100 : (100 * right) / of);

/** Groups by a name, the worst first: by what is present, then kind, then form. */
export function worstFirst(
  comparisons: readonly Comparison[],
  nameOf: (one: Comparison) => string,
): readonly { readonly name: string; readonly shares: Shares; readonly comparisons: readonly Comparison[] }[] {
  const groups = Map.groupBy(comparisons, nameOf);
  return [...groups]
    .map(([name, own]) => ({ name, shares: sharesOf(own), comparisons: own }))
    .sort((a, b) => rank(a.shares) - rank(b.shares) || (a.name < b.name ? -1 : 1));
}
const rank = ({ present, kind, form }: Shares): number => percent(present) + percent(kind) + percent(form);
