import type { Output } from "@pulumi/pulumi";

/** A customer-managed key on AWS: a KMS key. */
export interface AwsKey {
  readonly cloud: "aws";
  readonly name: string;
  readonly arn: Output<string>;
}
/** A customer-managed key on Google Cloud: `projects/…/locations/…/keyRings/…/cryptoKeys/…`. */
export interface GcpKey {
  readonly cloud: "gcp";
  readonly name: string;
  readonly id: Output<string>;
}
/** A customer-managed key on Azure: a key in a vault of its own. */
export interface AzureKey {
  readonly cloud: "azure";
  readonly name: string;
  readonly vaultId: Output<string>;
  /** `https://<vault>.vault.azure.net/`. */
  readonly vaultUri: Output<string>;
  readonly keyName: Output<string>;
  /** With its version, as AKS and disk encryption sets take it. */
  readonly keyUriWithVersion: Output<string>;
}
/** What content is encrypted with, where the provider's own key is not enough. */
export type EncryptionKey = AwsKey | GcpKey | AzureKey;
