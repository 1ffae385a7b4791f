import type { Resource } from "@pulumi/pulumi";
import type { ManagedMetrics } from "./managed/index.ts";
import type { ObservabilityPlan } from "./plan.ts";

/** Where alerts and objectives are kept: an `Observability`. */
export interface RulesPlace {
  readonly plan: ObservabilityPlan;
  /** What they must wait for. */
  readonly rulesAfter: readonly Resource[];
  /** The service that asks them, where home's cloud has it. */
  readonly managed: ManagedMetrics | undefined;
}
