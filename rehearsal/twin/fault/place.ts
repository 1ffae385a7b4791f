import type { Properties } from "../../wire/value.ts";

// a cluster is a place of its own: <cloud>/<region>/<name>
const KEYS = ["availabilityZone", "zone", "region", "location", "clusterIdentifier"] as const;

/** The regions, zones and clusters that properties name. */
export const placesIn = (properties: Properties): string[] =>
  KEYS.flatMap((key) => {
    const value = properties[key];
    return typeof value === "string" && value !== "" ? [value.slice(value.lastIndexOf("/") + 1)] : [];
  });

/** Whether something in this place is struck when that place is: a zone goes down with its region. */
export const liesIn = (place: string, struck: string): boolean =>
  place === struck || (place.startsWith(struck) && /^-?[a-f]$/.test(place.slice(struck.length)));
