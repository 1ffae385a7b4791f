import type { Input, Output, Resource } from "@pulumi/pulumi";
import type { Addons } from "../addons/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Grant } from "../core/grant.ts";
import type { Identity } from "../core/identity.ts";
import type { Criticality, Tags } from "../core/tags.ts";
import type { Transform, Transforms } from "../core/transform.ts";
import type { JwtIssuer, ServiceMesh } from "../mesh/index.ts";
import type { AcmeServer } from "./acme.ts";
import type { EdgeChildren, GatewayChildren } from "./native.ts";

export interface GatewayArgs {
  readonly cluster: KubernetesCluster;
  /** The mesh that the cluster is in: what comes in goes on as one of its calls. */
  readonly mesh: ServiceMesh;
  /** Where names are proven to be ours, so that certificates are signed and renewed by themselves. */
  readonly zone: Zone;
  /** The cluster's add-ons: gateway-api and cert-manager, and external-secrets where the certificate is put into a vault. */
  readonly addons: Addons;
  /** What is served, by name: at most 10 names (ACM's quota of names in a certificate). */
  readonly hosts: readonly Host[];
  /** Who brings no token of these is turned away; `[]` lets anybody in, and what is behind must ask for itself. */
  readonly jwt: readonly JwtIssuer[];
  /** Paths that need no token: `/healthz`. @default [] */
  readonly publicPaths?: readonly string[];
  /** What is turned away before it reaches the cluster. @default { mode: "block", requestsPerFiveMinutes: 2000 } */
  readonly firewall?: Firewall;
  /** What else must be there first. @default [] */
  readonly after?: readonly Resource[];
  /** How much depends on it. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What only one cloud can do. @default {} */
  readonly native?: GatewayNative;
  /** Changes to the resources of one cloud, or to objects in the cluster. @default {} */
  readonly transform?: Transforms<EdgeChildren> & {
    readonly kubernetes?: { readonly [K in keyof GatewayChildren]?: Transform<GatewayChildren[K]> };
  };
}

/** A name that is served, and by whom. */
export interface Host {
  readonly host: string;
  /** @default [] */
  readonly routes?: readonly Route[];
  /** Whose own routes serve it, as a `FederatedApp`'s do. @default [] */
  readonly routedBy?: readonly Router[];
}
/** A namespace that brings routes of its own, which name the gateway's `parent`, and rights of its own. */
export interface Router {
  readonly namespace: string;
  /** Of its pods: the gateway's reach no others. */
  readonly podPorts: readonly number[];
}
/** Whose the requests below a path are; several with one path share them by weight. */
export interface Route {
  /** @default "/" */
  readonly pathPrefix?: string;
  readonly namespace: string;
  readonly service: string;
  /** Of the service. */
  readonly port: number;
  /** Of its pods, which a right to call is about. @default the service's */
  readonly podPort?: number;
  /** Of its pods. @default all of the namespace */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** @default 1 */
  readonly weight?: number;
}
/** A web application firewall before the cluster: known attacks, and too many requests from one address. */
export interface Firewall {
  /** Whether what is found is turned away, or only logged. */
  readonly mode: "block" | "count";
  /** From one address: 10 (AWS WAF's least) to 5000 (Application Gateway's most). */
  readonly requestsPerFiveMinutes: number;
}
/** A zone of names that is ours. */
export interface Zone {
  /** `acme.example`. */
  readonly domain: string;
  /** Who may sign certificates for its names. */
  readonly authorities: readonly string[];
  /** Zones below it that are others'. */
  readonly delegated: ReadonlySet<string>;
  /** Puts a record there that proves a name to be ours, once for each `key`: an account and a name. */
  prove(key: string, record: Proof): Resource;
  /** Says that a domain below is found at other servers. */
  delegate(domain: string, servers: Output<string[]>): Resource;
}
/** A record that somebody who signs certificates looks for. */
export interface Proof {
  readonly name: Input<string>;
  readonly value: Input<string>;
}
/** What only one cloud can do. */
export interface GatewayNative {
  readonly azure?: {
    /** A certificate with its key (PKCS #12) in Key Vault, by name and without a version, so that its next one is taken. @default one that `acme` signs */
    readonly certificate?: VaultCertificate;
    /** Who signs. @default Let's Encrypt */
    readonly acme?: AcmeServer;
    /** How the address in the cluster counts in the network's `balancers` block. @default 20 */
    readonly balancerHost?: number;
  };
}
/** As `Secret` is. */
export interface VaultCertificate {
  readonly reference: Output<string>;
  grantRead(identity: Identity): Grant;
}

/** `GatewayArgs` with every default applied and every limit checked. */
export interface GatewaySpec {
  readonly cluster: KubernetesCluster;
  readonly hosts: readonly {
    readonly host: string;
    readonly routes: readonly Required<RouteParts>[];
    readonly routedBy: readonly Router[];
  }[];
  readonly jwt: readonly JwtIssuer[];
  readonly publicPaths: readonly string[];
  readonly firewall: Firewall;
  /** How many pods take what comes in, at least. */
  readonly replicas: number;
  readonly criticality: Criticality;
  readonly tags: Tags;
  /** Who signs where the cloud does not. */
  readonly acme: AcmeServer;
  readonly native: GatewayNative;
}
type RouteParts = Omit<Route, "podLabels"> & { readonly podLabels: Readonly<Record<string, string>> };
