import type { ClusterArgs as KafkaArgs } from "@pulumi/aws/msk/cluster.js";
import type { DomainArgs } from "@pulumi/aws/opensearch/domain.js";
import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";
import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount.js";
import type { ServerArgs as FlexibleArgs } from "@pulumi/azure-native/dbforpostgresql/server.js";
import type { FirewallRuleArgs } from "@pulumi/azure-native/sql/firewallRule.js";
import type { ServerArgs } from "@pulumi/azure-native/sql/server.js";
import type { DatabaseInstanceArgs } from "@pulumi/gcp/sql/databaseInstance.js";
import { listed, mustBe, mustSay, type Words } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Verdicts } from "../../core/rule.ts";
import { allOf, faultIf, holds, not } from "../../core/truth.ts";
import { decide, fail, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { anyPublic, rangeIsPublic } from "../../models/address.ts";

// the endpoint alone still has a firewall before it: bad, and less bad than a firewall that lets everybody through
const CLOSED: Words = {
  good: ["Disabled", "SecuredByPerimeter"],
  bad: ["Enabled"],
  byDefault: "Enabled",
  severity: "high",
};

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

function firewallRule(rule: Resource<FirewallRuleArgs>): Verdict {
  const [first, last] = [rule.text("startIpAddress"), rule.text("endIpAddress")];
  if (first.state === "unknown") return undetermined(first);
  if (last.state === "unknown") return undetermined(last);
  if (first.state === "absent" || last.state === "absent") return notCovered(first.path, "has no range of addresses");
  const [from, to] = [first.value, last.value];
  if (from === "0.0.0.0" && to === from) return fail(first.path, "lets in everything that runs in Azure, of whomever");
  return faultIf(rangeIsPublic(first, last), first.path, `lets in ${from} to ${to}`);
}

function cosmos(account: Resource<DatabaseAccountArgs>): Verdict {
  const closed = mustSay(account.text("publicNetworkAccess"), CLOSED);
  if (closed.word !== "fail") return closed;
  const rules = listed(account, "ipRules", "ipAddressOrRange");
  const unfiltered = allOf([
    rules.length === 0,
    not(holds(account.flag("isVirtualNetworkFilterEnabled"), (on) => on)),
    not(holds(account.list("virtualNetworkRules"), (networks) => networks.length > 0)),
  ]);
  if (unfiltered === true) return fail(closed.path, `${closed.what}, and nothing says who may come`);
  const azure = rules.some((rule) => rule.state === "known" && rule.value === "0.0.0.0");
  if (azure) return fail("ipRules", "let in everything that runs in Azure, of whomever");
  const open = anyPublic(rules);
  return open === true ? fail("ipRules", "let the internet in") : closed;
}

function flexible(server: Resource<FlexibleArgs>): Verdict {
  const inNetwork = holds(server.read("network.delegatedSubnetResourceId"), () => true);
  if (inNetwork === true) return PASS;
  const verdict = mustSay(server.text("network.publicNetworkAccess"), CLOSED);
  return verdict.word === "fail" && inNetwork !== false ? undetermined(inNetwork) : verdict;
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
  controls: ["nist-800-207:T2", "nist-800-207:T6", "cis-aws-7.0:3.2.3", "cis-gcp-5.0:6.5", "cis-gcp-5.0:6.7"],
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
    if (type.startsWith("gcp:")) {
      return "Set `settings.ipConfiguration.ipv4Enabled: false` with a `privateNetwork`, or name single networks in `authorizedNetworks`.";
    }
    if (type.endsWith(":FirewallRule")) return "Delete the rule and use a private endpoint, or name single addresses.";
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
    "azure-native:sql:Server": (server: Resource<ServerArgs>) => mustSay(server.text("publicNetworkAccess"), CLOSED),
    ...each(["azure-native:dbforpostgresql:Server", "azure-native:dbformysql:Server"], flexible),
    ...each(
      [
        "azure-native:sql:FirewallRule",
        "azure-native:dbforpostgresql:FirewallRule",
        "azure-native:dbformysql:FirewallRule",
      ],
      firewallRule,
    ),
    "azure-native:cosmosdb:DatabaseAccount": cosmos,
  },
};
