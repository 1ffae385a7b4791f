import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount.js";
import type { ServerArgs as FlexibleArgs } from "@pulumi/azure-native/dbforpostgresql/server.js";
import type { FirewallRuleArgs as CacheRuleArgs } from "@pulumi/azure-native/redis/firewallRule.js";
import type { RedisArgs } from "@pulumi/azure-native/redis/redis.js";
import type { FirewallRuleArgs } from "@pulumi/azure-native/sql/firewallRule.js";
import type { ManagedInstanceArgs } from "@pulumi/azure-native/sql/managedInstance.js";
import type { ServerArgs } from "@pulumi/azure-native/sql/server.js";
import { listed, mustBe, mustSay, type Words } from "../../core/expected.ts";
import type { Resource } from "../../core/resource.ts";
import { type Check, each } from "../../core/rule.ts";
import { allOf, faultIf, holds, isSet, not } from "../../core/truth.ts";
import { fail, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";
import { anyPublic, rangeIsPublic } from "../../models/address.ts";

// the endpoint alone still has a firewall before it: bad, and less bad than a firewall that lets everybody through
const CLOSED: Words = {
  good: ["Disabled", "SecuredByPerimeter"],
  bad: ["Enabled"],
  byDefault: "Enabled",
  severity: "high",
};

function firewallRule(rule: Resource<FirewallRuleArgs & CacheRuleArgs>): Verdict {
  const [start, end] = /redis/.test(rule.type)
    ? (["startIP", "endIP"] as const)
    : (["startIpAddress", "endIpAddress"] as const);
  const [first, last] = [rule.text(start), rule.text(end)];
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

/** What stands in a subnet of its own has no public endpoint, whatever the switch says. */
function inSubnet(server: Resource, subnet: string, access: string): Verdict {
  const inNetwork = isSet(server.read(subnet));
  if (inNetwork === true) return PASS;
  const verdict = mustSay(server.text(access), CLOSED);
  return verdict.word === "fail" && inNetwork !== false ? undetermined(inNetwork) : verdict;
}

export const AZURE_CHECKS: Readonly<Record<string, Check>> = {
  ...each(["azure-native:sql:Server", "azure-native:synapse:Workspace"], (server: Resource<ServerArgs>) =>
    mustSay(server.text("publicNetworkAccess"), CLOSED),
  ),
  "azure-native:sql:ManagedInstance": (instance: Resource<ManagedInstanceArgs>) =>
    mustBe(instance.flag("publicDataEndpointEnabled"), false, false, "high"),
  ...each(["azure-native:dbforpostgresql:Server", "azure-native:dbformysql:Server"], (server: Resource<FlexibleArgs>) =>
    inSubnet(server, "network.delegatedSubnetResourceId", "network.publicNetworkAccess"),
  ),
  "azure-native:redis:Redis": (cache: Resource<RedisArgs>) => inSubnet(cache, "subnetId", "publicNetworkAccess"),
  ...each(
    [
      "azure-native:sql:FirewallRule",
      "azure-native:dbforpostgresql:FirewallRule",
      "azure-native:dbformysql:FirewallRule",
      "azure-native:synapse:IpFirewallRule",
      "azure-native:redis:FirewallRule",
    ],
    firewallRule,
  ),
  "azure-native:cosmosdb:DatabaseAccount": cosmos,
};
