import type { Bucket } from "../bucket/index.ts";
import { sameAccount } from "../core/name.ts";
import type { Site } from "../core/site.ts";
import { type Criticality, defaultCriticality, type Tags } from "../core/tags.ts";
import type { Transforms } from "../core/transform.ts";
import { type Limit, validate } from "../core/validate.ts";
import type { AuditTrailChildren, AuditTrailNative } from "./native.ts";
import { principalLimits } from "./principals.ts";
import { MAX_AWS_PATTERN, roleUse } from "./use.ts";

export interface AuditTrailArgs {
  /** Where it is declared; it records what is done in the whole account. */
  readonly site: Site;
  /** The other sites of this account, which share it. @default [] */
  readonly covers?: readonly Site[];
  /** Where it is kept; made with `receivesAuditLogs`, and locked where evidence must last. */
  readonly bucket: Bucket;
  /** Buckets whose objects' readers and writers it names, too. @default [] */
  readonly objectsOf?: readonly Bucket[];
  /** Who is for emergencies: IAM roles, service accounts of Google Cloud, Entra groups; whoever acts as one raises an alarm. */
  readonly breakGlass: readonly string[];
  /** Whom the alarm is sent to. */
  readonly emails: readonly string[];
  /** What the alarm tells people to read: an https URL. @default none */
  readonly runbook?: string;
  /** How much depends on it. @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** What only one cloud can do. @default {} */
  readonly native?: AuditTrailNative;
  /** Changes to the resources of one cloud. @default {} */
  readonly transform?: Transforms<AuditTrailChildren>;
}

/** `AuditTrailArgs` with every default applied and every limit checked. Cloud files see only this. */
export interface AuditTrailSpec {
  readonly covers: readonly Site[];
  readonly bucket: Bucket;
  readonly objectsOf: readonly Bucket[];
  readonly breakGlass: readonly string[];
  readonly receivers: readonly Receiver[];
  /** What people read who get the alarm. */
  readonly message: string;
  readonly tags: Tags;
  readonly native: AuditTrailNative;
}
/** Somebody the alarm is sent to, and what resources that do it are called. */
export interface Receiver {
  readonly address: string;
  readonly short: string;
}
/** What an identity can be allowed to do with a trail. */
export type AuditTrailRight = "read";

/** What a trail is called in its account, whatever its component is: a second one finds the name taken. */
export const TRAIL = "trail";

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const URL_FORM = /^https:\/\/\S+$/;
const shortOf = (address: string) => address.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

export function resolveAuditTrail(args: AuditTrailArgs): AuditTrailSpec {
  const { site, covers = [], bucket, objectsOf = [], breakGlass, emails, runbook, native = {} } = args;
  const receivers = emails.map((address) => ({ address, short: shortOf(address) }));
  const criticality = args.criticality ?? defaultCriticality(site.environment);
  const shorts = receivers.map(({ short }) => short);
  validate("invalid audit trail", [
    ["bucket", !sameAccount(bucket.site, site), "must lie in the account whose trail it keeps"],
    ["bucket", !bucket.receivesAuditLogs, `${bucket.logicalName} must be made with receivesAuditLogs: true`],
    ...covers.map((other, index): Limit => {
      const double = other.name === site.name || covers.findIndex(({ name }) => name === other.name) < index;
      const reason = double
        ? `${other.name} is there twice`
        : `${other.name} is another account: it needs its own trail`;
      return [`covers[${index}]`, double || !sameAccount(other, site), reason];
    }),
    ...objectsOf.flatMap((one, index) =>
      objectLimits(args, one, `objectsOf[${index}]`, objectsOf.indexOf(one) < index),
    ),
    ...principalLimits(site.cloud, breakGlass),
    [
      "breakGlass",
      site.cloud === "aws" && roleUse(breakGlass).length > MAX_AWS_PATTERN,
      `are too many: a metric filter has at most ${MAX_AWS_PATTERN} characters (CloudWatch Logs)`,
    ],
    ["emails", emails.length === 0, "must name at least one: an alarm that tells nobody is none"],
    ...receivers.flatMap(({ address, short }, index): readonly Limit[] => [
      [`emails[${index}]`, !ADDRESS.test(address), `must be an address, got ${address}`],
      [`emails[${index}]`, shorts.indexOf(short) < index, `${address} is there twice`],
    ]),
    ["runbook", runbook !== undefined && !URL_FORM.test(runbook), `must be an https URL, got ${runbook ?? ""}`],
  ]);
  return {
    covers,
    bucket,
    objectsOf,
    breakGlass,
    receivers,
    message: `Somebody acts with emergency rights, or changes the audit trail.${runbook === undefined ? "" : ` What to do: ${runbook}`}`,
    tags: { ...site.tags, purpose: "audit-log", criticality },
    native,
  };
}

/** Whether a trail can name who read and wrote objects of another site: Azure Monitor writes to storage of the same region only. */
export function namesObjectsOf(site: Site, other: Site): boolean {
  return site.cloud !== "azure" || (other.cloud === "azure" && other.location === site.location);
}

function objectLimits({ site, bucket }: AuditTrailArgs, one: Bucket, at: string, twice: boolean): readonly Limit[] {
  const { site: home, logicalName } = one;
  return [
    [at, !sameAccount(home, site), `${logicalName} lies in another account`],
    [
      at,
      !namesObjectsOf(site, home),
      `${logicalName} lies in another region: Azure Monitor writes to storage of the same region only`,
    ],
    [at, one === bucket, `${logicalName} keeps the trail: to log its writes would never end`],
    [at, twice, `${logicalName} is there twice`],
  ];
}
