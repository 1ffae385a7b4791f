import type { Cloud } from "../core/site.ts";

/** Until when each cloud supports a minor version without extra charge (ISO date). */
type Support = { readonly [C in Cloud]: string };

// Amazon EKS release calendar, GKE release schedule, AKS release calendar, as published in November 2026;
// 1.36: upstream's own end of life, before which no cloud ends its support
const SUPPORT: Readonly<Record<string, Support>> = {
  "1.35": { aws: "2027-03-27", gcp: "2027-04-11", azure: "2027-03-31" },
  "1.36": { aws: "2027-06-28", gcp: "2027-06-28", azure: "2027-06-28" },
};

/** Minor versions of Kubernetes that all three clouds support. */
export const VERSIONS = Object.keys(SUPPORT);
/** What a cluster gets that does not say. */
export const DEFAULT_VERSION = "1.35";

/** When a cloud stops to support a minor version without extra charge; undefined where the version is not in support. */
export function endOfSupport(version: string, cloud: Cloud): string | undefined {
  return SUPPORT[version]?.[cloud];
}
