import type { Data } from "../core/data.ts";
import type { Allocation, PrivateService } from "../core/network.ts";
import type { Cloud, Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import { blockLimits } from "./blocks.ts";
import type { NetworkChildren, NetworkNative } from "./native.ts";
import { endpointLimits, OFFERED } from "./services.ts";
import { zoneLimits, zonesOf } from "./zones.ts";

export interface NetworkArgs {
  readonly site: Site;
  /** The site's blocks, from `planAddresses`. */
  readonly addresses: Allocation;
  /** How many zones it stands in; one more moves nothing. @default 3 in prod, 1 in dev */
  readonly zones?: 1 | 2 | 3;
  /** How what has no public address reaches the internet; `none` needs private endpoints for what a node needs. @default "nat" */
  readonly egress?: "nat" | "none";
  /** Whether the loss of a zone leaves the others their way out. @default true on AWS where there are several zones and `criticality` is not "low" */
  readonly natPerZone?: boolean;
  /** The cloud's services that are reached without leaving the network. @default all that the cloud offers */
  readonly privateEndpoints?: readonly PrivateService[];
  /** How long it is known who spoke with whom. @default 90, or the site's where that is longer */
  readonly flowLogRetentionDays?: number;
  /** How much depends on it. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What only one cloud can do. @default {} */
  readonly native?: NetworkNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<NetworkChildren>;
}

/** `NetworkArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface NetworkSpec {
  readonly addresses: Allocation;
  /** As the cloud calls them. */
  readonly zones: readonly string[];
  /** Two zones at least, for what a cloud makes in no fewer: its machines stand in `zones` all the same. */
  readonly pairedZones: readonly string[];
  readonly nat: "none" | "one" | "perZone";
  readonly privateEndpoints: readonly PrivateService[];
  readonly flowLogs: Data;
  /** Flow logs are kept longer than what else is logged here. */
  readonly flowLogsOutliveOthers: boolean;
  readonly criticality: Criticality;
  readonly tags: Tags;
  readonly native: NetworkNative;
}

// what CloudWatch accepts, from the least that rules on evidence ask for; the other clouds take any
const FLOW_LOG_DAYS = [90, 120, 150, 180, 365, 400, 545];
/** How a way out lies to zones: a gateway in each, one service over all of them, or one gateway that is in one. */
const NAT_ZONES: { readonly [C in Cloud]: "each" | "all" | "one" } = { aws: "each", gcp: "all", azure: "one" };
// which letter is which zone differs between accounts of AWS alone
const CHOSEN_ZONES: { readonly [C in Cloud]: (native: NetworkNative) => readonly string[] | undefined } = {
  aws: ({ aws }) => aws?.availabilityZones,
  gcp: () => undefined,
  azure: () => undefined,
};

export function resolveNetwork(args: NetworkArgs): NetworkSpec {
  const { site, addresses, egress = "nat", native = {} } = args;
  const { cloud } = site;
  const { zones: count = site.environment === "prod" ? 3 : 1 } = args;
  const chosen = CHOSEN_ZONES[cloud](native);
  const zones = chosen ?? zonesOf(site);
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  const privateEndpoints = args.privateEndpoints ?? OFFERED[cloud];
  const {
    // one gateway takes the other zones out with its own, and prod must survive the loss of a zone
    natPerZone = NAT_ZONES[cloud] === "each" && egress === "nat" && count > 1 && criticality !== "low",
    flowLogRetentionDays = Math.max(90, site.logRetentionDays),
  } = args;
  validate("invalid network", [
    ["zones", notWhole(count, 1, 3), `must be 1 to 3, got ${count}`],
    ["zones", zones === undefined, "cannot be known: the region is not in the list of zones (zones.ts)"],
    ["zones", (zones?.length ?? 3) < count, `must be at most ${zones?.length} in this region, got ${count}`],
    ...blockLimits(addresses),
    ["egress", !["nat", "none"].includes(egress), `must be nat or none, got ${egress}`],
    [
      "egress",
      egress === "none" && !OFFERED[cloud].includes("tokens"),
      `must be nat on ${cloud}: Entra ID has no private endpoint, so nothing could sign in`,
    ],
    ["natPerZone", natPerZone && egress === "none", "must be false where egress is none"],
    [
      "natPerZone",
      natPerZone && NAT_ZONES[cloud] === "one",
      `must be false on ${cloud}: a subnet takes one NAT gateway, and a Standard one stands in one zone`,
    ],
    ...endpointLimits(cloud, privateEndpoints, egress),
    [
      "flowLogRetentionDays",
      !FLOW_LOG_DAYS.includes(flowLogRetentionDays),
      `must be one of ${FLOW_LOG_DAYS.join(", ")} (what CloudWatch takes), got ${flowLogRetentionDays}`,
    ],
    [
      "flowLogRetentionDays",
      flowLogRetentionDays < site.logRetentionDays,
      `must be at least the site's logRetentionDays (${site.logRetentionDays}), got ${flowLogRetentionDays}`,
    ],
    ...zoneLimits(site, chosen ?? []),
    [
      "native.aws.availabilityZones",
      chosen?.length === 1,
      "must name two at least: a control plane and a balancer lie in two (EKS User Guide), also where machines stand in one",
    ],
    ...(native.aws?.otherAccounts ?? []).map(
      (account, index): Limit => [
        `native.aws.otherAccounts[${index}]`,
        !/^\d{12}$/.test(account),
        `must be the 12 digits of an account, got ${account}`,
      ],
    ),
  ]);
  const { owner = "platform" } = site.tags;
  const flowLogs: Data = { class: "internal", purpose: "flow-log", owner, retentionDays: flowLogRetentionDays };
  return {
    addresses,
    zones: (zones ?? []).slice(0, count),
    pairedZones: (zones ?? []).slice(0, Math.max(count, 2)),
    nat: egress === "none" ? "none" : natPerZone ? "perZone" : "one",
    privateEndpoints,
    flowLogs,
    flowLogsOutliveOthers: flowLogRetentionDays > site.logRetentionDays,
    criticality,
    tags: { ...site.tags, criticality },
    native,
  };
}
