// Karmada's page on releases: the three newest minor versions are supported, each about a year
const SUPPORT: Readonly<Record<string, Release>> = {
  "1.18": { kubernetes: "1.36.2", controllers: "1.35.2" },
};
/** Images of Kubernetes that a release of Karmada was tried with: of the API server, and of the controller manager. */
interface Release {
  readonly kubernetes: string;
  readonly controllers: string;
}

/** Minor versions that are known here. */
export const MINORS = Object.keys(SUPPORT);
/** What a federation gets that does not say. */
export const DEFAULT_VERSION = "1.18.2";

/** What belongs to a version; undefined where it is out of support or not known. */
export function releaseOf(version: string): Release | undefined {
  return /^\d+\.\d+\.\d+$/.test(version) ? SUPPORT[version.replace(/\.\d+$/, "")] : undefined;
}
