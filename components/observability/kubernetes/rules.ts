import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { RuleScope } from "../native.ts";
import { NAMESPACE } from "../plan.ts";
import type { RuleGroup } from "../rule-group.ts";

/** Groups of rules, which home asks of everybody's metrics. */
export function rules({ child }: RuleScope, name: string, groups: readonly RuleGroup[], after: readonly Resource[]) {
  return custom(
    "monitoring.coreos.com/v1/PrometheusRule",
    ...child("rules", { metadata: { name, namespace: NAMESPACE }, spec: { groups } }, { dependsOn: [...after] }),
  );
}
