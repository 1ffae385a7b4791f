import type { Transforms } from "../core/transform.ts";
import type { Gateway } from "../gateway/index.ts";
import type { DoorChildren } from "./native.ts";
import type { DnsZone } from "./zone.ts";

export interface GlobalDnsArgs {
  /** Where the names are; several ways in need a zone on AWS, which steers between them. */
  readonly zone: DnsZone;
  /** The ways in, the preferred one first; each leads to the hosts that it serves. */
  readonly endpoints: readonly Endpoint[];
  /** Who is sent where: by weights, to the nearest, or to the first that is well. @default "weight" */
  readonly steering?: Steering;
  /** How it is found out from outside who is well. @default { intervalSeconds: 30, failures: 3 } */
  readonly health?: Health;
  /** Names of sites that nobody is sent to, such as one that is mended: only names change. @default [] */
  readonly drained?: readonly string[];
  /** How long an answer is remembered, and so how long a site that is drained or ill still gets calls: 1 to 86400. @default 60 */
  readonly ttlSeconds?: number;
  /** Changes to the resources of the zone's cloud. @default {} */
  readonly transform?: Transforms<DoorChildren>;
}

/** How callers are told apart. */
export type Steering = "weight" | "latency" | "failover";
/** A gateway, and how much goes there. */
export interface Endpoint {
  readonly gateway: Entry;
  /** Its share where `steering` is "weight": 1 to 255, the most that Route 53 takes. @default 1 */
  readonly weight?: number;
  /** The region of AWS that lies nearest, where `steering` is "latency". @default its own on AWS, else looked up by its region */
  readonly nearestAwsRegion?: string;
}
/** What is known of a gateway here. */
export type Entry = Pick<Gateway, "logicalName" | "site" | "hosts" | "address" | "healthPath"> & {
  readonly spec: Pick<Gateway["spec"], "firewall">;
};
/** How a gateway is asked whether calls get in. */
export interface Health {
  /** Seconds between two questions of one checker; there are about 15, all over the world. */
  readonly intervalSeconds: 10 | 30;
  /** How many answers in a row must fail: 1 to 10. */
  readonly failures: number;
}
