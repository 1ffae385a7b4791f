import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const s3 = "aws:s3/bucket:Bucket";
const cluster = "aws:rds/cluster:Cluster";
const gcs = "gcp:storage/bucket:Bucket";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const audit = "gcp:projects/iAMAuditConfig:IAMAuditConfig";
const account = "azure-native:storage:StorageAccount";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const server = "azure-native:sql:Server";
const policy = "azure-native:sql:ServerBlobAuditingPolicy";

const tags = { class: "personal" };
const bucket = (beside: readonly Sample[] = [], props: object = {}): Example => ({
  type: s3,
  props: { bucket: "people", tags, ...props },
  beside,
});
const logging = (more: Partial<Sample> = {}): Sample => ({
  type: "aws:s3/bucketLogging:BucketLogging",
  name: "logging",
  props: { bucket: UNKNOWN, targetBucket: "logs" },
  edges: { bucket: "it" },
  ...more,
});
const trail = (props: Sample["props"]): Sample => ({ type: "aws:cloudtrail/trail:Trail", name: "trail", props });
const objects = [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }];
const advanced = (...fields: readonly object[]) => ({
  advancedEventSelectors: [{ fieldSelectors: [{ field: "resources.type", equals: ["AWS::S3::Object"] }, ...fields] }],
});
const rds = (props: object): Example => ({ type: cluster, props: { engine: "aurora-postgresql", tags, ...props } });
const gcsWith = (beside: readonly Sample[], props: object = {}): Example => ({
  type: gcs,
  props: { labels: tags, ...props },
  beside,
});
const logTypes = (...types: readonly unknown[]) => types.map((logType) => ({ logType }));
const project = (props: object): Sample => ({
  type: audit,
  name: "audit",
  props: { service: "allServices", ...props },
});
const both = { auditLogConfigs: logTypes("ADMIN_READ", "DATA_READ", "DATA_WRITE") };
const sqlOf = (databaseFlags: unknown, databaseVersion: unknown = "POSTGRES_17"): Example => ({
  type: sql,
  props: { databaseVersion, settings: { userLabels: tags, ...(databaseFlags !== undefined && { databaseFlags }) } },
});
const flag = (name: string, value: unknown = "on") => [{ name, value }];
const uri =
  "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/people/blobServices/default";
const setting = (logs: unknown, resourceUri: unknown = uri, edges?: Sample["edges"]): Sample => ({
  type: "azure-native:monitor:DiagnosticSetting",
  name: "access",
  props: { resourceUri, logs },
  ...(edges && { edges }),
});
const stored = (type: string, ...beside: readonly Sample[]): Example => ({
  type,
  props: { [type === server ? "serverName" : "accountName"]: "people", tags },
  beside,
});
const all = [{ categoryGroup: "allLogs", enabled: true }];
const auditing = (state: unknown, serverName: unknown = "people"): Sample => ({
  type: policy,
  name: "auditing",
  props: { serverName, state },
});
const config = { accessLogsElsewhere: true };

export const examples: Examples = {
  pass: [
    bucket([logging()]),
    bucket([logging({ props: { bucket: "people", targetBucket: "logs" }, edges: {} })]),
    bucket([], { logging: { targetBucket: "logs" } }),
    bucket([trail({ eventSelectors: [{ readWriteType: "All", dataResources: objects }] })]),
    bucket([trail({ eventSelectors: [{ dataResources: objects }] })]),
    bucket([trail(advanced())]),
    { ...bucket(), config },
    rds({ enabledCloudwatchLogsExports: ["postgresql"] }),
    rds({ engine: "aurora-mysql", enabledCloudwatchLogsExports: ["error", "audit"] }),
    // without a word it is Aurora for MySQL
    rds({ engine: undefined, enabledCloudwatchLogsExports: ["audit"] }),
    gcsWith([project(both)]),
    gcsWith([project({ ...both, service: "storage.googleapis.com" })]),
    gcsWith([], { logging: { logBucket: "logs" } }),
    sqlOf(flag("cloudsql.enable_pgaudit")),
    sqlOf(flag("cloudsql_mysql_audit", "ON"), "MYSQL_8_4"),
    sqlOf(flag("pgaudit.log", "read")),
    { type: audit, props: { service: "allServices", ...both } },
    stored(account, setting(all)),
    stored(account, setting(all, UNKNOWN, { resourceUri: "it" })),
    stored(account, setting([{ categoryGroup: "audit", enabled: true }])),
    stored(
      account,
      setting([
        { category: "StorageRead", enabled: true },
        { category: "StorageWrite", enabled: "true" },
      ]),
    ),
    stored(cosmos, setting([{ category: "DataPlaneRequests", enabled: true }], "/x/databaseAccounts/people")),
    stored(server, auditing("Enabled")),
    { type: policy, props: { serverName: "people", state: "Enabled", retentionDays: 0 } },
    { type: policy, props: { serverName: "people", state: "Enabled", retentionDays: 90 } },
    { type: policy, props: { serverName: "people", state: "Enabled", retentionDays: 30 }, config: { minDays: 30 } },
  ],
  fail: [
    bucket(),
    bucket([logging({ props: { bucket: "orders", targetBucket: "logs" }, edges: {} })]),
    bucket([trail({ eventSelectors: [{ readWriteType: "All" }] })]),
    bucket([trail({ eventSelectors: [{ readWriteType: "WriteOnly", dataResources: objects }] })]),
    bucket([trail({ enableLogging: false, eventSelectors: [{ dataResources: objects }] })]),
    bucket([trail(advanced({ field: "readOnly", equals: ["true"] }))]),
    bucket([trail({ eventSelectors: [{ dataResources: [{ type: "AWS::Lambda::Function", values: ["arn"] }] }] })]),
    bucket([], { logging: { targetBucket: "" } }),
    bucket([
      trail({
        advancedEventSelectors: [{ fieldSelectors: [{ field: "resources.type", equals: ["AWS::Lambda::Function"] }] }],
      }),
    ]),
    rds({}),
    rds({ enabledCloudwatchLogsExports: ["audit"] }),
    rds({ engine: "aurora-mysql", enabledCloudwatchLogsExports: ["slowquery"] }),
    gcsWith([]),
    gcsWith([], { logging: { logBucket: "" } }),
    gcsWith([project({ auditLogConfigs: logTypes("DATA_READ") })]),
    gcsWith([project({ ...both, service: "sqladmin.googleapis.com" })]),
    sqlOf(undefined),
    sqlOf(flag("pgaudit.log", "none")),
    sqlOf(flag("log_connections")),
    { type: audit, props: { service: "allServices", auditLogConfigs: logTypes("ADMIN_READ") } },
    {
      type: audit,
      props: {
        service: "allServices",
        auditLogConfigs: [{ logType: "DATA_READ", exemptedMembers: ["user:a@example.org"] }, { logType: "DATA_WRITE" }],
      },
    },
    stored(account),
    stored(account, setting([{ category: "StorageRead", enabled: true }])),
    stored(account, setting([{ categoryGroup: "allLogs", enabled: false }])),
    stored(account, setting(all, uri.replace("people", "orders"))),
    stored(cosmos),
    stored(cosmos, setting([{ category: "QueryRuntimeStatistics", enabled: true }], "/x/databaseAccounts/people")),
    stored(server),
    stored(server, auditing("Disabled")),
    stored(server, auditing("Enabled", "orders")),
    stored(account, setting([{ categoryGroup: "metrics", enabled: true }])),
    { type: policy, props: { serverName: "people" } },
    { type: policy, props: { serverName: "people", state: "Disabled" } },
    { type: policy, props: { serverName: "people", state: "Enabled", retentionDays: 30 } },
  ],
  undetermined: [
    bucket([], { tags: { class: UNKNOWN } }),
    bucket([logging({ edges: {} })]),
    bucket([trail({ eventSelectors: UNKNOWN })]),
    rds({ enabledCloudwatchLogsExports: UNKNOWN }),
    rds({ engine: UNKNOWN }),
    rds({ engine: "aurora-duck" }),
    gcsWith([project({ auditLogConfigs: UNKNOWN })]),
    sqlOf(UNKNOWN),
    sqlOf(undefined, "SQLSERVER_2022_STANDARD"),
    sqlOf(flag("cloudsql.enable_pgaudit"), UNKNOWN),
    { type: sql, props: { settings: { userLabels: tags, databaseFlags: flag("cloudsql.enable_pgaudit") } } },
    { type: audit, props: { service: "allServices", auditLogConfigs: UNKNOWN } },
    stored(account, setting(all, UNKNOWN)),
    stored(cosmos, setting(UNKNOWN, "/x/databaseAccounts/people")),
    stored(server, auditing(UNKNOWN)),
    { type: policy, props: { serverName: "people", state: UNKNOWN } },
  ],
  notApplicable: [
    { type: s3, props: { bucket: "site" } },
    { type: account, props: { accountName: "site", tags: { class: "public" } } },
    bucket([logging({ props: { bucket: "other", targetBucket: "people" }, edges: {} })]),
    bucket([logging({ props: { bucket: "other", targetBucket: UNKNOWN }, edges: { targetBucket: "it" } })]),
  ],
};
