import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const workspace = "azure-native:operationalinsights:Workspace";
const table = "azure-native:operationalinsights:Table";
const component = "azure-native:applicationinsights:Component";
const exclusion = "gcp:logging/projectExclusion:ProjectExclusion";
const group = "aws:cloudwatch/logGroup:LogGroup";
const id = "/subscriptions/1/resourceGroups/shop/providers/Microsoft.OperationalInsights/workspaces/logs";
const noisyLogs = ["orders"];

const of = (type: string, props: object, config?: object): Example => ({
  type,
  props: { ...props },
  ...(config && { config: { ...config } }),
});

export const examples: Examples = {
  pass: [
    of(workspace, { workspaceCapping: { dailyQuotaGb: 5 } }),
    of(workspace, { workspaceCapping: { dailyQuotaGb: "0.5" } }),
    of(table, { tableName: "ContainerLogV2", plan: "Basic" }),
    of(table, { tableName: "AppTraces", plan: "auxiliary" }),
    of(table, { tableName: "Orders_CL", plan: "Basic" }, { noisyLogs }),
    of(component, { samplingPercentage: 20 }),
    of(component, { samplingPercentage: "99.5", workspaceResourceId: id }),
    of(exclusion, { filter: "severity<INFO" }),
    of(exclusion, { filter: "severity<INFO", disabled: false }),
    of(exclusion, { filter: "resource.type=k8s_container", disabled: "false" }),
    of(group, { name: "/vpc/flow-logs", logGroupClass: "INFREQUENT_ACCESS" }),
    of(group, { name: "/edge/Access", logGroupClass: "DELIVERY" }),
    of(group, { name: "/shop/orders", logGroupClass: "INFREQUENT_ACCESS" }, { noisyLogs }),
  ],
  fail: [
    of(workspace, {}),
    of(workspace, { workspaceCapping: {} }),
    of(workspace, { workspaceCapping: { dailyQuotaGb: -1 } }),
    of(workspace, { workspaceCapping: { dailyQuotaGb: 0 } }),
    of("azure-native:operationalinsights/v20230901:Workspace", {}),
    of(table, { tableName: "ContainerLogV2" }),
    of(table, { tableName: "AppTraces", plan: "Analytics" }),
    of(table, { tableName: "Orders_CL" }, { noisyLogs }),
    of(component, {}),
    of(component, { samplingPercentage: 100 }),
    of("azure-native:insights:Component", { kind: "web" }),
    of(exclusion, { filter: "severity<INFO", disabled: true }),
    of(exclusion, {}),
    of(group, { name: "/vpc/flow-logs" }),
    of(group, { name: "/shop/debug", logGroupClass: "STANDARD" }),
    of(group, { name: "/shop/orders" }, { noisyLogs }),
    { ...of(group, {}), name: "trace" },
  ],
  undetermined: [
    of(workspace, { workspaceCapping: { dailyQuotaGb: UNKNOWN } }),
    of(workspace, { workspaceCapping: UNKNOWN }),
    of(workspace, { workspaceCapping: { dailyQuotaGb: "much" } }),
    of(table, { tableName: "ContainerLogV2", plan: UNKNOWN }),
    of(table, { tableName: "ContainerLogV2", plan: "Premium" }),
    of(table, { tableName: UNKNOWN }),
    of(component, { samplingPercentage: UNKNOWN }),
    of(exclusion, { filter: "severity<INFO", disabled: UNKNOWN }),
    of(group, { name: "/vpc/flow-logs", logGroupClass: UNKNOWN }),
    of(group, { name: "/vpc/flow-logs", logGroupClass: "COLD" }),
    of(group, { name: UNKNOWN }),
  ],
  notApplicable: [
    of(table, { tableName: "SecurityEvent" }),
    of(table, { tableName: "ContainerLogV2" }, { noisyLogs }),
    of(component, { workspaceResourceId: id }),
    of(component, { workspaceResourceId: UNKNOWN, samplingPercentage: 100 }),
    of(group, { name: "/shop/orders" }),
    of(group, { name: "/vpc/flow-logs" }, { noisyLogs: [] }),
  ],
};
