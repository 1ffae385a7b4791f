import type { AwsSite, AzureSite, Cloud, GcpSite } from "../core/site.ts";
import { type Environment, isTagValue, type Tags } from "../core/tags.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import { liesIn } from "./residency.ts";

interface Common {
  readonly name: string;
  readonly environment: Environment;
  /** Where the data stays: a jurisdiction (`EU`, `US`, ...) or a country (ISO 3166). */
  readonly residency: string;
  /** What every physical name starts with. */
  readonly prefix: string;
  /** The team that answers for what has no other owner. */
  readonly owner: string;
  readonly costCenter: string;
  /** Refuse to delete things whose loss hurts. @default true in prod, false in dev */
  readonly protection?: boolean | undefined;
  /** How long the logs of what runs here are kept. @default 30 */
  readonly logRetentionDays?: number | undefined;
}
/** A site as configuration writes it. */
export type SiteConfig =
  | (Common & Pick<AwsSite, "cloud" | "accountId" | "region">)
  | (Common & Pick<GcpSite, "cloud" | "project" | "region">)
  | (Common & Pick<AzureSite, "cloud" | "subscriptionId" | "location">);
/** A site with every default applied: all that its cloud file needs to open it. */
export type SiteSpec<C extends Cloud = Cloud> = Extract<SiteConfig, { cloud: C }> & {
  readonly protection: boolean;
  readonly logRetentionDays: number;
  readonly tags: Tags;
};

// what CloudWatch accepts; Azure's workspace starts at 30, Google's bucket accepts any
const LOG_RETENTION_DAYS = [30, 60, 90, 120, 150, 180, 365, 400, 545];
const WORD = /^[a-z][a-z0-9-]{1,11}$/;

export function resolveSite(config: SiteConfig): SiteSpec {
  const { environment, owner, costCenter, protection = environment === "prod", logRetentionDays = 30 } = config;
  validate(`invalid site ${config.name}`, [
    ["name", !WORD.test(config.name), `must match ${WORD.source}, got ${config.name}`],
    ["prefix", !WORD.test(config.prefix), `must match ${WORD.source}, got ${config.prefix}`],
    ["owner", !isTagValue(owner), `must be a tag value ([a-z0-9_-], 1 to 63), got ${owner}`],
    ["costCenter", !isTagValue(costCenter), `must be a tag value ([a-z0-9_-], 1 to 63), got ${costCenter}`],
    [
      "logRetentionDays",
      notWhole(logRetentionDays, 30, 545) || !LOG_RETENTION_DAYS.includes(logRetentionDays),
      `must be one of ${LOG_RETENTION_DAYS.join(", ")}, got ${logRetentionDays}`,
    ],
    residencyLimit(config),
  ]);
  return { ...config, protection, logRetentionDays, tags: { environment, owner, "cost-center": costCenter } };
}

function residencyLimit(config: SiteConfig): Limit {
  const { cloud, residency } = config;
  const [path, region] =
    cloud === "azure" ? (["location", config.location] as const) : (["region", config.region] as const);
  const lies = liesIn(cloud, region, residency);
  const reason =
    lies === undefined ? "is not in the list of known regions (residency.ts)" : `does not lie in ${residency}`;
  return [path, lies !== true, `${region} ${reason}`];
}
