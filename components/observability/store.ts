import type { Resource } from "@pulumi/pulumi";
import { Bucket } from "../bucket/index.ts";
import type { ClusterScope } from "../core/scope.ts";
import { Identity } from "../identity/index.ts";
import { NAMESPACE, type ObservabilityPlan } from "./plan.ts";
import type { Store } from "./values.ts";

/** Where one cluster's logs or traces lie: on its own site, until their days are over, and open to whom they belong alone. */
export function store(
  { cluster, opts, name }: Pick<ClusterScope, "cluster" | "opts" | "name">,
  { owner }: ObservabilityPlan,
  { what, account, days }: { readonly what: string; readonly account: string; readonly days: number },
): Store & { readonly ready: readonly Resource[] } {
  const { site } = cluster;
  const { parent } = opts;
  const bucket = new Bucket(
    `${name}-${what}`,
    {
      site,
      data: { class: "confidential", purpose: "operations", owner, retentionDays: days },
      // an old version would count as part of the days
      oldVersionDays: 0,
    },
    { parent },
  );
  const trusted = { cluster, namespace: NAMESPACE, serviceAccount: account };
  const keeper = new Identity(`${name}-${what}`, { site, trust: [{ kubernetes: trusted }] }, { parent });
  const grants = [bucket.grantRead(keeper.identity), bucket.grantWrite(keeper.identity)];
  return {
    bucket,
    days,
    pod: keeper.forServiceAccount(trusted),
    ready: grants.flatMap(({ resources }) => resources),
  };
}
