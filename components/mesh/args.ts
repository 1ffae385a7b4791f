import type { Resource } from "@pulumi/pulumi";
import type { Backbone } from "../backbone/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Transform } from "../core/transform.ts";
import type { MeshChildren } from "./native.ts";

export interface MeshArgs {
  /** What is joined: the services of each are there for all. */
  readonly clusters: readonly KubernetesCluster[];
  /** What every identity begins with: `mesh.example`. One mesh has one, and no other mesh has it. */
  readonly trustDomain: string;
  /** Who signs the certificate authority of each cluster. */
  readonly trust: Trust;
  /** The private ways between the clusters: with them it is checked that gateways and API servers can be reached. @default none: that is a finding where there are several clusters */
  readonly backbone?: Backbone;
  /** What may be called outside the mesh; all else is closed. @default [] */
  readonly egress?: readonly Egress[];
  /** What every call in the mesh gets that says nothing else. @default see `Traffic` */
  readonly traffic?: Traffic;
  /** Where spans go: an OTLP collector in a namespace that the mesh sees. @default none */
  readonly telemetry?: Telemetry;
  /** Who steers a pod's traffic to its proxy: an agent on each node, so that pods stay restricted, or a privileged container in each pod. @default "node" */
  readonly interception?: "node" | "pod";
  /** How the gateways' addresses count in their network's `balancers` block, by cluster; two clusters in one network need two. @default 10 */
  readonly gatewayHosts?: Readonly<Record<string, number>>;
  /** A release of Istio, with its patch. @default "1.31.0" */
  readonly version?: string;
  /** Where images come from: a registry, or a mirror of it. @default "registry.istio.io/release" */
  readonly images?: string;
  /** What must be there first: cert-manager where it issues. @default [] */
  readonly after?: readonly Resource[];
  /** Changes to objects in the clusters, in all of them. @default {} */
  readonly transform?: { readonly kubernetes?: { readonly [K in keyof MeshChildren]?: Transform<MeshChildren[K]> } };
}

/** Who signs the certificate authority of each cluster; all must lead to one root. */
export type Trust =
  | {
      /** A root in Pulumi's state, and an intermediate for each cluster: for development. */
      readonly kind: "selfSigned";
      /** Counted up, it makes new intermediates; the root stays. @default 1 */
      readonly generation?: number;
    }
  | {
      /** cert-manager on each cluster asks a managed authority. */
      readonly kind: "issuer";
      /** The issuer, or one for each cluster by its name. */
      readonly issuer: Issuer | Readonly<Record<string, Issuer>>;
      /** Counted up, it makes cert-manager ask for new ones, under the same root. @default 1 */
      readonly generation?: number;
    };

/** An issuer of cert-manager's, and what stands behind it. */
export interface Issuer {
  readonly name: string;
  /** @default "ClusterIssuer" */
  readonly kind?: string;
  /** The issuer's API group: `awspca.cert-manager.io`. @default "cert-manager.io" */
  readonly group?: string;
  /** What the root is called that it leads to; compared between clusters. */
  readonly root: string;
  /** How many authorities may follow below the one that signs: at least 1, since istiod is one itself. */
  readonly pathLength: number;
  /** What must be there before it can be asked. @default [] */
  readonly ready?: readonly Resource[];
}

/** Names outside the mesh. */
export interface Egress {
  readonly name: string;
  readonly hosts: readonly string[];
  /** @default [443] */
  readonly ports?: readonly number[];
  /** In which clusters. @default all */
  readonly clusters?: readonly string[];
}

/** What every call in the mesh gets that says nothing else. */
export interface Traffic {
  /** Attempts after the first. @default 2 */
  readonly retries?: number;
  /** How long one attempt may take. @default 5 */
  readonly attemptTimeoutSeconds?: number;
  /** How long a connection may take to open. @default 3 */
  readonly connectTimeoutSeconds?: number;
  /** Errors in a row that take an endpoint out, so that others (of the next region, in the end) get its calls. @default 5 */
  readonly errorsBeforeEjection?: number;
  /** How long it stays out at first. @default 30 */
  readonly ejectionSeconds?: number;
  /** How many calls may wait for a connection before more are turned away. @default 1024 */
  readonly pendingRequests?: number;
}

/** An OTLP collector, one in each cluster: no cluster sends to another's. */
export interface Telemetry {
  /** `collector.observability.svc.cluster.local`. */
  readonly service: string;
  /** @default 4317 */
  readonly port?: number;
  /** Of 100 requests, how many are traced. @default 1 */
  readonly samplingPercent?: number;
}
