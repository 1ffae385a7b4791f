import type { Verdict } from "./model.ts";

/** Verdicts in the words people read. */
export const VERDICTS: { readonly [V in Verdict]: string } = {
  pass: "Passed",
  fail: "Failed",
  undetermined: "Undetermined",
};

/** What a verdict means, in one sentence. */
export const MEANINGS: { readonly [V in Verdict]: string } = {
  pass: "Every step did what it should, and no mandatory policy is violated.",
  fail: "Something has to change before this reaches a real cloud.",
  undetermined: "Nothing failed, but something could not be judged.",
};

const CLOUDS: { readonly [cloud: string]: string } = {
  aws: "AWS",
  gcp: "Google Cloud",
  azure: "Azure",
  kubernetes: "Kubernetes",
  pulumi: "Components",
};

/** The order in which clouds are listed everywhere: the three, Kubernetes, the rest by name. */
export const cloudsInOrder = (clouds: Iterable<string>): string[] => inOrder(clouds, Object.keys(CLOUDS));

/** A cloud as people call it. */
export const cloudTitle = (cloud: string): string => (Object.hasOwn(CLOUDS, cloud) ? (CLOUDS[cloud] ?? cloud) : cloud);

/** `1 resource`, `2 resources`, `1,200 resources`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${number(count)} ${count === 1 ? noun : plural}`;

/** A whole number with separators, the same on every machine. */
export const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** A duration with the precision that people need. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const tenths = Math.round(ms / 100);
  if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The given words, known ones first in their order, then the others by name. */
export function inOrder(words: Iterable<string>, known: readonly string[]): string[] {
  const rank = (word: string) => (known.includes(word) ? known.indexOf(word) : known.length);
  return [...new Set(words)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}
