import type { AliasArgs } from "@pulumi/aws/kms/alias.js";
import type { KeyArgs as KmsKeyArgs } from "@pulumi/aws/kms/key.js";
import type { RoleDefinitionArgs } from "@pulumi/azure-native/authorization/roleDefinition.js";
import type { KeyArgs as VaultKeyArgs } from "@pulumi/azure-native/keyvault/key.js";
import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { CryptoKeyArgs } from "@pulumi/gcp/kms/cryptoKey.js";
import type { CryptoKeyIAMMemberArgs } from "@pulumi/gcp/kms/cryptoKeyIAMMember.js";
import type { KeyRingArgs } from "@pulumi/gcp/kms/keyRing.js";
import type { ServiceIdentityArgs } from "@pulumi/gcp/projects/serviceIdentity.js";

/** Services of AWS that use a key as themselves: CloudWatch Logs, Auto Scaling for disks of machines, the alert managers of Prometheus, trails, and alarms that tell a topic. */
export type AwsKeyUser = "logs" | "autoscaling" | "aps" | "cloudtrail" | "alarms";
/** Services of Google Cloud that use a key as their own agent, by the name of their API. */
export type GcpKeyUser = "artifactregistry" | "compute" | "container" | "pubsub" | "secretmanager" | "storage";

/** Which of the cloud's own services may use the key; on Azure each does as an identity that is granted it. */
export interface KeyNative {
  readonly aws?: {
    /** They stand in the key's policy, bound to this account. @default [] */
    readonly services?: readonly AwsKeyUser[];
  };
  readonly gcp?: {
    /** Their agents of this project encrypt and decrypt with it. @default [] */
    readonly services?: readonly GcpKeyUser[];
  };
}

/** The children that `transform` can reach. */
export type KeyChildren = {
  readonly aws: { readonly key: KmsKeyArgs; readonly alias: AliasArgs };
  readonly gcp: {
    readonly ring: KeyRingArgs;
    readonly key: CryptoKeyArgs;
    readonly agent: ServiceIdentityArgs;
    readonly agentUse: CryptoKeyIAMMemberArgs;
  };
  readonly azure: {
    readonly vault: VaultArgs;
    readonly key: VaultKeyArgs;
    readonly accessLog: DiagnosticSettingArgs;
    readonly role: RoleDefinitionArgs;
  };
};
