import { PrometheusRuleGroup } from "@pulumi/azure-native/alertsmanagement/prometheusRuleGroup.js";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { ActionGroup } from "@pulumi/azure-native/monitor/actionGroup.js";
import { AzureMonitorWorkspace } from "@pulumi/azure-native/monitor/azureMonitorWorkspace.js";
import { DataCollectionEndpoint } from "@pulumi/azure-native/monitor/dataCollectionEndpoint.js";
import { DataCollectionRule } from "@pulumi/azure-native/monitor/dataCollectionRule.js";
import { interpolate } from "@pulumi/pulumi";
import { type Granter, roleOn } from "../../core/grant.ts";
import { physicalName } from "../../core/name.ts";
import type { Scope } from "../../core/scope.ts";
import { SEVERITIES, type Severity } from "../alerting.ts";
import { addressesOf } from "../routing.ts";
import type { ManagedRight, ManagedSpec } from "./args.ts";
import { azureGroup } from "./azure-rules.ts";
import type { ManagedChildren, ManagedRuleChildren } from "./native.ts";
import type { RuleKeeper, Speech } from "./speech.ts";

const STREAM = "Microsoft-PrometheusMetrics";
const ROLES: { readonly [R in ManagedRight]: string } = {
  read: "b0d8363b-8ddd-447d-831f-62ca05bff136", // Monitoring Data Reader
  write: "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
};
// of Azure Monitor's API for remote write
const WRITE_VERSION = "2023-04-24";

/** Azure Monitor: a workspace, the rule by which metrics come in, and a group of people for each severity. */
export function azureManaged(scope: Scope<"azure", ManagedChildren["azure"]>, { alerts, tags }: ManagedSpec) {
  const { name, site, opts } = scope;
  const { resourceGroupName, location } = site;
  const workspace = new AzureMonitorWorkspace(
    ...scope.child(
      "workspace",
      {
        azureMonitorWorkspaceName: physicalName(site, name, { max: 63 }),
        resourceGroupName,
        location,
        // other clouds write to it, and who may is decided by identity alone
        publicNetworkAccess: "Enabled",
        tags,
      },
      { lasting: true },
    ),
  );
  const endpoint = new DataCollectionEndpoint(
    ...scope.child("endpoint", {
      dataCollectionEndpointName: physicalName(site, name, { max: 44 }),
      resourceGroupName,
      location,
      networkAcls: { publicNetworkAccess: "Enabled" },
      tags,
    }),
  );
  const intake = new DataCollectionRule(
    ...scope.child("intake", {
      dataCollectionRuleName: physicalName(site, name, { max: 64 }),
      resourceGroupName,
      location,
      dataCollectionEndpointId: endpoint.id,
      dataSources: { prometheusForwarder: [{ name: "agents", streams: [STREAM] }] },
      destinations: { monitoringAccounts: [{ name: "metrics", accountResourceId: workspace.id }] },
      dataFlows: [{ streams: [STREAM], destinations: ["metrics"] }],
      tags,
    }),
  );
  const groupOf = (severity: Severity) =>
    new ActionGroup(
      ...scope.child(
        "people",
        {
          actionGroupName: physicalName(site, `${name}-${severity}`, { max: 128 }),
          resourceGroupName,
          location: "Global",
          groupShortName: severity,
          enabled: true,
          emailReceivers: addressesOf(alerts, severity).map((person) => ({
            name: person.name,
            emailAddress: person.to,
            useCommonAlertSchema: true,
          })),
          tags,
        },
        { of: severity },
      ),
    );
  const people = Object.fromEntries(SEVERITIES.map((severity) => [severity, groupOf(severity)])) as {
    readonly [S in Severity]: ActionGroup;
  };
  const places = { read: workspace.id, write: intake.id };
  const grant: Granter<"azure", ManagedRight> = (right, { principalId }, grantName) => [
    new RoleAssignment(grantName, roleOn(site, places[right], principalId, ROLES[right]), opts),
  ];
  const query = workspace.metrics.apply(({ prometheusQueryEndpoint }) => prometheusQueryEndpoint);
  const ingestion = endpoint.metricsIngestion.apply((one) => one?.endpoint ?? "");
  const speech: Speech = {
    remoteWrite: {
      name: "home",
      url: interpolate`${ingestion}/dataCollectionRules/${intake.immutableId}/streams/${STREAM}/api/v1/write?api-version=${WRITE_VERSION}`,
      // whom the pod's own token stands for
      azureAd: { cloud: "AzurePublic", sdk: {} },
    },
    datasource: {
      type: "grafana-azureprometheus-datasource",
      url: query,
      jsonData: { httpMethod: "POST", azureCredentials: { authType: "workloadidentity" } },
    },
    plugin: "grafana-azureprometheus-datasource@1.0.2",
    settings: { auth: { azure_auth_enabled: true }, azure: { workload_identity_enabled: true } },
  };
  const rules: RuleKeeper<"azure", ManagedRuleChildren["azure"]> = (at, _of, groups) =>
    groups.map(
      (group) =>
        new PrometheusRuleGroup(
          ...at.child(
            "rules",
            {
              ruleGroupName: physicalName(site, group.name, { max: 128 }),
              resourceGroupName,
              location,
              scopes: [workspace.id],
              enabled: true,
              ...azureGroup(group, (severity) => people[severity].id),
              tags: site.tags,
            },
            { of: group.name },
          ),
        ),
    );
  return {
    outputs: { id: workspace.id, name: workspace.name, endpoint: query },
    nodes: { workspace, endpoint, intake, people: Object.values(people) },
    grant,
    speech,
    rules,
  };
}
