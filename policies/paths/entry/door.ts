import type { Graph } from "../../core/graph.ts";
import type { Unknown } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { Truth } from "../../core/truth.ts";
import type { Peer } from "../address.ts";
import type { Cluster } from "../cluster.ts";
import type { Internet } from "../declaration.ts";
import { type Hop, uncovered } from "../hop.ts";

/** A way from the internet to a Service of a cluster. */
export interface Door {
  readonly hops: readonly Hop[];
  /** The port of the Service that it leads to, by number or name; nothing where it may lead to any. */
  readonly port?: string;
  /** Where its pods see callers come from. */
  readonly sources: Peer | Unknown;
  /** The name by which it calls on, where that is not the caller's. */
  readonly host?: string;
}
/** Finds the doors to a Service that one kind of balancer makes. */
export type Finder = (service: Resource, cluster: Cluster, caller: Internet) => readonly Door[];

/** Something that leads to a Service, how far is not known here. */
export function unfollowed(by: Resource, service: Resource, what: string): Door {
  const hop = hopOf(`a way in by ${by.name} to ${service.name}`, uncovered(by.name, what), by);
  return { hops: [hop], sources: { kind: "internet" } };
}

/** What leads from outside to balancers that are internal, in ways that are not followed. */
const INWARD = [
  "aws:apigateway/vpcLink:VpcLink",
  "aws:apigatewayv2/vpcLink:VpcLink",
  "aws:cloudfront/vpcOrigin:VpcOrigin",
  "aws:ec2/vpcEndpointService:VpcEndpointService",
  "azure-native:network:PrivateLinkService",
  "gcp:compute/serviceAttachment:ServiceAttachment",
];

/** What is public, or may be led to from outside all the same. */
export function orLinked(isPublic: Truth, graph: Graph): Truth {
  const [link] = INWARD.flatMap((type) => graph.ofType(type));
  if (isPublic !== false || link === undefined) return isPublic;
  return uncovered(link.name, "may lead to internal balancers, which is not followed");
}

export function hopOf(what: string, open: Truth, ...by: readonly Resource[]): Hop {
  return { what, open, by: by.map(({ urn }) => urn) };
}
