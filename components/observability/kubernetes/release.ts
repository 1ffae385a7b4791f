import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { sourceOf, UNTIL_IT_ANSWERS } from "../../core/chart.ts";
import type { ObservabilityScope } from "../native.ts";
import { CHARTS, type ChartName } from "../releases.ts";

/** Installs a chart, and waits until it answers, unless that needs what somebody has yet to put there. */
export function release(
  { child }: ObservabilityScope,
  name: ChartName,
  namespace: Input<string>,
  values: Readonly<Record<string, unknown>>,
  after: readonly Resource[],
  { waits = true }: { readonly waits?: boolean } = {},
): Release {
  const args = {
    name,
    namespace,
    values,
    ...sourceOf(CHARTS[name]),
    ...(waits ? UNTIL_IT_ANSWERS : { skipAwait: true }),
  };
  return new Release(...child("release", args, { of: name, dependsOn: [...after] }));
}
