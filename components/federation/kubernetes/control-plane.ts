import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Resource } from "@pulumi/pulumi";
import type { FederationScope } from "../native.ts";
import { type FederationPlan, SYSTEM } from "../plan.ts";
import type { Trust } from "../trust.ts";
import { chartValues } from "./values.ts";

const REPOSITORY = "https://raw.githubusercontent.com/karmada-io/karmada/master/charts";

/** Karmada's API servers and controllers; a release, since its jobs install its own definitions and webhooks on the hub. */
export function controlPlane(
  { child }: FederationScope,
  plan: FederationPlan,
  trust: Trust,
  after: readonly Resource[],
) {
  return new Release(
    ...child(
      "controlPlane",
      {
        // names of services, secrets and labels begin with it
        name: "karmada",
        chart: "karmada",
        version: `v${plan.version}`,
        namespace: SYSTEM,
        repositoryOpts: { repo: REPOSITORY },
        timeout: 900,
        values: chartValues(plan, trust),
      },
      {
        dependsOn: [...after],
        invariants: ["name", "namespace", "values.certs.mode", "values.etcd.mode"],
      },
    ),
  );
}
