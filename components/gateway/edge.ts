import type { Output, Resource } from "@pulumi/pulumi";
import type { Addons } from "../addons/index.ts";
import type { GatewaySpec, VaultCertificate, Zone } from "./args.ts";
import type { Binding } from "./kubernetes/binding.ts";
import type { GatewayScope } from "./native.ts";
import type { HopAuthority } from "./trust.ts";

/** What a cloud's balancer is built on. */
export interface Behind {
  readonly spec: GatewaySpec;
  readonly zone: Zone;
  readonly hop: HopAuthority;
  /** The pods, and what they are found by. */
  readonly pods: readonly Resource[];
  readonly signer: Signer;
}
/** The cluster, where a certificate can be signed if the cloud signs none. */
export interface Signer {
  readonly scope: GatewayScope;
  readonly addons: Addons;
  readonly after: readonly Resource[];
}
/** Where a name must lead: an address, or a name of AWS's with the zone that it is in. */
export type EdgeAddress =
  | { readonly kind: "ip"; readonly ip: Output<string> }
  | { readonly kind: "alias"; readonly dnsName: Output<string>; readonly zoneId: Output<string> };
/** A cloud's balancer. */
export interface Edge {
  readonly address: EdgeAddress;
  readonly nodes: Readonly<Record<string, Resource | readonly Resource[]>>;
  /** The public certificate, where it is in a vault. */
  readonly certificate?: VaultCertificate;
  /** What enters the pods into it, where the cluster must be told. @default [] */
  readonly bindings?: readonly Binding[];
}
