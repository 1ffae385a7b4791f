import type { OpenIdConnectProviderArgs } from "@pulumi/aws/iam/openIdConnectProvider.js";
import type { OutboundWebIdentityFederationArgs } from "@pulumi/aws/iam/outboundWebIdentityFederation.js";
import type { WorkloadIdentityPoolArgs } from "@pulumi/gcp/iam/workloadIdentityPool.js";

/** The children of an issuer that `transform` can reach. */
export type IssuerChildren = {
  readonly aws: { readonly provider: OpenIdConnectProviderArgs };
  readonly gcp: { readonly pool: WorkloadIdentityPoolArgs };
  readonly azure: Record<never, object>;
};
/** The children of what lets identities out that `transform` can reach. */
export type OutboundChildren = {
  readonly aws: { readonly federation: OutboundWebIdentityFederationArgs };
  readonly gcp: Record<never, object>;
  readonly azure: Record<never, object>;
};
