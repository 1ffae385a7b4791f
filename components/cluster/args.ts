import type { EncryptionKey } from "../core/encryption.ts";
import type { NetworkPlace } from "../core/network.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { notWhole, validate } from "../core/validate.ts";
import { type Access, accessLimits, type Everybody, type People, peopleLimits } from "./access.ts";
import type { ClusterChildren, ClusterNative } from "./native.ts";
import { DEFAULT_VERSION, endOfSupport, VERSIONS } from "./versions.ts";

export interface ClusterArgs {
  readonly site: Site;
  /** Where nodes, pods and the control plane's private address lie. */
  readonly network: NetworkPlace;
  /** What the secrets inside are encrypted with. */
  readonly encryption: { readonly key: EncryptionKey };
  /** Who reaches the API server. */
  readonly access: Access;
  /** Who may do what with it. */
  readonly people: People;
  /** Minor version; it changes only when this does, patches come by themselves. @default "1.35" */
  readonly version?: string;
  /** When the cloud may change something by itself, in UTC. @default { day: "sunday", startHour: 2, hours: 6 } */
  readonly maintenance?: Maintenance;
  /** Machines that run the controllers, in each zone. @default 1 */
  readonly systemNodesPerZone?: number;
  /** How much depends on it: control plane's tier, zones, logs. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What only one cloud can do. @default {} */
  readonly native?: ClusterNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<ClusterChildren>;
}

/** A weekly window. */
export interface Maintenance {
  readonly day: (typeof DAYS)[number];
  /** 0 to 23, UTC. */
  readonly startHour: number;
  /** 4 (the least of AKS and GKE) to 24. */
  readonly hours: number;
}
const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** `ClusterArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface ClusterSpec {
  readonly network: NetworkPlace;
  readonly key: EncryptionKey;
  readonly access: Access;
  readonly people: Everybody;
  readonly version: string;
  /** The day on which the cloud's support of the version ends. */
  readonly supportedUntil: string;
  readonly maintenance: Maintenance;
  readonly systemNodesPerZone: number;
  /** Whether the control plane has an availability promise, and logs all it can. */
  readonly tier: "cheap" | "standard" | "high";
  readonly tags: Tags;
  readonly native: ClusterNative;
}

export function resolveCluster(args: ClusterArgs): ClusterSpec {
  const { site, network, encryption, access, people, version = DEFAULT_VERSION, native = {} } = args;
  const { maintenance = { day: "sunday", startHour: 2, hours: 6 }, systemNodesPerZone = 1 } = args;
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  const supportedUntil = endOfSupport(version, site.cloud);
  validate("invalid cluster", [
    ["network", network.cloud !== site.cloud, `${network.name} is on ${network.cloud}, the cluster on ${site.cloud}`],
    [
      "encryption.key",
      encryption.key.cloud !== site.cloud,
      `${encryption.key.name} is on ${encryption.key.cloud}, the cluster on ${site.cloud}`,
    ],
    ...accessLimits(site.cloud, access),
    ...peopleLimits(site.cloud, people),
    [
      "version",
      supportedUntil === undefined,
      `must be in support on ${site.cloud}: one of ${VERSIONS.join(", ")} (versions.ts), got ${version}`,
    ],
    ["maintenance.day", !DAYS.includes(maintenance.day), `must be one of ${DAYS.join(", ")}, got ${maintenance.day}`],
    [
      "maintenance.startHour",
      notWhole(maintenance.startHour, 0, 23),
      `must be 0 to 23 (UTC), got ${maintenance.startHour}`,
    ],
    [
      "maintenance.hours",
      notWhole(maintenance.hours, 4, 24),
      `must be 4 to 24 (AKS and GKE want 4 at least), got ${maintenance.hours}`,
    ],
    ["systemNodesPerZone", notWhole(systemNodesPerZone, 1, 10), `must be 1 to 10, got ${systemNodesPerZone}`],
    [
      "criticality",
      criticality !== "low" && network.zones.length < 2,
      `a ${criticality} cluster needs 2 zones or more, ${network.name} has ${network.zones.length}`,
    ],
  ]);
  return {
    network,
    key: encryption.key,
    access,
    people: { ...people, operators: people.operators ?? [], viewers: people.viewers ?? [] },
    version,
    supportedUntil: supportedUntil ?? "",
    maintenance,
    systemNodesPerZone,
    tier: criticality === "low" ? "cheap" : criticality,
    tags: { ...site.tags, criticality },
    native,
  };
}
