import type { NetworkPlace } from "../core/network.ts";
import type { Site } from "../core/site.ts";
import type { Transforms } from "../core/transform.ts";
import type { BackboneChildren } from "./native.ts";

export interface BackboneArgs {
  /** What is joined: each network with each other one. */
  readonly networks: readonly Member[];
  /** Networks outside these clouds, where Pulumi and people are. @default [] */
  readonly premises?: readonly Premises[];
  /** How much passes between two clouds: about 1 Gbit/s a tunnel, or the most that gateways of all clouds carry. @default "standard" */
  readonly bandwidth?: "standard" | "high";
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<BackboneChildren>;
}

/** A network outside these clouds: an office, a data centre, a hub that others run. */
export interface Premises {
  readonly name: string;
  /** The name of the site whose gateway it joins; the others reach it from there. */
  readonly at: string;
  /** Which of 8 blocks of addresses inside tunnels it has: 0 to 7, never changed. @default 0 */
  readonly slot?: number;
  /** The public addresses of its VPN gateway: one or two. */
  readonly addresses: readonly string[];
  /** The number by which its gateway speaks BGP. */
  readonly asn: number;
  /** What lies there, as CIDR ranges. */
  readonly ranges: readonly string[];
}

/** A network of the estate; a `Network` is one. */
export interface Member {
  readonly site: Site;
  readonly place: NetworkPlace;
  /** The number by which its gateway speaks BGP. @default 64512, 64528 or 64544 (AWS, Google Cloud, Azure) and its slot in the address plan */
  readonly asn?: number;
}
