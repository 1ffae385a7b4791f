import type { Output, Resource } from "@pulumi/pulumi";
import type { Addons } from "../addons/index.ts";
import type { GatewaySpec, VaultCertificate, Zone } from "./args.ts";
import type { Binding } from "./kubernetes/binding.ts";
import type { GatewayScope } from "./native.ts";
import type { HopAuthority } from "./trust.ts";

/** A certificate in a vault, and what must be there before somebody reads it. */
export interface Kept {
  readonly certificate: VaultCertificate;
  readonly ready: readonly Resource[];
  readonly nodes: Readonly<Record<string, Resource>>;
}
/** Where a certificate can be signed, and for what. */
export interface Signer {
  readonly spec: GatewaySpec;
  readonly zone: Zone;
  readonly addons: Addons;
  /** The cluster. */
  readonly within: GatewayScope;
  /** What must be there first. */
  readonly after: readonly Resource[];
}
/** What a cloud's balancer is built on. */
export interface Behind {
  readonly spec: GatewaySpec;
  readonly zone: Zone;
  readonly hop: HopAuthority;
  /** The pods, and what they are found by. */
  readonly pods: readonly Resource[];
  /** The certificate, where the cloud signs none. */
  readonly kept: Kept | undefined;
}
/** Where a name must lead: an address, or a name of AWS's with the zone that it is in. */
export type EdgeAddress =
  | { readonly kind: "ip"; readonly ip: Output<string> }
  | { readonly kind: "alias"; readonly dnsName: Output<string>; readonly zoneId: Output<string> };
/** A cloud's balancer. */
export interface Edge {
  readonly address: EdgeAddress;
  readonly nodes: Readonly<Record<string, Resource | readonly Resource[]>>;
  /** What enters the pods into it, where the cluster must be told. @default [] */
  readonly bindings?: readonly Binding[];
}
