import type { LifecyclePolicyArgs } from "@pulumi/aws/ecr/lifecyclePolicy.js";
import type { RepositoryArgs as EcrRepositoryArgs } from "@pulumi/aws/ecr/repository.js";
import type { RegistryArgs as AcrArgs } from "@pulumi/azure-native/containerregistry/registry.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { RepositoryArgs } from "@pulumi/gcp/artifactregistry/repository.js";

/** What only one cloud's registry can do. */
export interface RegistryNative {
  readonly azure?: {
    /** Premium is closed to the internet and needs a private endpoint; Standard is open to identities. @default "Premium", "Standard" where criticality is "low" */
    readonly tier?: "Standard" | "Premium";
  };
}

/** The children that `transform` can reach; on AWS those of all images are changed alike. */
export type RegistryChildren = {
  readonly aws: { readonly repository: EcrRepositoryArgs; readonly lifecycle: LifecyclePolicyArgs };
  readonly gcp: { readonly repository: RepositoryArgs };
  readonly azure: { readonly registry: AcrArgs; readonly accessLog: DiagnosticSettingArgs };
};
