import type { EventRuleArgs } from "@pulumi/aws/cloudwatch/eventRule.js";
import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { AddonArgs } from "@pulumi/aws/eks/addon.js";
import type { ClusterArgs as EksArgs } from "@pulumi/aws/eks/cluster.js";
import type { NodeGroupArgs } from "@pulumi/aws/eks/nodeGroup.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { QueueArgs } from "@pulumi/aws/sqs/queue.js";
import type { MaintenanceConfigurationArgs } from "@pulumi/azure-native/containerservice/maintenanceConfiguration.js";
import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster.js";
import type { UserAssignedIdentityArgs } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { ClusterArgs as GkeArgs } from "@pulumi/gcp/container/cluster.js";
import type { NodePoolArgs } from "@pulumi/gcp/container/nodePool.js";
import type { AccountArgs } from "@pulumi/gcp/serviceaccount/account.js";

/** What only one cloud's clusters can do. */
export interface ClusterNative {
  readonly gcp?: {
    /** How early patches come. @default "REGULAR" */
    readonly channel?: "RAPID" | "REGULAR" | "STABLE";
    /** The group that holds all groups with rights in a cluster (`gke-security-groups@…`). @default none */
    readonly securityGroup?: string;
  };
  readonly azure?: {
    /** Base64 of the API server's authority, kept after the first `up`: then nothing reads the cluster. @default read from the cluster */
    readonly certificateAuthority?: string;
  };
}

/** The children that `transform` can reach. */
export type ClusterChildren = {
  readonly aws: {
    readonly cluster: EksArgs;
    readonly logs: LogGroupArgs;
    readonly role: RoleArgs;
    readonly nodeRole: RoleArgs;
    readonly addonRole: RoleArgs;
    readonly addon: AddonArgs;
    readonly systemTemplate: LaunchTemplateArgs;
    readonly system: NodeGroupArgs;
    readonly controllerRole: RoleArgs;
    readonly interruptions: QueueArgs;
    readonly interruption: EventRuleArgs;
  };
  readonly gcp: {
    readonly cluster: GkeArgs;
    readonly nodeAccount: AccountArgs;
    readonly system: NodePoolArgs;
  };
  readonly azure: {
    readonly cluster: ManagedClusterArgs;
    readonly identity: UserAssignedIdentityArgs;
    readonly audit: DiagnosticSettingArgs;
    readonly maintenance: MaintenanceConfigurationArgs;
  };
};
