import { type Data, dataLimits, dataTags, isPersonal } from "../core/data.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { notWhole, validate } from "../core/validate.ts";
import type { BucketChildren, BucketNative } from "./native.ts";

export interface BucketArgs {
  readonly site: Site;
  /** What the objects are; `retentionDays` after it was written, nothing of an object is left. */
  readonly data: Data;
  /**
   * The last days of the retention, in which an object that was overwritten, deleted or expired can be brought back;
   * 0 keeps no versions. @default a quarter of the retention, at most 30
   */
  readonly oldVersionDays?: number;
  /** Whether objects go when the retention ends; `false` is for what lives as long as its user, such as code. @default true */
  readonly expires?: boolean;
  /** When objects move to cheaper storage. @default 30 where they live 90 days or longer, else never */
  readonly coldAfterDays?: number;
  /** How long nobody may overwrite or delete an object; not for personal data, which must stay erasable. @default none */
  readonly lockDays?: number;
  /** Whether the cloud itself writes the audit logs of its account here, as `AuditTrail` asks it to. @default false */
  readonly receivesAuditLogs?: boolean;
  /** How much depends on it; on Azure it also decides the copies (one zone or three). @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What only one cloud can do. @default {} */
  readonly native?: BucketNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<BucketChildren>;
}

/** `BucketArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface BucketSpec {
  readonly retentionDays: number;
  /** How long an object is current, before it lives on as an old version; absent where objects do not expire. */
  readonly liveDays: number | undefined;
  readonly oldVersionDays: number;
  readonly coldAfterDays: number | undefined;
  readonly lockDays: number | undefined;
  readonly receivesAuditLogs: boolean;
  readonly zones: "one" | "several";
  readonly tags: Tags;
  readonly native: BucketNative;
}

/** What an identity can be allowed to do with a bucket. */
export type BucketRight = "read" | "write";

// the least that S3 keeps an object in its infrequent-access class
const MIN_COLD_DAYS = 30;

export function resolveBucket(args: BucketArgs): BucketSpec {
  const { site, data, lockDays, expires = true, receivesAuditLogs = false, native = {} } = args;
  const { retentionDays } = data;
  const { oldVersionDays = Math.min(30, Math.floor(retentionDays / 4)) } = args;
  const liveDays = retentionDays - oldVersionDays;
  const coldAfterDays = args.coldAfterDays ?? (expires && liveDays >= 90 ? MIN_COLD_DAYS : undefined);
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  const latestCold = liveDays - MIN_COLD_DAYS;
  validate("invalid bucket", [
    ...dataLimits(data),
    [
      "oldVersionDays",
      notWhole(oldVersionDays, 0, retentionDays - 1),
      `must be 0 to less than data.retentionDays (${retentionDays}), got ${oldVersionDays}`,
    ],
    [
      "coldAfterDays",
      args.coldAfterDays !== undefined && notWhole(args.coldAfterDays, MIN_COLD_DAYS, latestCold),
      `must be ${MIN_COLD_DAYS} to ${latestCold} (30 days before the object expires), got ${args.coldAfterDays}`,
    ],
    [
      "lockDays",
      notWhole(lockDays ?? 1, 1, liveDays),
      `must be 1 to ${liveDays} (while the object lives), got ${lockDays}`,
    ],
    ["expires", !expires && isPersonal(data), `must be true for ${data.class} data: it must end`],
    ["lockDays", lockDays !== undefined && isPersonal(data), `is not for ${data.class} data: it must stay erasable`],
  ]);
  return {
    retentionDays,
    liveDays: expires ? liveDays : undefined,
    oldVersionDays,
    coldAfterDays,
    lockDays,
    receivesAuditLogs,
    zones: criticality === "low" ? "one" : "several",
    tags: { ...site.tags, ...dataTags(data), criticality },
    native,
  };
}
