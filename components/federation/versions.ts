/** The version of Kubernetes whose servers a release of Karmada was tried with: what its chart names. */
interface Release {
  readonly kubernetes: string;
}
// Karmada's page on releases: the three newest minor versions are supported, each about a year
const SUPPORT: Readonly<Record<string, Release>> = {
  "1.18": { kubernetes: "1.35.2" },
};

/** Minor versions that are known here. */
export const MINORS = Object.keys(SUPPORT);
/** What a federation gets that does not say: the newest that is in the project's chart repository. */
export const DEFAULT_VERSION = "1.18.1";

/** What belongs to a version; undefined where it is out of support or not known. */
export function releaseOf(version: string): Release | undefined {
  return /^\d+\.\d+\.\d+$/.test(version) ? SUPPORT[version.replace(/\.\d+$/, "")] : undefined;
}
