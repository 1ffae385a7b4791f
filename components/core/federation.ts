import type { ProviderResource, Resource } from "@pulumi/pulumi";
import type { KubernetesCluster } from "./cluster.ts";

/** A federation of clusters as what is placed by it sees it, whoever built it. */
export interface FederationPlace {
  readonly name: string;
  /** Its own API server: what is declared there is propagated to the members. */
  readonly provider: ProviderResource;
  /** The clusters by the names that placements use. */
  readonly members: readonly { readonly name: string; readonly cluster: KubernetesCluster }[];
  /** What must be there before an object is declared on `provider`: its kinds, its members. */
  readonly ready: readonly Resource[];
}
