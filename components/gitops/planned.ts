import type { KubernetesCluster } from "../core/cluster.ts";
import type { Copies, GitOpsArgs, Groups, Repository, Sso, TenantNamespace } from "./args.ts";
import type { KindName } from "./kinds.ts";

/** The namespace of Argo CD on its host. */
export const SYSTEM = "argocd";
/** Where a cluster keeps what Argo CD is there. */
export const ON_DESTINATION = "argocd-access";
/** What the platform's own project is called. */
export const PLATFORM = "platform";

/** What is built where. */
export interface GitOpsPlan {
  readonly host: KubernetesCluster;
  readonly destinations: readonly PlannedDestination[];
  readonly repositories: readonly Repository[];
  readonly sso: Required<Sso>;
  readonly url: string;
  readonly gatewayNamespace: string | undefined;
  readonly operators: readonly string[];
  readonly replicas: number;
  readonly secretStore: GitOpsArgs["secretStore"];
  readonly knownHosts: readonly string[];
  readonly backup: Required<Copies> | undefined;
  /** Ports of repositories, outside. */
  readonly repositoryPorts: readonly number[];
  /** CIDR ranges of API servers: of the host, and of the other clusters. */
  readonly hostApi: readonly string[];
  readonly called: readonly string[];
}
export interface PlannedDestination {
  readonly name: string;
  readonly cluster: KubernetesCluster;
  readonly wave: number;
  readonly tokenGeneration: number;
  /** Argo CD runs there, and needs no token. */
  readonly local: boolean;
}
/** What a tenant gets, and where. */
export interface TenantPlan {
  readonly name: string;
  readonly repositoryUrl: string;
  readonly revision: string;
  readonly clusters: readonly PlannedDestination[];
  readonly applications: readonly PlannedApplication[];
  readonly kinds: readonly KindName[];
  readonly groups: Groups;
  readonly prune: boolean;
  /** In the order in which a change reaches them; one only where all get it at once. */
  readonly waves: readonly number[];
}
/** One Application: a folder, and the namespace of the cluster that it comes to. */
export interface PlannedApplication {
  readonly name: string;
  readonly cluster: PlannedDestination;
  readonly namespace: TenantNamespace;
  readonly path: string;
}

/** A namespace among all clusters. */
export function placeName(cluster: string, namespace: string): string {
  return `${cluster}/${namespace}`;
}
