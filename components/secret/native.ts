import type { PermissionArgs } from "@pulumi/aws/lambda/permission.js";
import type { SecretArgs as AwsSecretArgs } from "@pulumi/aws/secretsmanager/secret.js";
import type { SecretRotationArgs } from "@pulumi/aws/secretsmanager/secretRotation.js";
import type { SecretVersionArgs as AwsVersionArgs } from "@pulumi/aws/secretsmanager/secretVersion.js";
import type { SecretArgs as VaultSecretArgs } from "@pulumi/azure-native/keyvault/secret.js";
import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { ServiceIdentityArgs } from "@pulumi/gcp/projects/serviceIdentity.js";
import type { TopicIAMMemberArgs } from "@pulumi/gcp/pubsub/topicIAMMember.js";
import type { SecretArgs as GcpSecretArgs } from "@pulumi/gcp/secretmanager/secret.js";
import type { SecretVersionArgs } from "@pulumi/gcp/secretmanager/secretVersion.js";
import type { Input } from "@pulumi/pulumi";

/** What happens where `rotationDays` have passed: each cloud does something else. */
export interface SecretNative {
  readonly aws?: {
    /** ARN of the function that makes a new value; Secrets Manager runs it. */
    readonly rotatorArn: Input<string>;
  };
  readonly gcp?: {
    /** `projects/…/topics/…` that is told; who listens makes the new value. */
    readonly reminderTopicId: Input<string>;
    /** The day of the first reminder, as `YYYY-MM-DD`. */
    readonly firstReminder: string;
  };
  readonly azure?: {
    /** The day on which the value ends, as `YYYY-MM-DD`; the vault tells Event Grid 30 days before. */
    readonly expiresOn: string;
  };
}

/** The children that `transform` can reach. */
export type SecretChildren = {
  readonly aws: {
    readonly secret: AwsSecretArgs;
    readonly version: AwsVersionArgs;
    readonly rotation: SecretRotationArgs;
    readonly rotator: PermissionArgs;
  };
  readonly gcp: {
    readonly secret: GcpSecretArgs;
    readonly version: SecretVersionArgs;
    readonly agent: ServiceIdentityArgs;
    readonly reminder: TopicIAMMemberArgs;
  };
  readonly azure: {
    readonly vault: VaultArgs;
    readonly secret: VaultSecretArgs;
    readonly accessLog: DiagnosticSettingArgs;
  };
};
