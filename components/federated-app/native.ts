import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import type { HorizontalPodAutoscalerArgs } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import type { ConfigMapArgs } from "@pulumi/kubernetes/core/v1/configMap.js";
import type { NamespaceArgs } from "@pulumi/kubernetes/core/v1/namespace.js";
import type { ResourceQuotaArgs } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { ObjectOf } from "../objects/index.ts";

/** The objects of a federated app, by the keys that `transform.kubernetes` takes. */
export interface AppChildren {
  deployment: DeploymentArgs;
  rollout: ObjectOf<"argoproj.io/v1alpha1/Rollout">;
  analysis: ObjectOf<"argoproj.io/v1alpha1/AnalysisTemplate">;
  scaler: HorizontalPodAutoscalerArgs;
  federatedScaler: ObjectOf<"autoscaling.karmada.io/v1alpha1/FederatedHPA">;
  service: ServiceArgs;
  preview: ServiceArgs;
  serviceAccount: ServiceAccountArgs;
  budget: PodDisruptionBudgetArgs;
  networkPolicy: NetworkPolicyArgs;
  authorization: ObjectOf<"security.istio.io/v1/AuthorizationPolicy">;
  destination: ObjectOf<"networking.istio.io/v1/DestinationRule">;
  shares: ObjectOf<"networking.istio.io/v1/VirtualService">;
  egress: ObjectOf<"networking.istio.io/v1/ServiceEntry">;
  sight: ObjectOf<"networking.istio.io/v1/Sidecar">;
  route: ObjectOf<"gateway.networking.k8s.io/v1/HTTPRoute">;
  identityFiles: ConfigMapArgs;
  propagation: ObjectOf<"policy.karmada.io/v1alpha1/PropagationPolicy">;
  overrides: ObjectOf<"policy.karmada.io/v1alpha1/OverridePolicy">;
}

/** What brings the kinds of apps to a federation. */
export interface KindsChildren {
  definitions: ReleaseArgs;
  kept: ObjectOf<"config.karmada.io/v1alpha1/ResourceInterpreterCustomization">;
}
/** The objects of a federated namespace. */
export interface NamespaceChildren {
  namespace: NamespaceArgs;
  quota: ResourceQuotaArgs;
  closed: NetworkPolicyArgs;
  mutualTls: ObjectOf<"security.istio.io/v1/PeerAuthentication">;
  nobody: ObjectOf<"security.istio.io/v1/AuthorizationPolicy">;
  propagation: ObjectOf<"policy.karmada.io/v1alpha1/PropagationPolicy">;
}
