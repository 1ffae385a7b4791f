/** The names and accounts by which a team tells production. */
export interface Production {
  readonly accounts: readonly string[];
  /** Names that say production, and belong to the stack itself. */
  readonly own: ReadonlySet<string>;
}

// the word by itself: neither product nor pre-prod
const NAME = /(?<![a-z0-9])(?<!(?:pre|non)[^a-z0-9])(?:prod|production|prd)(?![a-z0-9])/i;
const AWS_STORES =
  "s3|dynamodb|rds|sqs|sns|kinesis|firehose|secretsmanager|elasticfilesystem|elasticache|es|redshift|backup";
const AZURE_STORES = "Storage|Sql|DocumentDB|ServiceBus|EventHub|DBforPostgreSQL|DBforMySQL|Cache|KeyVault";
const AWS_HOSTS = String.raw`(?:rds|cache|redshift|es|docdb)(?:\.[a-z0-9-]+)?\.amazonaws\.com`;
const AZURE_HOSTS = String.raw`(?:(?:blob|dfs|queue|table|file)\.core|database|servicebus|redis\.cache)\.windows\.net|(?:documents|(?:postgres|mysql)\.database)\.azure\.com|vault\.azure\.net`;

/** What names a store, and where in it the account stands. */
const REFERENCES: readonly RegExp[] = [
  new RegExp(String.raw`arn:[\w-]+:(?:${AWS_STORES}):[\w-]*:(?<account>\d*):[^\s"',]+`, "gi"),
  /(?:s3|gs):\/\/[^\s"',]+/gi,
  // a name begins where the one before it ends: long texts are read once
  /(?<![\w.-])[\w.-]{1,255}\.s3[\w.-]{0,60}\.amazonaws\.com/gi,
  /sqs\.[\w-]+\.amazonaws\.com\/(?<account>\d+)\/[\w.-]+/gi,
  new RegExp(String.raw`(?<![\w.-])[\w.-]+\.(?:${AWS_HOSTS}|${AZURE_HOSTS})`, "gi"),
  /projects\/(?<account>[\w.:-]+)\/(?:locations\/[\w-]+\/)?(?:datasets|topics|subscriptions|secrets|instances|databases|buckets)\/[^\s"',]+/gi,
  // a connection to Cloud SQL
  /(?<![\w:/.-])(?<account>[a-z][a-z0-9-]{4,28}[a-z0-9]):[a-z]+-[a-z]+\d+:[a-z][\w-]*/g,
  new RegExp(
    String.raw`/subscriptions/(?<account>[^/\s]+)/resourceGroups/[^/\s]+/providers/Microsoft\.(?:${AZURE_STORES})/[^\s"',]+`,
    "gi",
  ),
];
/** Properties that say what a store is made from, by a name alone. */
const SOURCES =
  /(?:^|\.)(?:replicateSourceDb|replicationSourceIdentifier|snapshotIdentifier|sourceDbInstanceIdentifier|sourceClusterIdentifier|restoreSourceName|masterInstanceName|sourceInstanceName|sourceDatabaseId|sourceServerResourceId)$/;

// where AWS itself keeps the layers of images in ECR
const LAYERS = /^arn:[\w-]+:s3:::prod-[a-z0-9-]+-starport-layer-bucket(?![\w-])/;

/** Whether a name says production. */
export function saysProduction(name: string): boolean {
  return NAME.test(name) && !LAYERS.test(name);
}

/** Whether a text at a path names a store of production. */
export function namesProduction(path: string, text: string, { accounts, own }: Production): boolean {
  // a name may have dots, and a host begins with one
  const parts = (name: string) => [...name.split(/[:/]/), ...name.split(/[:/.]/)];
  const foreign = (name: string) => saysProduction(name) && !parts(name).some((part) => own.has(part));
  if (SOURCES.test(path) && foreign(text)) return true;
  return REFERENCES.some((form) =>
    [...text.matchAll(form)].some(
      ({ 0: reference, groups }) => foreign(reference) || accounts.includes(groups?.["account"] ?? ""),
    ),
  );
}
