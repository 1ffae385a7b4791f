import type { Twin } from "../../twin/index.ts";

/** Accounts and regions that stand in for real ones, as one flat list. */
export function placesOfTwin(twin: Twin): { [name: string]: string } {
  const entries = Object.entries(twin.places).flatMap(([cloud, place]) =>
    Object.entries(place as { readonly [key: string]: string }).map(
      ([key, value]) => [`${cloud}.${key}`, value] as const,
    ),
  );
  return Object.fromEntries(entries);
}
