import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { ComponentArgs } from "@pulumi/azure-native/applicationinsights/component.js";
import type { RegistryArgs } from "@pulumi/azure-native/containerregistry/registry.js";
import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount.js";
import type { RedisArgs } from "@pulumi/azure-native/redis/redis.js";
import type { NamespaceArgs } from "@pulumi/azure-native/servicebus/namespace.js";
import type { ServerArgs } from "@pulumi/azure-native/sql/server.js";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule } from "../../core/rule.ts";
import { decide, every, type Verdict } from "../../core/verdict.ts";

const on = (read: Read<boolean>): Verdict =>
  decide(read, { known: (value) => (value ? undefined : "is false"), absent: "is not set; default is false" });
const off = (read: Read<boolean>, byDefault: boolean): Verdict =>
  decide(read, {
    known: (value) => (value ? "is true" : undefined),
    absent: byDefault ? "is not set; default is true" : undefined,
  });

const BUSES = ["azure-native:servicebus:Namespace", "azure-native:eventhub:Namespace", "azure-native:eventgrid:Topic"];

export const paasLocalAuthDisabled: Rule = {
  id: "paas-local-auth-disabled",
  packs: ["zero-trust"],
  title: "Services know identities, not shared keys",
  severity: "high",
  starred: true,
  scope: "resource",
  since: "0.1.0",
  why: "A shared key says nothing about who used it, never expires, and cannot be taken from one without taking it from all.",
  equivalents: ["CKV2_AZURE_40", "CKV2_AZURE_27", "CKV_AZURE_203", "CKV_AZURE_140", "CKV_AZURE_137", "CKV_AWS_161"],
  fixText: ({ path }) => {
    const wanted = /^(allowSharedKeyAccess|adminUserEnabled|anonymousPullEnabled)$/.test(path) ? "false" : "true";
    return `Set \`${path}: ${wanted}\` and give the callers a role.`;
  },
  inPlace: [...BUSES, "azure-native:storage:StorageAccount", "azure-native:applicationinsights:Component"],
  remediate: (props, type) => {
    const storage = type === "azure-native:storage:StorageAccount";
    props[storage ? "allowSharedKeyAccess" : "disableLocalAuth"] = !storage;
    return props;
  },
  checks: {
    ...each(
      [...BUSES, "azure-native:cosmosdb:DatabaseAccount", "azure-native:applicationinsights:Component"],
      (service: Resource<NamespaceArgs & DatabaseAccountArgs & ComponentArgs>) => on(service.flag("disableLocalAuth")),
    ),
    "azure-native:storage:StorageAccount": (account: Resource<StorageAccountArgs>) =>
      off(account.flag("allowSharedKeyAccess"), true),
    "azure-native:redis:Redis": (cache: Resource<RedisArgs>) => on(cache.flag("disableAccessKeyAuthentication")),
    "azure-native:containerregistry:Registry": (registry: Resource<RegistryArgs>) =>
      every([off(registry.flag("adminUserEnabled"), false), off(registry.flag("anonymousPullEnabled"), false)]),
    "azure-native:sql:Server": (server: Resource<ServerArgs>) =>
      on(server.flag("administrators.azureADOnlyAuthentication")),
    ...each(["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"], (database: Resource<InstanceArgs>) =>
      on(database.flag("iamDatabaseAuthenticationEnabled")),
    ),
  },
};
