import type { PodIdentityAssociationArgs } from "@pulumi/aws/eks/podIdentityAssociation.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { FederatedIdentityCredentialArgs } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential.js";
import type { UserAssignedIdentityArgs } from "@pulumi/azure-native/managedidentity/userAssignedIdentity.js";
import type { WorkloadIdentityPoolProviderArgs } from "@pulumi/gcp/iam/workloadIdentityPoolProvider.js";
import type { AccountArgs } from "@pulumi/gcp/serviceaccount/account.js";
import type { IAMMemberArgs } from "@pulumi/gcp/serviceaccount/iammember.js";

/** The children that `transform` can reach; those of a trust are many, and changed alike. */
export type IdentityChildren = {
  readonly aws: { readonly role: RoleArgs; readonly association: PodIdentityAssociationArgs };
  readonly gcp: {
    readonly account: AccountArgs;
    readonly provider: WorkloadIdentityPoolProviderArgs;
    readonly user: IAMMemberArgs;
  };
  readonly azure: { readonly identity: UserAssignedIdentityArgs; readonly credential: FederatedIdentityCredentialArgs };
};
