import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const servers = ["sql", "dbforpostgresql", "dbformysql"];
const endpoint = "azure-native:network:PrivateEndpoint";

const rule = (service: string, start: unknown, end: unknown, serverName: unknown = "db"): Sample => ({
  type: `azure-native:${service}:FirewallRule`,
  name: "rule",
  props: { serverName, startIpAddress: start, endIpAddress: end },
});
const of = (props: object, beside: (service: string) => readonly Sample[]): readonly Example[] =>
  servers.map((service) => ({
    type: `azure-native:${service}:Server`,
    props: { serverName: "db", ...props },
    beside: beside(service),
  }));
const leadsTo = (props: object, ...beside: Sample[]): Example => ({
  type: endpoint,
  props: { subnet: { id: UNKNOWN }, privateLinkServiceConnections: [{ privateLinkServiceId: UNKNOWN }] },
  edges: { privateLinkServiceConnections: "azure-native:sql:Server::db" },
  beside: [{ type: "azure-native:sql:Server", name: "db", props: { serverName: "db", ...props } }, ...beside],
});

export const azure: Required<Examples> = {
  pass: [
    ...of({}, (service) => [rule(service, "20.30.40.50", "20.30.40.50")]),
    ...of({ publicNetworkAccess: "Disabled", network: { publicNetworkAccess: "Disabled" } }, (service) => [
      rule(service, "0.0.0.0", "255.255.255.255"),
    ]),
    ...of({}, (service) => [rule(service, "0.0.0.0", "255.255.255.255", "another")]),
    leadsTo({ publicNetworkAccess: "Disabled" }),
  ],
  fail: [
    ...of({}, (service) => [rule(service, "0.0.0.0", "255.255.255.255")]),
    ...of({ publicNetworkAccess: "Enabled", network: { publicNetworkAccess: "Enabled" } }, (service) => [
      { ...rule(service, "1.0.0.0", "223.255.255.255", UNKNOWN), edges: { serverName: "it" } },
    ]),
    leadsTo({}, rule("sql", "0.0.0.0", "255.255.255.255")),
  ],
  undetermined: [
    ...of({}, (service) => [rule(service, "0.0.0.0", UNKNOWN)]),
    ...of({}, (service) => [rule(service, "0.0.0.0", "255.255.255.255", UNKNOWN)]),
    leadsTo({}, rule("sql", UNKNOWN, "255.255.255.255")),
  ],
  notApplicable: [{ type: endpoint, props: { privateLinkServiceConnections: [{ privateLinkServiceId: "/x" }] } }],
};
