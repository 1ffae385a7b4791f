import type { BucketArgs as S3BucketArgs } from "@pulumi/aws/s3/bucket.js";
import type { BucketLifecycleConfigurationArgs } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import type { BucketLoggingArgs } from "@pulumi/aws/s3/bucketLogging.js";
import type { BucketObjectLockConfigurationArgs } from "@pulumi/aws/s3/bucketObjectLockConfiguration.js";
import type { BucketOwnershipControlsArgs } from "@pulumi/aws/s3/bucketOwnershipControls.js";
import type { BucketPolicyArgs } from "@pulumi/aws/s3/bucketPolicy.js";
import type { BucketPublicAccessBlockArgs } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import type { BucketServerSideEncryptionConfigurationArgs } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import type { BucketVersioningArgs } from "@pulumi/aws/s3/bucketVersioning.js";
import type { ManagementLockByScopeArgs } from "@pulumi/azure-native/authorization/managementLockByScope.js";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { BlobContainerArgs } from "@pulumi/azure-native/storage/blobContainer.js";
import type { BlobContainerImmutabilityPolicyArgs } from "@pulumi/azure-native/storage/blobContainerImmutabilityPolicy.js";
import type { BlobServicePropertiesArgs } from "@pulumi/azure-native/storage/blobServiceProperties.js";
import type { ManagementPolicyArgs } from "@pulumi/azure-native/storage/managementPolicy.js";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { BucketArgs as GcsBucketArgs } from "@pulumi/gcp/storage/bucket.js";

/** What only one cloud's bucket can do. */
export interface BucketNative {
  readonly aws?: {
    /** Other buckets and load balancers of the account write their access logs here. @default false */
    readonly receivesAccessLogs?: boolean;
  };
}

/** The children that `transform` can reach. */
export type BucketChildren = {
  readonly aws: {
    readonly bucket: S3BucketArgs;
    readonly ownership: BucketOwnershipControlsArgs;
    readonly publicAccess: BucketPublicAccessBlockArgs;
    readonly encryption: BucketServerSideEncryptionConfigurationArgs;
    readonly versioning: BucketVersioningArgs;
    readonly lifecycle: BucketLifecycleConfigurationArgs;
    readonly policy: BucketPolicyArgs;
    readonly lock: BucketObjectLockConfigurationArgs;
    readonly logging: BucketLoggingArgs;
  };
  readonly gcp: { readonly bucket: GcsBucketArgs };
  readonly azure: {
    readonly account: StorageAccountArgs;
    readonly service: BlobServicePropertiesArgs;
    readonly container: BlobContainerArgs;
    readonly lifecycle: ManagementPolicyArgs;
    readonly immutability: BlobContainerImmutabilityPolicyArgs;
    readonly accessLog: DiagnosticSettingArgs;
    readonly logs: BlobContainerArgs;
    readonly logImmutability: BlobContainerImmutabilityPolicyArgs;
    readonly lock: ManagementLockByScopeArgs;
  };
};
