import type { ClusterArgs as KafkaArgs } from "@pulumi/aws/msk/cluster.js";
import type { DomainArgs } from "@pulumi/aws/opensearch/domain.js";
import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { InstanceArgs as AlloyArgs } from "@pulumi/gcp/alloydb/instance.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import { listed, mustBe, mustSay } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Verdicts } from "../../core/rule.ts";
import { allOf, faultIf, holds } from "../../core/truth.ts";
import { decide, notCovered, type Verdict } from "../../core/verdict.ts";
import { anyPublic } from "../../models/address.ts";
import { AZURE_CHECKS } from "./azure.ts";

const SWITCHED = [
  "aws:rds/instance:Instance",
  "aws:rds/clusterInstance:ClusterInstance",
  "aws:redshift/cluster:Cluster",
  "aws:redshiftserverless/workgroup:Workgroup",
  "aws:neptune/clusterInstance:ClusterInstance",
  "aws:mq/broker:Broker",
];

function cloudSql(instance: Resource<DatabaseInstanceArgs>): Verdict {
  const place = "settings.ipConfiguration";
  const address = instance.flag(`${place}.ipv4Enabled`);
  const networks = listed(instance, `${place}.authorizedNetworks`, "value");
  if (instance.read("settings").state === "absent" && instance.read("clone").state !== "absent") {
    return notCovered("settings", "come from the instance that is cloned");
  }
  const open = allOf([holds(address, (on) => on, true), anyPublic(networks)]);
  if (open === false) return mustBe(address, false, true, "high");
  return faultIf(open, `${place}.authorizedNetworks`, "let the internet in");
}

const search = (domain: Resource<DomainArgs>): Verdicts =>
  decide(domain.list("vpcOptions.subnetIds"), {
    known: (subnets) => (subnets.length > 0 ? undefined : "is empty, so the domain has a public endpoint"),
    absent: "is not set, so the domain has a public endpoint",
  });

export const databaseNotPublic: Rule = {
  id: "database-not-public",
  packs: ["zero-trust"],
  title: "Databases and brokers have no public endpoint",
  severity: "critical",
  starred: true,
  scope: "resource",
  since: "0.2.0",
  why: "A database that the internet can reach is one weak password or one flaw away from being copied.",
  equivalents: [
    "CKV_AWS_17",
    "CKV_AWS_87",
    "CKV_AWS_291",
    "CKV_GCP_11",
    "CKV_AZURE_11",
    "CKV_AZURE_101",
    "CKV_AZURE_113",
    "CKV2_AZURE_34",
    "AWS-0180",
    "GCP-0017",
    "AZU-0022",
    "AZU-0029",
  ],
  fixText: ({ type, path }) => {
    if (path === "publiclyAccessible") return "Set `publiclyAccessible: false`.";
    if (path.startsWith("brokerNodeGroupInfo")) return `Set \`${path}: DISABLED\`.`;
    if (path.startsWith("vpcOptions")) {
      return "Name private subnets in `vpcOptions.subnetIds`; this replaces the domain, so move the data first.";
    }
    if (type === "gcp:alloydb/instance:Instance") return "Set `networkConfig.enablePublicIp: false`.";
    if (type.startsWith("gcp:")) {
      return "Set `settings.ipConfiguration.ipv4Enabled: false` with a `privateNetwork`, or name single networks in `authorizedNetworks`.";
    }
    if (path === "publicDataEndpointEnabled") return "Set `publicDataEndpointEnabled: false`.";
    if (type.endsWith("FirewallRule")) return "Delete the rule and use a private endpoint, or name single addresses.";
    if (path === "ipRules") return "Set `publicNetworkAccess: Disabled` and use a private endpoint.";
    return `Set \`${path}: Disabled\` and use a private endpoint.`;
  },
  inPlace: [
    ...SWITCHED.filter((type) => !/neptune|mq/.test(type)),
    "gcp:sql/databaseInstance:DatabaseInstance",
    "azure-native:sql:Server",
    "azure-native:cosmosdb:DatabaseAccount",
  ],
  checks: {
    ...each(SWITCHED, (database: Resource<InstanceArgs>) => mustBe(database.flag("publiclyAccessible"), false, false)),
    "aws:msk/cluster:Cluster": (cluster: Resource<KafkaArgs>) =>
      mustSay(cluster.text("brokerNodeGroupInfo.connectivityInfo.publicAccess.type"), {
        good: ["DISABLED"],
        bad: ["SERVICE_PROVIDED_EIPS"],
        byDefault: "DISABLED",
      }),
    ...each(["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"], search),
    "gcp:sql/databaseInstance:DatabaseInstance": cloudSql,
    "gcp:alloydb/instance:Instance": (instance: Resource<AlloyArgs>) =>
      mustBe(instance.flag("networkConfig.enablePublicIp"), false, false),
    ...AZURE_CHECKS,
  },
};
