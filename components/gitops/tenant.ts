import type { ComponentResource, Resource } from "@pulumi/pulumi";
import { clusterScope } from "../core/scope.ts";
import { Namespace } from "../namespace/index.ts";
import { applications } from "./applications.ts";
import { namespaceRights } from "./kubernetes/rights.ts";
import type { TenantChildren } from "./native.ts";
import type { TenancyPlace } from "./place.ts";
import { placesOf } from "./plan.ts";
import type { PlannedApplication, TenantPlan } from "./planned.ts";
import { project } from "./project.ts";

/** Builds what a tenant has: its namespaces with everybody's rights, its project and its applications. */
export function buildTenant(
  parent: ComponentResource,
  /** What its objects are called after. */
  name: string,
  place: TenancyPlace,
  plan: TenantPlan,
  transforms: object,
): { readonly ready: readonly Resource[]; readonly escapes: readonly string[] } {
  place.take(plan.name, placesOf(plan));
  const changes: (readonly string[])[] = [];
  const on = (cluster: PlannedApplication["cluster"]["cluster"]) => {
    const { scope, changed } = clusterScope<TenantChildren>(name, parent, cluster, transforms);
    changes.push(changed);
    return scope;
  };
  const ready = plan.applications.flatMap((application) => {
    const { cluster, namespace } = application;
    const access = place.access.get(cluster.name);
    if (access === undefined) throw new Error(`${cluster.name} is no destination`);
    const closed = new Namespace(
      `${name}-${cluster.name}-${namespace.name}`,
      { ...namespace, cluster: cluster.cluster, labels: { tenant: plan.name } },
      { parent, dependsOn: [...cluster.cluster.ready] },
    );
    return namespaceRights(on(cluster.cluster), plan, application, access, closed.ready);
  });
  const host = on(place.plan.host);
  const owned = project(host, plan, place, [...place.ready, ...ready]);
  applications(host, plan, [owned]);
  return { ready, escapes: [...new Set(changes.flat())] };
}
