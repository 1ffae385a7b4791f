import type { CertificateArgs } from "@pulumi/aws/acmpca/certificate.js";
import type { CertificateAuthorityArgs } from "@pulumi/aws/acmpca/certificateAuthority.js";
import type { CertificateAuthorityCertificateArgs } from "@pulumi/aws/acmpca/certificateAuthorityCertificate.js";
import type { AuthorityArgs } from "@pulumi/gcp/certificateauthority/authority.js";
import type { CaPoolArgs } from "@pulumi/gcp/certificateauthority/caPool.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { ClusterRoleArgs } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import type { ClusterRoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { RoleArgs } from "@pulumi/kubernetes/rbac/v1/role.js";
import type { RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { ClusterScope } from "../core/scope.ts";
import type { ObjectOf } from "../objects/index.ts";

/** The children that `transform` can reach. */
export type AuthorityChildren = {
  readonly aws: {
    readonly authority: CertificateAuthorityArgs;
    readonly certificate: CertificateArgs;
    readonly installed: CertificateAuthorityCertificateArgs;
  };
  readonly gcp: { readonly pool: CaPoolArgs; readonly authority: AuthorityArgs };
  readonly azure: Record<never, object>;
};
/** What is declared in a cluster whose certificates it signs. */
export interface IssuerChildren {
  readonly rights: ClusterRoleArgs;
  readonly binding: ClusterRoleBindingArgs;
  readonly ownRights: RoleArgs;
  readonly ownBinding: RoleBindingArgs;
  readonly controller: ReleaseArgs;
  readonly awsIssuer: ObjectOf<"awspca.cert-manager.io/v1beta1/AWSPCAClusterIssuer">;
  readonly googleIssuer: ObjectOf<"cas-issuer.jetstack.io/v1beta1/GoogleCASClusterIssuer">;
}
/** Where that is declared. */
export type IssuerScope = ClusterScope<IssuerChildren>;
