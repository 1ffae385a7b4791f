import type { LimitRangeArgs } from "@pulumi/kubernetes/core/v1/limitRange.js";
import type { NamespaceArgs as NamespaceObject } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { ResourceQuotaArgs } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";

/** The children that `transform` can reach. */
export interface NamespaceChildren {
  readonly namespace: NamespaceObject;
  readonly quota: ResourceQuotaArgs;
  readonly defaults: LimitRangeArgs;
  readonly policy: NetworkPolicyArgs;
}
