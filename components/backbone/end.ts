import type { Output, Resource } from "@pulumi/pulumi";
import type { Domain, Link, Neighbour } from "./plan.ts";

/** A link's other side: who it is, and its public addresses. */
export interface Peer {
  readonly end: Neighbour;
  readonly outside: readonly Output<string>[];
}
/** What each cloud's files build at one end, and what they can then do. */
export interface BuiltEnd {
  /** What a peering inside the cloud joins. */
  readonly side: object;
  /** Public addresses that are there before any link; none on AWS, where each link brings its own. */
  readonly outside: readonly Output<string>[];
  readonly nodes: Readonly<Record<string, Resource>>;
  /** Builds this side of a link; returns the addresses that the other side calls. */
  readonly join: (link: Link, peer: Peer, keys: readonly Output<string>[]) => readonly Output<string>[];
  /** Answers and asks for names. */
  readonly resolve: (own: readonly Domain[], foreign: readonly Domain[]) => void;
}
