/** Shares of the replicas, by member: what is divided. */
export interface Weights {
  readonly kind: "weights";
  readonly weights: Readonly<Record<string, number>>;
}
/** As many clouds as there should be, chosen by what is free in each. */
export interface Spread {
  readonly kind: "spread";
  readonly minClouds: number;
  readonly maxClouds: number;
  /** Members that are taken as long as they are enough; all others are for when they are not. */
  readonly prefer: readonly string[];
}
/** Each member runs a minimum, and what is more is divided. */
export interface Everywhere {
  readonly kind: "everywhere";
  readonly minimumPerCluster: number;
  readonly surplus: Weights | undefined;
}
/** One member runs all. */
export interface Single {
  readonly kind: "single";
  readonly member: string;
}
/** Where the replicas of an app are; each is one of the forms that Karmada has, and none mixes two. */
export type Placement = Weights | Spread | Everywhere | Single;

/** Says where the replicas of an app are, by the names of the federation's members. */
export const placement = {
  /** Divided by fixed weights: `{ aws: 4, gcp: 3, azure: 2 }`. */
  byWeight: (weights: Readonly<Record<string, number>>): Weights => ({ kind: "weights", weights }),
  /** On so many clouds, by what is free there; `prefer` names members that come first. */
  spread: ({ minClouds, maxClouds, prefer = [] }: SpreadOver): Spread => ({
    kind: "spread",
    minClouds,
    maxClouds,
    prefer: typeof prefer === "string" ? [prefer] : prefer,
  }),
  /** A minimum on each member, so that the loss of any one leaves it on all others; the rest by weight. */
  everywhere: ({ minimumPerCluster, surplus }: Minimum): Everywhere => ({
    kind: "everywhere",
    minimumPerCluster,
    surplus,
  }),
  /** On one member. */
  on: (member: string): Single => ({ kind: "single", member }),
};

interface SpreadOver {
  readonly minClouds: number;
  readonly maxClouds: number;
  readonly prefer?: string | readonly string[];
}
interface Minimum {
  readonly minimumPerCluster: number;
  readonly surplus?: Weights;
}

/** Replicas by weight as Karmada divides them: whole parts, and what is left one each to the heaviest. */
export function divide(replicas: number, weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const heaviest = Object.entries(weights).sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const sum = heaviest.reduce((total, [, weight]) => total + weight, 0);
  const whole = heaviest.map(([, weight]) => Math.floor((replicas * weight) / sum));
  const left = replicas - whole.reduce((total, part) => total + part, 0);
  return Object.fromEntries(heaviest.map(([name], index) => [name, (whole[index] ?? 0) + (index < left ? 1 : 0)]));
}

/** The same shares in the smallest whole numbers. */
export function normalise(weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const divisor = Object.values(weights).reduce(greatestCommonDivisor, 0) || 1;
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, weight / divisor]));
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
