import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Input, Resource } from "@pulumi/pulumi";
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
  const { chart, repository, version } = CHARTS[name];
  const args = {
    name,
    chart,
    version,
    namespace,
    values,
    repositoryOpts: { repo: repository },
    ...(waits ? { atomic: true, timeout: 600 } : { skipAwait: true }),
  };
  return new Release(...child("release", args, { of: name, dependsOn: [...after] }));
}
