import type { Output, ProviderResource, Resource } from "@pulumi/pulumi";
import type { NetworkPlace } from "./network.ts";
import type { Site } from "./site.ts";

/** A Kubernetes cluster as what runs on it sees it, whoever built it. */
export interface KubernetesCluster {
  /** Unique in the estate, the same wherever clusters are told apart: mesh, federation, GitOps. */
  readonly name: string;
  readonly site: Site;
  readonly network: NetworkPlace;
  /** As its nodes are labelled (`topology.kubernetes.io/region`). */
  readonly region: string;
  /** Minor version: `1.34`. */
  readonly version: string;
  readonly provider: ProviderResource;
  /** What must be there before a pod can run: node pools, network plugin. */
  readonly ready: readonly Resource[];
  /** What the cloud calls it. */
  readonly physicalName: Output<string>;
  /** URL of the API server. */
  readonly server: Output<string>;
  /** Base64 of PEM; empty where a public authority signs. */
  readonly certificateAuthority: Output<string>;
  /** Who signs the tokens of its service accounts: an OIDC issuer URL. */
  readonly issuer: Output<string>;
}

/** The region where a site's nodes run, as the cloud labels them. */
export function regionOf(site: Site): string {
  return site.cloud === "azure" ? site.location : site.region;
}
