import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const table = "aws:dynamodb/table:Table";
const instance = "aws:rds/instance:Instance";
const cluster = "aws:rds/cluster:Cluster";
const cache = "aws:elasticache/replicationGroup:ReplicationGroup";
const selection = "aws:backup/selection:Selection";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const firestore = "gcp:firestore/database:Database";
const alloy = "gcp:alloydb/cluster:Cluster";
const cosmos = "azure-native:cosmosdb:DatabaseAccount";
const postgres = "azure-native:dbforpostgresql:Server";
const shortTerm = "azure-native:sql:BackupShortTermRetentionPolicy";

const config = { minBackupDays: 7 };
const sqlOf = (backupConfiguration: unknown, more: object = {}): Example => ({
  type: sql,
  props: { databaseVersion: "POSTGRES_17", settings: { tier: "db-f1-micro", backupConfiguration }, ...more },
});
const select = (props: object, edges?: Sample["edges"]): readonly Sample[] => [
  { type: selection, name: "nightly", props: { planId: "plan", ...props }, ...(edges && { edges }) },
];
const tagged = { type: "STRINGEQUALS", key: "backup", value: "nightly" };
const schedule = (database?: unknown): readonly Sample[] => [
  {
    type: "gcp:firestore/backupSchedule:BackupSchedule",
    name: "daily",
    props: { retention: "604800s", ...(database !== undefined && { database }) },
  },
];
const periodic = (hours: unknown) => ({
  backupPolicy: { type: "Periodic", periodicModeProperties: { backupRetentionIntervalInHours: hours } },
});

export const examples: Examples = {
  pass: [
    { type: table, props: { pointInTimeRecovery: { enabled: true } } },
    { type: table, props: { pointInTimeRecovery: { enabled: "true", recoveryPeriodInDays: 7 } }, config },
    { type: table, props: { name: "orders" }, beside: select({ resources: UNKNOWN }, { resources: "it" }) },
    {
      type: table,
      props: { name: "orders" },
      beside: select({ resources: ["arn:aws:dynamodb:eu-central-1:1:table/orders"] }),
    },
    { type: table, props: { name: "orders" }, beside: select({ resources: ["*"] }) },
    { type: instance, props: { tags: { backup: "nightly" } }, beside: select({ selectionTags: [tagged] }) },
    { type: instance, props: { backupRetentionPeriod: 1 } },
    { type: instance, props: { backupRetentionPeriod: "7" }, config },
    { type: cluster, props: {} },
    { type: cluster, props: { backupRetentionPeriod: 35 }, config },
    { type: cache, props: { snapshotRetentionLimit: 5 } },
    { type: selection, props: { resources: ["*"] } },
    { type: selection, props: { selectionTags: [tagged] } },
    sqlOf({ enabled: true, pointInTimeRecoveryEnabled: true }),
    sqlOf({ enabled: true, binaryLogEnabled: true }, { databaseVersion: "MYSQL_8_4" }),
    { ...sqlOf({ enabled: true, pointInTimeRecoveryEnabled: true, transactionLogRetentionDays: 7 }), config },
    { type: firestore, props: { pointInTimeRecoveryEnablement: "POINT_IN_TIME_RECOVERY_ENABLED" } },
    { type: firestore, props: { name: "shop" }, beside: schedule("shop") },
    { type: firestore, props: { name: "(default)" }, beside: schedule() },
    { type: alloy, props: {} },
    { type: alloy, props: { continuousBackupConfig: { enabled: false }, automatedBackupPolicy: { enabled: true } } },
    { type: cosmos, props: { backupPolicy: { type: "Continuous" } }, config },
    {
      type: "azure-native:documentdb/v20240815:DatabaseAccount",
      props: { backupPolicy: { type: "Continuous", continuousModeProperties: { tier: "Continuous7Days" } } },
      config,
    },
    { type: cosmos, props: periodic(168), config },
    { type: postgres, props: {} },
    { type: postgres, props: { backup: { backupRetentionDays: 14 } }, config },
    { type: shortTerm, props: {}, config },
    { type: shortTerm, props: { retentionDays: 35 } },
    { type: instance, props: { replicateSourceDb: "", backupRetentionPeriod: 7 } },
    { type: cosmos, props: { backupPolicy: { type: "Continuous", continuousModeProperties: {} } }, config },
    { type: alloy, props: { clusterType: "PRIMARY" } },
    // a word that is not known matters only where something is wrong
    { type: instance, props: { replicateSourceDb: UNKNOWN, backupRetentionPeriod: 7 } },
    { type: postgres, props: { createMode: UNKNOWN, backup: { backupRetentionDays: 14 } } },
    { type: alloy, props: { clusterType: UNKNOWN } },
    sqlOf({ enabled: true, pointInTimeRecoveryEnabled: true }, { masterInstanceName: UNKNOWN }),
    { type: selection, props: { conditions: { stringEquals: [tagged] } } },
  ],
  fail: [
    { type: table, props: {} },
    { type: table, props: { pointInTimeRecovery: { enabled: false } } },
    { type: table, props: { pointInTimeRecovery: { enabled: "false" } }, config: { environment: "prod" } },
    { type: table, props: { pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 3 } }, config },
    { type: table, props: { name: "orders" }, beside: select({ resources: ["arn:aws:dynamodb:::table/orders-old"] }) },
    {
      type: table,
      props: { name: "orders" },
      beside: select({ resources: ["*"], notResources: ["arn:aws:dynamodb:eu-central-1:1:table/orders"] }),
    },
    { type: instance, props: {} },
    { type: instance, props: { backupRetentionPeriod: 0 } },
    { type: instance, props: { backupRetentionPeriod: 3 }, config },
    { type: instance, props: { tags: { backup: "weekly" } }, beside: select({ selectionTags: [tagged] }) },
    { type: cluster, props: {}, config },
    { type: cluster, props: { backupRetentionPeriod: "0" } },
    { type: cache, props: {} },
    { type: cache, props: { snapshotRetentionLimit: 0 } },
    { type: selection, props: { planId: "plan" } },
    { type: selection, props: { resources: [], selectionTags: [] } },
    { type: sql, props: { settings: { tier: "db-f1-micro" } } },
    sqlOf({ enabled: false, pointInTimeRecoveryEnabled: true }),
    sqlOf({ enabled: true }),
    sqlOf({ enabled: true, binaryLogEnabled: false }, { databaseVersion: "MYSQL_8_4" }),
    { ...sqlOf({ enabled: true, pointInTimeRecoveryEnabled: true, transactionLogRetentionDays: 2 }), config },
    { type: firestore, props: { name: "shop" } },
    { type: firestore, props: { name: "shop" }, beside: schedule("bills") },
    { type: firestore, props: { pointInTimeRecoveryEnablement: "POINT_IN_TIME_RECOVERY_DISABLED" } },
    { type: alloy, props: { continuousBackupConfig: { enabled: false } } },
    { type: alloy, props: { continuousBackupConfig: { recoveryWindowDays: 1 } }, config },
    { type: cosmos, props: {} },
    { type: cosmos, props: periodic(8) },
    { type: cosmos, props: { backupPolicy: { type: "Periodic" } } },
    {
      type: cosmos,
      props: { backupPolicy: { type: "Continuous", continuousModeProperties: { tier: "Continuous7Days" } } },
      config: { minBackupDays: 30 },
    },
    { type: postgres, props: { backup: { backupRetentionDays: 7 } }, config: { minBackupDays: 14 } },
    { type: postgres, props: {}, config: { minBackupDays: 14 } },
    { type: shortTerm, props: { retentionDays: 1 }, config },
    // empty is no source
    { type: instance, props: { replicateSourceDb: "" } },
    { type: cluster, props: { replicationSourceIdentifier: "", backupRetentionPeriod: 0 } },
    { type: cache, props: { globalReplicationGroupId: "" } },
    sqlOf({ enabled: false }, { masterInstanceName: "" }),
    { type: selection, props: { resources: [""] } },
    { type: alloy, props: { clusterType: "PRIMARY", continuousBackupConfig: { enabled: false } } },
    {
      type: postgres,
      props: { createMode: "Default", backup: { backupRetentionDays: 7 } },
      config: { minBackupDays: 14 },
    },
  ],
  undetermined: [
    { type: table, props: { pointInTimeRecovery: UNKNOWN } },
    { type: table, props: { name: "orders" }, beside: select({ resources: UNKNOWN }) },
    { type: table, props: { tags: { environment: UNKNOWN } } },
    { type: instance, props: { backupRetentionPeriod: UNKNOWN } },
    { type: instance, props: { replicateSourceDb: UNKNOWN } },
    { type: cluster, props: { backupRetentionPeriod: "a week" } },
    { type: cache, props: { snapshotRetentionLimit: UNKNOWN } },
    { type: selection, props: { resources: UNKNOWN } },
    { type: sql, props: { settings: UNKNOWN } },
    sqlOf({ enabled: true, pointInTimeRecoveryEnabled: UNKNOWN }),
    { type: firestore, props: { pointInTimeRecoveryEnablement: UNKNOWN } },
    { type: firestore, props: { name: "shop" }, beside: schedule(UNKNOWN) },
    { type: alloy, props: { continuousBackupConfig: UNKNOWN } },
    { type: cosmos, props: { backupPolicy: UNKNOWN } },
    { type: cosmos, props: { backupPolicy: { type: "Hourly" } } },
    { type: postgres, props: { backup: UNKNOWN } },
    { type: shortTerm, props: { retentionDays: UNKNOWN } },
    { type: cluster, props: { replicationSourceIdentifier: UNKNOWN, backupRetentionPeriod: 0 } },
    sqlOf({ enabled: false }, { masterInstanceName: UNKNOWN }),
    { type: alloy, props: { clusterType: UNKNOWN, continuousBackupConfig: { enabled: false } } },
    {
      type: postgres,
      props: { createMode: UNKNOWN, backup: { backupRetentionDays: 7 } },
      config: { minBackupDays: 14 },
    },
    {
      type: cosmos,
      props: { backupPolicy: { type: "Continuous", continuousModeProperties: { tier: "Continuous90Days" } } },
    },
  ],
  notApplicable: [
    { type: table, props: {}, config: { environment: "dev" } },
    { type: instance, props: { tags: { environment: "staging" } } },
    { type: instance, props: { replicateSourceDb: "main" } },
    { type: cluster, props: { replicationSourceIdentifier: "main", backupRetentionPeriod: 0 } },
    { type: cache, props: { globalReplicationGroupId: "main" } },
    { type: sql, props: { masterInstanceName: "main", settings: { tier: "db-f1-micro" } } },
    { type: alloy, props: { clusterType: "SECONDARY", continuousBackupConfig: { enabled: false } } },
    { type: postgres, props: { createMode: "Replica", backup: { backupRetentionDays: 0 } } },
    { type: alloy, props: { secondaryConfig: { primaryClusterName: "main" } } },
  ],
};
