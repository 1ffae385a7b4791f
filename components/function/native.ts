import type { LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { EventSourceMappingArgs } from "@pulumi/aws/lambda/eventSourceMapping.js";
import type { FunctionArgs as LambdaArgs } from "@pulumi/aws/lambda/function.js";
import type { FunctionUrlArgs } from "@pulumi/aws/lambda/functionUrl.js";
import type { ComponentArgs as InsightsArgs } from "@pulumi/azure-native/applicationinsights/component.js";
import type { RoleAssignmentArgs } from "@pulumi/azure-native/authorization/roleAssignment.js";
import type { UserAssignedIdentityArgs } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { DeploymentArgs } from "@pulumi/azure-native/resources/deployment.js";
import type { BlobArgs } from "@pulumi/azure-native/storage/blob.js";
import type { AppServicePlanArgs } from "@pulumi/azure-native/web/appServicePlan.js";
import type { WebAppArgs } from "@pulumi/azure-native/web/webApp.js";
import type { WebAppAuthSettingsV2Args } from "@pulumi/azure-native/web/webAppAuthSettingsV2.js";
import type { WebAppFtpAllowedArgs } from "@pulumi/azure-native/web/webAppFtpAllowed.js";
import type { WebAppScmAllowedArgs } from "@pulumi/azure-native/web/webAppScmAllowed.js";
import type { RepositoryArgs } from "@pulumi/gcp/artifactregistry/repository.js";
import type { RepositoryIamMemberArgs } from "@pulumi/gcp/artifactregistry/repositoryIamMember.js";
import type { FunctionArgs as CloudFunctionArgs } from "@pulumi/gcp/cloudfunctionsv2/function.js";
import type { ServiceIamMemberArgs } from "@pulumi/gcp/cloudrunv2/serviceIamMember.js";
import type { IAMMemberArgs } from "@pulumi/gcp/projects/iammember.js";
import type { SubscriptionArgs } from "@pulumi/gcp/pubsub/subscription.js";
import type { SubscriptionIAMMemberArgs } from "@pulumi/gcp/pubsub/subscriptionIAMMember.js";
import type { AccountArgs } from "@pulumi/gcp/serviceaccount/account.js";
import type { BucketObjectArgs } from "@pulumi/gcp/storage/bucketObject.js";

/** What only one cloud's function can do. */
export interface FunctionNative {
  readonly azure?: {
    /** The Entra application that admits callers (App Service authentication); required for requests. @default none */
    readonly auth?: { readonly clientId: string; readonly tenantId: string };
  };
}

/** The children that `transform` can reach. */
export type FunctionChildren = {
  readonly aws: {
    readonly role: RoleArgs;
    readonly logs: LogGroupArgs;
    readonly logAccess: RolePolicyArgs;
    readonly function: LambdaArgs;
    readonly listener: EventSourceMappingArgs;
    readonly url: FunctionUrlArgs;
  };
  readonly gcp: {
    readonly identity: AccountArgs;
    readonly builder: AccountArgs;
    readonly builderLogs: IAMMemberArgs;
    readonly images: RepositoryArgs;
    readonly builderImages: RepositoryIamMemberArgs;
    readonly package: BucketObjectArgs;
    readonly function: CloudFunctionArgs;
    readonly invoker: AccountArgs;
    readonly invoke: ServiceIamMemberArgs;
    readonly subscription: SubscriptionArgs;
    readonly agentSubscribes: SubscriptionIAMMemberArgs;
  };
  readonly azure: {
    readonly identity: UserAssignedIdentityArgs;
    readonly hostAccess: RoleAssignmentArgs;
    readonly package: BlobArgs;
    readonly plan: AppServicePlanArgs;
    readonly insights: InsightsArgs;
    readonly insightsAccess: RoleAssignmentArgs;
    readonly function: WebAppArgs;
    readonly ftp: WebAppFtpAllowedArgs;
    readonly scm: WebAppScmAllowedArgs;
    readonly auth: WebAppAuthSettingsV2Args;
    readonly deploy: DeploymentArgs;
  };
};
