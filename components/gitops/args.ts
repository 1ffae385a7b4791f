import type { Resource } from "@pulumi/pulumi";
import type { Backup } from "../backup/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Cloud } from "../core/site.ts";
import type { Transform } from "../core/transform.ts";
import type { NamespaceArgs } from "../namespace/index.ts";
import type { KindSet } from "./kinds.ts";
import type { GitOpsChildren, TenantChildren } from "./native.ts";

export interface GitOpsArgs {
  /** Where Argo CD runs; it may be a destination too. */
  readonly host: KubernetesCluster;
  /** The clusters that applications come to. */
  readonly clusters: readonly Destination[];
  readonly repositories: readonly Repository[];
  /** How people log in: there is no local account. */
  readonly sso: Sso;
  /** Where people reach it: `https://…`, without a slash at the end. */
  readonly url: string;
  /** The namespace of the gateway that leads to it. @default none: it is reached by port forwarding */
  readonly gatewayNamespace?: string | undefined;
  /** Groups, as the issuer names them, that see and sync the applications of all. @default [] */
  readonly operators?: readonly string[];
  /** How many of each server there are. @default 2 in prod, 1 in dev */
  readonly replicas?: number;
  /** The platform's own applications on every cluster; project and namespace are called after it. @default none */
  readonly platform?: Tenant | undefined;
  /** The store of External Secrets on the host that credentials are read from, and what must be there before. @default none */
  readonly secretStore?: { readonly name: string; readonly ready: readonly Resource[] } | undefined;
  /** Lines of known_hosts, for repositories over SSH on hosts of one's own. @default [] */
  readonly knownHosts?: readonly string[];
  /** Copies of its objects, by Velero on the host. @default none */
  readonly backup?: Copies | undefined;
  /** Changes to its objects. @default {} */
  readonly transform?: {
    readonly kubernetes?: {
      readonly [K in keyof (GitOpsChildren & TenantChildren)]?: Transform<(GitOpsChildren & TenantChildren)[K]>;
    };
  };
}

/** A cluster that applications come to. */
export interface Destination {
  readonly cluster: KubernetesCluster;
  /** A change reaches the clusters of a wave once those of all earlier ones are healthy. @default 0 */
  readonly wave?: number;
  /** One more makes a new token by which Argo CD is known there. @default 1 */
  readonly tokenGeneration?: number;
}
/** A repository that applications may come from. */
export interface Repository {
  readonly name: string;
  /** `https://…`, `ssh://…` or `oci://…`. */
  readonly url: string;
  /** What External Secrets reads: `password` needs the properties username and password, `sshKey` the property sshPrivateKey. @default "public" */
  readonly credentials?: "public" | { readonly form: "password" | "sshKey"; readonly key: string };
}
/** An OIDC issuer, and the public client (PKCE, no secret) that Argo CD is there. */
export interface Sso {
  readonly issuer: string;
  readonly clientId: string;
  /** The claim that lists a person's groups. @default "groups" */
  readonly groupsClaim?: string;
}
/** When copies are made, and how long they are kept. */
export interface Copies {
  /** The host's backup, whose place is used. */
  readonly to: Backup;
  /** Cron, in UTC. @default "0 2 * * *" */
  readonly schedule?: string;
  /** @default 14 */
  readonly keepDays?: number;
}

/** Whose applications: where they come from, where they go, and who may do what with them. */
export interface Tenant {
  /** The folder `<path>/<cluster>/<namespace>` of a repository is what runs there. */
  readonly source: Source;
  /** Closed namespaces, on each of its clusters. */
  readonly namespaces: readonly TenantNamespace[];
  readonly groups: Groups;
  /** Names of its clusters. @default all */
  readonly clusters?: readonly string[] | undefined;
  /** What its repository may declare, as sets of kinds.ts. @default all but `secrets` */
  readonly kinds?: readonly KindSet[] | undefined;
  /** Whether what leaves the repository leaves the cluster. @default false */
  readonly prune?: boolean | undefined;
}
export interface Source {
  /** One of the repositories of GitOps, by its name. */
  readonly repository: string;
  /** @default "teams/<team>", "platform" */
  readonly path?: string;
  /** Branch, tag or commit. @default "main" */
  readonly revision?: string;
}
/** A namespace of a tenant, as `Namespace` takes it. */
export type TenantNamespace = Pick<NamespaceArgs, "quota" | "podSecurity" | "egress" | "ingress" | "mesh"> & {
  readonly name: string;
};
/** Who people are to a tenant. */
export interface Groups {
  /** May sync, and change what runs until the next sync. */
  readonly admins: Group;
  /** May read logs, forward ports and restart pods. */
  readonly developers: Group;
  /** May look. */
  readonly viewers: Group;
}
/** A group of people, as the issuer and each cluster name it. */
export interface Group {
  readonly name: string;
  /** What clusters call it, by cloud: a Kubernetes group of access entries, a Google group's address, an Entra object id. @default name */
  readonly kubernetes?: { readonly [C in Cloud]?: string | undefined } | undefined;
}
