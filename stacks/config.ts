import { Config } from "@pulumi/pulumi";
import { z } from "zod";
import type { Premises } from "../components/backbone/index.ts";
import type { People } from "../components/cluster/index.ts";
import { PRIVATE_SERVICES, type PrivateService } from "../components/network/index.ts";
import { CPUS_PER_NODE, type CpusPerNode, POOL_KINDS, type PoolKind } from "../components/node-pool/index.ts";
import type { SiteConfig } from "../components/site/index.ts";

// which block of addresses is the site's own, and who may do what with its cluster
const place = z.strictObject({
  slot: z.number(),
  people: z.strictObject({
    deployer: z.string(),
    breakGlass: z.string(),
    operators: z.array(z.string()).optional(),
    viewers: z.array(z.string()).optional(),
  }),
});
const named = { name: z.string(), place };
const site = z.discriminatedUnion("cloud", [
  z.strictObject({ cloud: z.literal("aws"), ...named, accountId: z.string().regex(/^\d{12}$/), region: z.string() }),
  z.strictObject({ cloud: z.literal("gcp"), ...named, project: z.string(), region: z.string() }),
  z.strictObject({ cloud: z.literal("azure"), ...named, subscriptionId: z.uuid(), location: z.string() }),
]);
const platform = z.strictObject({
  // where Pulumi and people are, outside these clouds
  premises: z.array(
    z.strictObject({
      name: z.string(),
      at: z.string(),
      slot: z.number().default(0),
      addresses: z.array(z.string()),
      asn: z.number(),
      ranges: z.array(z.string()),
    }),
  ),
  kubernetes: z.string().optional(),
  privateEndpoints: z.array(z.enum(PRIVATE_SERVICES)).optional(),
  // on every cluster
  pools: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(POOL_KINDS),
        maxCpus: z.number().optional(),
        cpusPerNode: z.literal(CPUS_PER_NODE).optional(),
      }),
    )
    .min(1),
});
const fleet = z.strictObject({
  // what every identity of the mesh begins with
  trustDomain: z.string(),
  meshGeneration: z.number().optional(),
  restoreFrom: z.string().optional(),
});
const url = z.url({ protocol: /^https$/ });
const edge = z.strictObject({
  // what all names end with, and the name that the shop has
  domain: z.string(),
  shop: z.string(),
  // who makes the tokens that callers bring
  jwt: z.array(z.strictObject({ issuer: url, jwksUri: url, audiences: z.array(z.string()) })),
  steering: z.enum(["weight", "latency", "failover"]).optional(),
  // names of sites that nobody is sent to
  drained: z.array(z.string()).optional(),
});
const group = z.strictObject({
  name: z.string(),
  kubernetes: z
    .strictObject({ aws: z.string().optional(), gcp: z.string().optional(), azure: z.string().optional() })
    .optional(),
});
const delivery = z.strictObject({
  url,
  sso: z.strictObject({ issuer: url, clientId: z.string() }),
  operators: z.array(z.string()),
  repositories: z.array(z.strictObject({ name: z.string(), url: z.string() })).min(1),
  teams: z.array(
    z.strictObject({
      name: z.string(),
      repository: z.string(),
      namespaces: z.array(z.string()).min(1),
      groups: z.strictObject({ admins: group, developers: group, viewers: group }),
    }),
  ),
});
const watch = z.strictObject({
  // where it is written down what to do, and where the platform's team reads what is no emergency
  runbooks: url,
  channel: z.string(),
});
const audit = z.strictObject({
  retentionDays: z.number(),
  lockDays: z.number().optional(),
  // whom the use of emergency rights is told, and whether reads and writes of uploads are recorded
  alarmTo: z.array(z.string()),
  objects: z.boolean().optional(),
});
// what all sites share
const shared = z.object({
  environment: z.enum(["dev", "prod"]),
  residency: z.string().regex(/^[A-Z]{2,}$/), // a jurisdiction (EU, US, ...) or an ISO 3166 country
  prefix: z.string(),
  owner: z.string(),
  costCenter: z.string(),
  protection: z.boolean().optional(),
  logRetentionDays: z.number().optional(),
});
const settings = z.strictObject({
  ...shared.shape,
  sites: z.array(site).min(1),
  audit,
  platform,
  fleet,
  edge,
  delivery,
  watch,
});

/** What the platform needs to know of a site beside how to open it. */
export interface Place {
  /** Which of its cloud's blocks of addresses is its own: 0 to 7, never changed. */
  readonly slot: number;
  readonly people: People;
}
/** What a stack file decides, beside its sites. */
export interface Settings {
  readonly sites: readonly (SiteConfig & { readonly place: Place })[];
  readonly audit: AuditSettings;
  readonly platform: PlatformSettings;
  readonly fleet: FleetSettings;
  readonly edge: EdgeSettings;
  readonly delivery: DeliverySettings;
  readonly watch: WatchSettings;
}
/** Where callers come in, and which of the sites they are sent to. */
export type EdgeSettings = z.infer<typeof edge>;
/** How teams bring what is theirs. */
export type DeliverySettings = z.infer<typeof delivery>;
/** Whom alerts reach, and what they are told to read. */
export type WatchSettings = z.infer<typeof watch>;
/** How long it is known who did what, and who hears of emergencies. */
export type AuditSettings = z.infer<typeof audit>;
/** What all clusters are together. */
export interface FleetSettings {
  readonly trustDomain: string;
  /** Counted up, every cluster's authority of the mesh is made anew. @default 1 */
  readonly meshGeneration?: number | undefined;
  /** The snapshot that the federation's store begins with, once, such as after the loss of its host. @default none */
  readonly restoreFrom?: string | undefined;
}
/** What all clusters have in common. */
export interface PlatformSettings {
  /** Where Pulumi and people are: they reach the API servers from there, and from nowhere else. */
  readonly premises: readonly Premises[];
  /** Minor version. @default what the component has */
  readonly kubernetes?: string | undefined;
  /** Services that are reached without leaving the network. @default all that a cloud offers */
  readonly privateEndpoints?: readonly PrivateService[] | undefined;
  /** Machines of every cluster. */
  readonly pools: readonly PoolSettings[];
}
/** A pool of machines, as `NodePool` takes it. */
export interface PoolSettings {
  readonly name: string;
  readonly kind: PoolKind;
  readonly maxCpus?: number | undefined;
  readonly cpusPerNode?: CpusPerNode | undefined;
}

/** Everything the stack file may say, checked once; a key nobody knows is an error. */
export function readSettings(): Settings {
  const said = settings.parse(new Config("archipel").requireObject("settings"));
  const common = shared.parse(said);
  return { ...said, sites: said.sites.map((own) => ({ ...common, ...own })) };
}
