import { type Examples, UNKNOWN } from "../../core/examples.ts";

const local = [
  "azure-native:servicebus:Namespace",
  "azure-native:eventhub/v20240101:Namespace",
  "azure-native:eventgrid:Topic",
  "azure-native:documentdb:DatabaseAccount",
  "azure-native:insights:Component",
];
const account = "azure-native:storage:StorageAccount";
const redis = "azure-native:cache:Redis";
const registry = "azure-native:containerregistry:Registry";
const sql = "azure-native:sql:Server";
const databases = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"];

export const examples: Examples = {
  pass: [
    ...local.map((type) => ({ type, props: { disableLocalAuth: true } })),
    { type: account, props: { allowSharedKeyAccess: false } },
    { type: redis, props: { disableAccessKeyAuthentication: "true" } },
    { type: registry, props: {} },
    { type: sql, props: { administrators: { azureADOnlyAuthentication: true } } },
    ...databases.map((type) => ({ type, props: { iamDatabaseAuthenticationEnabled: true } })),
  ],
  fail: [
    ...local.map((type) => ({ type, props: {} })),
    { type: account, props: {} },
    { type: redis, props: { disableAccessKeyAuthentication: false } },
    { type: registry, props: { adminUserEnabled: true } },
    { type: sql, props: { administratorLogin: "root" } },
    ...databases.map((type) => ({ type, props: {} })),
  ],
  undetermined: [
    ...local.map((type) => ({ type, props: { disableLocalAuth: UNKNOWN } })),
    { type: account, props: { allowSharedKeyAccess: "perhaps" } },
    { type: redis, props: { disableAccessKeyAuthentication: UNKNOWN } },
    { type: registry, props: { anonymousPullEnabled: UNKNOWN } },
    { type: sql, props: { administrators: UNKNOWN } },
    ...databases.map((type) => ({ type, props: { iamDatabaseAuthenticationEnabled: UNKNOWN } })),
  ],
};
