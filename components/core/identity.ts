import type { Output } from "@pulumi/pulumi";
import type { Cloud } from "./site.ts";

/** Who a workload is on AWS: a role. */
export interface AwsIdentity {
  readonly cloud: "aws";
  readonly name: string;
  readonly roleName: Output<string>;
  readonly roleArn: Output<string>;
}
/** Who a workload is on Google Cloud: a service account. */
export interface GcpIdentity {
  readonly cloud: "gcp";
  readonly name: string;
  /** As IAM writes it: `serviceAccount:<email>`. */
  readonly member: Output<string>;
  /** What its tokens say it is, where other clouds are to trust it. */
  readonly uniqueId?: Output<string>;
}
/** Who a workload is on Azure: a user-assigned managed identity. */
export interface AzureIdentity {
  readonly cloud: "azure";
  readonly name: string;
  readonly principalId: Output<string>;
}
/** Who a workload is: rights are granted to it, and it holds no key. */
export type Identity = AwsIdentity | GcpIdentity | AzureIdentity;
/** The identities of one cloud. */
export type IdentityOf<C extends Cloud> = Extract<Identity, { cloud: C }>;
