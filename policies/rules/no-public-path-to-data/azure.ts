import type { PrivateEndpointArgs } from "@pulumi/azure-native/network/privateEndpoint.js";
import type { Graph } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, type Truth } from "../../core/truth.ts";
import { every, notApplicable } from "../../core/verdict.ts";
import { rangeIsPublic } from "../../models/address.ts";

const ENDPOINT = "azure-native:network:PrivateEndpoint";
type Server = readonly [access: string, rules: string];
/** Servers, where they say whether they have a public endpoint, and the rules of its firewall. */
const SERVERS: Readonly<Record<string, Server>> = {
  "azure-native:sql:Server": ["publicNetworkAccess", "azure-native:sql:FirewallRule"],
  "azure-native:dbforpostgresql:Server": ["network.publicNetworkAccess", "azure-native:dbforpostgresql:FirewallRule"],
  "azure-native:dbformysql:Server": ["network.publicNetworkAccess", "azure-native:dbformysql:FirewallRule"],
};

/** Whether the internet reaches a server by its public endpoint, whatever private way there is beside it. */
function isExposed(server: Resource, graph: Graph): Truth {
  const [access, type] = SERVERS[server.type] as Server;
  const answers = holds(server.text(access), (word) => word.toLowerCase() === "enabled", true);
  const { sure, maybe } = graph.attached(server, { type, key: "serverName", name: "serverName" });
  const wide = (rule: Resource) => rangeIsPublic(rule.text("startIpAddress"), rule.text("endIpAddress"));
  const open = [
    ...sure.map(wide),
    ...maybe.map((rule): Truth => allOf([wide(rule), { state: "unknown", path: `${rule.name}.serverName` }])),
  ];
  return allOf([answers, anyOf(open)]);
}

const server: GraphCheck = (server, { graph }) =>
  faultIf(
    isExposed(server, graph),
    (SERVERS[server.type] as Server)[0],
    "is open, and a firewall rule lets the internet in",
  );

const endpoint: GraphCheck = (endpoint: Resource<PrivateEndpointArgs>, { graph }) => {
  const key = "privateLinkServiceConnections";
  const targets = Object.keys(SERVERS).flatMap((type) => graph.named(endpoint, type, { key, name: "id" }).sure);
  if (targets.length === 0) return notApplicable("leads to no database server of this program");
  return every(
    targets.map((target) =>
      faultIf(isExposed(target, graph), key, `lead to ${target.name}, which the internet reaches past the endpoint`),
    ),
  );
};

export const AZURE_CHECKS: Readonly<Record<string, GraphCheck>> = {
  ...Object.fromEntries(Object.keys(SERVERS).map((type) => [type, server])),
  [ENDPOINT]: endpoint,
};
