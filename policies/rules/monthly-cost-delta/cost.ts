import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { notCovered, undetermined, type Verdict } from "../../core/verdict.ts";
import { NOT_SET, type Part, type Prices } from "./prices.ts";

/** What a stack costs at least, and what of it could not be found out. */
export interface Estimate {
  readonly atLeast: number;
  readonly open: readonly Verdict[];
}

export function estimate(resources: Iterable<Resource>, { parts }: Prices): Estimate {
  const costs = [...resources].flatMap((resource) =>
    (parts.get(resource.type) ?? []).map((part) => costOf(resource, part)),
  );
  return {
    atLeast: costs.reduce<number>((sum, cost) => sum + (typeof cost === "number" ? cost : 0), 0),
    open: costs.filter((cost) => typeof cost !== "number"),
  };
}

function costOf(resource: Resource, { monthly, by, times }: Part): number | Verdict {
  const price = typeof monthly === "number" ? monthly : chosen(resource, by ?? "", monthly);
  if (typeof price !== "number" || times === undefined) return price;
  const count = resource.number(times);
  if (count.state === "unknown") return undetermined(named(resource, count));
  // what does not say how many it is, is one; fewer than none is a word for something else
  return price * (count.state === "absent" ? 1 : Math.max(0, count.value));
}

function chosen(resource: Resource, by: string, prices: ReadonlyMap<string, number>): number | Verdict {
  const read = resource.read(by);
  if (read.state === "unknown") return undetermined(named(resource, read));
  const word = read.state === "absent" ? NOT_SET : String(read.value);
  return (
    prices.get(word) ??
    notCovered(placeOf(resource, by), read.state === "absent" ? "is not set, which has no price" : "has no price")
  );
}

function named<R extends Read>(resource: Resource, read: R): R {
  return { ...read, path: placeOf(resource, read.path) };
}

const placeOf = ({ name }: Resource, path: string): string => `${name}.${path}`;
