import type { ConfigMapArgs } from "@pulumi/kubernetes/core/v1/configMap.js";
import type { ServiceArgs } from "@pulumi/kubernetes/core/v1/service.js";
import type { ServiceAccountArgs } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";
import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { PodDisruptionBudgetArgs } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import type { ClusterRoleArgs } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import type { ClusterRoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import type { ClusterScope } from "../core/scope.ts";
import type { Transform, Transforms } from "../core/transform.ts";
import type { ObjectOf } from "../objects/index.ts";
import type { ManagedRuleChildren } from "./managed/native.ts";

/** The children that `transform.kubernetes` can reach. */
export interface ObservabilityChildren {
  readonly release: ReleaseArgs;
  readonly account: ServiceAccountArgs;
  readonly role: ClusterRoleArgs;
  readonly binding: ClusterRoleBindingArgs;
  readonly traffic: NetworkPolicyArgs;
  readonly service: ServiceArgs;
  readonly disruption: PodDisruptionBudgetArgs;
  readonly dashboard: ConfigMapArgs;
  readonly collector: ObjectOf<"opentelemetry.io/v1beta1/OpenTelemetryCollector">;
  readonly machines: ObjectOf<"opentelemetry.io/v1beta1/OpenTelemetryCollector">;
  readonly agent: ObjectOf<"monitoring.coreos.com/v1alpha1/PrometheusAgent">;
  readonly sidecars: ObjectOf<"monitoring.coreos.com/v1/PodMonitor">;
  readonly metrics: ObjectOf<"monitoring.coreos.com/v1/Prometheus">;
  readonly alertmanager: ObjectOf<"monitoring.coreos.com/v1/Alertmanager">;
  readonly routing: ObjectOf<"monitoring.coreos.com/v1alpha1/AlertmanagerConfig">;
}
/** The child of an alert or an objective that `transform.kubernetes` can reach. */
export interface RuleChildren {
  readonly rules: ObjectOf<"monitoring.coreos.com/v1/PrometheusRule">;
}
/** Changes to the rules of an alert or an objective, wherever they are kept. */
export type RuleTransforms = Transforms<ManagedRuleChildren> & {
  readonly kubernetes?: { readonly [K in keyof RuleChildren]?: Transform<RuleChildren[K]> };
};
export type ObservabilityScope = ClusterScope<ObservabilityChildren>;
export type RuleScope = ClusterScope<RuleChildren>;
