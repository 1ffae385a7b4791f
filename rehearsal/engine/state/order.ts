import { linksOf } from "../links.ts";
import type { ResourceState } from "../resource.ts";

/** The same entries in the one topological order that does not depend on who finished first: ties go by URN. */
export function canonicalOrder(resources: readonly ResourceState[]): ResourceState[] {
  const byUrn = new Map<string, number[]>();
  const byReference = new Map<string, number>();
  resources.forEach((resource, i) => {
    const same = byUrn.get(resource.urn);
    if (same) same.push(i);
    else byUrn.set(resource.urn, [i]);
    byReference.set(`${resource.urn}::${resource.id}`, i);
  });
  const blocks: number[][] = resources.map(() => []);
  const needs = resources.map((resource, i) => {
    const provider = resource.provider ? byReference.get(resource.provider) : undefined;
    const urns = linksOf(resource).flatMap(({ urn }) => byUrn.get(urn) ?? []);
    // entries of one URN keep their order, which says which of them is the older
    const twins = byUrn.get(resource.urn) ?? [];
    const all = new Set([...urns, ...twins, ...(provider === undefined ? [] : [provider])].filter((j) => j < i));
    for (const j of all) (blocks[j] as number[]).push(i);
    return all.size;
  });
  const key = (i: number): string => (resources[i] as ResourceState).urn;
  const free = needs.flatMap((count, i) => (count === 0 ? [i] : [])).sort((a, b) => compare(key(b), key(a)));
  const ordered: ResourceState[] = [];
  for (let next = free.pop(); next !== undefined; next = free.pop()) {
    ordered.push(resources[next] as ResourceState);
    for (const i of blocks[next] as number[]) {
      const left = (needs[i] as number) - 1;
      needs[i] = left;
      if (left === 0) insert(free, i, key);
    }
  }
  return ordered;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// the list is sorted backwards: its last element comes first
function insert(free: number[], item: number, key: (i: number) => string): void {
  let low = 0;
  let high = free.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(key(free[middle] as number), key(item)) > 0) low = middle + 1;
    else high = middle;
  }
  free.splice(low, 0, item);
}
