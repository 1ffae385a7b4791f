import type { KubernetesCluster } from "../core/cluster.ts";
import { sameAccount } from "../core/name.ts";
import type { Cloud, Site } from "../core/site.ts";

/** Whose clusters can ask an authority of a cloud, and why no others can. */
export interface Reach {
  readonly who: "anybody" | "own account" | "nobody";
  readonly why: string;
}

export const REACH: { readonly [C in Cloud]: Reach } = {
  aws: { who: "anybody", why: "its controller takes a token of any cluster" },
  gcp: {
    who: "own account",
    // deploy/charts/google-cas-issuer/templates/deployment.yaml, v0.12.0: neither volumes nor environment
    why: "the chart of google-cas-issuer mounts no token that Google would take from a pod of another account",
  },
  azure: {
    who: "nobody",
    // a certificate of Key Vault is its own or a public authority's (its page on certificate creation)
    why: "Key Vault signs no authorities: put the root on a site of AWS or Google Cloud, or keep a self-signed one in the state",
  },
};

/** Whether an authority of a site can sign in a cluster. */
export function reaches(site: Site, cluster: KubernetesCluster): boolean {
  const { who } = REACH[site.cloud];
  return who === "anybody" || (who === "own account" && sameAccount(site, cluster.site));
}

/** The first site of clusters whose authority all of them can ask; none in dev, where it costs more than it protects. */
export function homeOf(clusters: readonly KubernetesCluster[]): Site | undefined {
  return clusters
    .map(({ site }) => site)
    .find((site) => site.environment === "prod" && clusters.every((cluster) => reaches(site, cluster)));
}
