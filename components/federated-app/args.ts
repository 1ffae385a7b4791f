import type { Input, Resource } from "@pulumi/pulumi";
import type { FederationPlace } from "../core/federation.ts";
import type { Transform } from "../core/transform.ts";
import type { PodIdentity } from "../identity/index.ts";
import type { AppChildren } from "./native.ts";
import type { Placement } from "./placement.ts";

export interface FederatedAppArgs {
  /** Where it is declared, and whose members it runs on. */
  readonly federation: FederationPlace;
  /** Where it is, in every member; a `FederatedNamespace` is one. */
  readonly namespace: NamespacePlace;
  /** With its digest: `registry.example/shop@sha256:…`; a tag may be another image tomorrow. */
  readonly image: string;
  /** The first one is what its service is for. */
  readonly ports: readonly Port[];
  /** How many replicas there are, and who decides. */
  readonly scaling: Scaling;
  /** Where they are: `placement` says it. */
  readonly placement: Placement;
  /** What one replica asks for, and what it may take. */
  readonly resources: Resources;
  /** How a replica says how it is. */
  readonly probes: Probes;
  /** How a new version comes in. @default { kind: "rolling" } */
  readonly strategy?: Strategy;
  /** What the container is started with. @default the image's own */
  readonly args?: readonly string[];
  /** Values, or keys of secrets that are in every member. @default {} */
  readonly env?: Readonly<Record<string, Input<string> | SecretKey>>;
  /** Who it is in the cloud of a member, as its `Identity` says of its service account. @default none */
  readonly identity?: Readonly<Record<string, PodIdentity>>;
  /** The mesh that the members have: it knows who calls. */
  readonly mesh: Mesh;
  /** Who may call it. @default nobody */
  readonly allowFrom?: readonly Caller[];
  /** What it calls in the clusters. @default [] */
  readonly calls?: readonly Callee[];
  /** Names outside the mesh that it calls. @default [] */
  readonly egress?: readonly Outside[];
  /** Where calls from outside come in. @default none */
  readonly route?: Route;
  /** The user and group that it runs as; never 0. @default 65532 */
  readonly user?: number;
  /** How long a pod that goes still answers, so that no call meets a closed door. @default 10 */
  readonly drainSeconds?: number;
  /** How long a pod may take to end after that. @default 30 */
  readonly shutdownSeconds?: number;
  /** How long a member may be out of reach before its part of what is divided moves; copies stay. @default 300 */
  readonly failoverSeconds?: number;
  /** A PriorityClass that every member has. @default none */
  readonly priorityClass?: string;
  /** What is different in a member. @default {} */
  readonly overrides?: Readonly<Record<string, Override>>;
  /** Changes to its objects. @default {} */
  readonly transform?: { readonly kubernetes?: { readonly [K in keyof AppChildren]?: Transform<AppChildren[K]> } };
}

/** Something that must be there first. */
export interface Ready {
  readonly ready: readonly Resource[];
}
/** A namespace of every member. */
export interface NamespacePlace extends Ready {
  readonly name: string;
}
/** Where the container listens. */
export interface Port {
  /** A DNS label of at most 15 characters. */
  readonly name: string;
  readonly port: number;
  /** What is spoken, so that a mesh knows. @default "http" */
  readonly protocol?: "http" | "http2" | "grpc" | "tcp";
}
/** How many replicas there are, and who decides. */
export type Scaling =
  | { readonly kind: "fixed"; readonly replicas: number }
  /** A HorizontalPodAutoscaler in each cluster: it does not need the federation's host. */
  | { readonly kind: "perCluster"; readonly min: number; readonly max: number; readonly cpuPercent: number }
  /** One FederatedHPA over all clusters. */
  | { readonly kind: "acrossClusters"; readonly min: number; readonly max: number; readonly cpuPercent: number };
/** What one replica asks for, and what it may take. */
export interface Resources {
  readonly cpuMillis: number;
  readonly memoryMb: number;
  /** @default none: idle time of the node is free to take */
  readonly cpuLimitMillis?: number;
  /** @default as much as `memoryMb` */
  readonly memoryLimitMb?: number;
}
/** A question to one of the ports. */
export interface Probe {
  /** The name of a port. */
  readonly port: string;
  /** Asked by HTTP. @default none: the port only has to open, or to speak gRPC's health protocol */
  readonly path?: string;
  /** @default 10 */
  readonly periodSeconds?: number;
}
/** Questions to a replica. */
export interface Probes {
  readonly readiness: Probe;
  /** @default whether the first port opens */
  readonly liveness?: Probe;
  /** For what starts slowly: up to 30 periods. @default none */
  readonly startup?: Probe;
}
/** How a new version comes in. */
export type Strategy =
  | { readonly kind: "rolling" }
  | {
      /** By shares of the calls, which the mesh steers. */
      readonly kind: "canary";
      /** Rising, and 100 at last. */
      readonly steps: readonly Step[];
      /** What must hold while it comes in. @default none */
      readonly analysis?: Analysis;
    }
  | {
      /** Beside the old one, and then all at once. */
      readonly kind: "blueGreen";
      /** Whether nobody has to agree. */
      readonly autoPromote: boolean;
    };
/** A share of the calls, and for how long. */
export interface Step {
  readonly weightPercent: number;
  /** Without it somebody has to promote it. @default none */
  readonly pauseSeconds?: number;
}
/** A question to Prometheus that decides. */
export interface Analysis {
  /** URL of the cluster's own Prometheus. */
  readonly address: string;
  /** PromQL with one number as its answer. */
  readonly query: string;
  readonly atLeast: number;
  /** @default 60 */
  readonly intervalSeconds?: number;
  /** Bad answers that end it. @default 2 */
  readonly failures?: number;
}
/** The mesh that the members have, as values. */
export interface Mesh {
  readonly trustDomain: string;
  /** Addresses of the clusters' gateways to each other; none where there is one cluster. */
  readonly gatewayRanges: readonly string[];
  /** The namespace whose collectors read the sidecars' metrics and take their spans. @default none */
  readonly observability?: string;
}
/** Who calls. */
export interface Caller {
  readonly namespace: string;
  readonly serviceAccount: string;
}
/** What is called. */
export interface Callee {
  readonly namespace: string;
  readonly port: number;
}
/** A name outside. */
export interface Outside {
  readonly host: string;
  /** @default 443 */
  readonly port?: number;
}
/** A gateway of every member, by name, and the hosts that come in there. */
export interface Route {
  readonly gateway: { readonly name: string; readonly namespace: string };
  readonly hosts: readonly string[];
  /** What paths begin with. @default "/" */
  readonly path?: string;
}
/** A key of a secret. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}
/** What is different in a member. */
export interface Override {
  /** Where the image comes from there; its digest is the same. @default none */
  readonly registry?: string;
  /** @default none */
  readonly args?: readonly string[];
}
