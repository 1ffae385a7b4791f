import type { NetworkPlace } from "../core/network.ts";
import type { Site } from "../core/site.ts";
import type { Transforms } from "../core/transform.ts";
import type { BackboneChildren } from "./native.ts";

export interface BackboneArgs {
  /** What is joined: each network with each other one. */
  readonly networks: readonly Member[];
  /** How much passes between two clouds: about 1 Gbit/s a tunnel, or the most that gateways of all clouds carry. @default "standard" */
  readonly bandwidth?: "standard" | "high";
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<BackboneChildren>;
}

/** A network of the estate; a `Network` is one. */
export interface Member {
  readonly site: Site;
  readonly place: NetworkPlace;
  /** The number by which its gateway speaks BGP. @default 64512, 64528 or 64544 (AWS, Google Cloud, Azure) and its slot in the address plan */
  readonly asn?: number;
}
