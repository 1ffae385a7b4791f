import type { AlertManagerDefinitionArgs } from "@pulumi/aws/amp/alertManagerDefinition.js";
import type { RuleGroupNamespaceArgs } from "@pulumi/aws/amp/ruleGroupNamespace.js";
import type { WorkspaceArgs } from "@pulumi/aws/amp/workspace.js";
import type { WorkspaceConfigurationArgs } from "@pulumi/aws/amp/workspaceConfiguration.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { TopicArgs } from "@pulumi/aws/sns/topic.js";
import type { TopicPolicyArgs } from "@pulumi/aws/sns/topicPolicy.js";
import type { TopicSubscriptionArgs } from "@pulumi/aws/sns/topicSubscription.js";
import type { PrometheusRuleGroupArgs } from "@pulumi/azure-native/alertsmanagement/prometheusRuleGroup.js";
import type { ActionGroupArgs } from "@pulumi/azure-native/monitor/actionGroup.js";
import type { AzureMonitorWorkspaceArgs } from "@pulumi/azure-native/monitor/azureMonitorWorkspace.js";
import type { DataCollectionEndpointArgs } from "@pulumi/azure-native/monitor/dataCollectionEndpoint.js";
import type { DataCollectionRuleArgs } from "@pulumi/azure-native/monitor/dataCollectionRule.js";

/** The children of a managed place of metrics that `transform` can reach. */
export type ManagedChildren = {
  readonly aws: {
    readonly workspace: WorkspaceArgs;
    readonly settings: WorkspaceConfigurationArgs;
    readonly log: LogGroupArgs;
    readonly topic: TopicArgs;
    readonly topicPolicy: TopicPolicyArgs;
    readonly address: TopicSubscriptionArgs;
    readonly routing: AlertManagerDefinitionArgs;
  };
  readonly gcp: Record<never, never>;
  readonly azure: {
    readonly workspace: AzureMonitorWorkspaceArgs;
    readonly endpoint: DataCollectionEndpointArgs;
    readonly intake: DataCollectionRuleArgs;
    readonly people: ActionGroupArgs;
  };
};
/** The child of an alert or an objective where metrics are managed. */
export type ManagedRuleChildren = {
  readonly aws: { readonly rules: RuleGroupNamespaceArgs };
  readonly gcp: Record<never, never>;
  readonly azure: { readonly rules: PrometheusRuleGroupArgs };
};
