import type { Resource } from "@pulumi/pulumi";
import { custom } from "../objects/index.ts";
import { FOREIGN } from "./kinds.ts";
import type { TenantScope } from "./native.ts";
import type { TenancyPlace } from "./place.ts";
import { ON_DESTINATION, SYSTEM, type TenantPlan } from "./planned.ts";
import { ARGO_RIGHTS, ROLES } from "./rights.ts";

/** What a tenant's applications may be: from its repository, to its namespaces, of its kinds, applied by its deployer. */
export function project(
  { child }: TenantScope,
  plan: TenantPlan,
  place: TenancyPlace,
  after: readonly Resource[],
): Resource {
  const { name, applications, kinds, groups } = plan;
  return custom(
    "argoproj.io/v1alpha1/AppProject",
    ...child(
      "project",
      {
        metadata: { name, namespace: SYSTEM },
        spec: {
          description: `Applications of ${name}`,
          sourceRepos: [plan.repositoryUrl],
          destinations: applications.map(({ cluster, namespace }) => ({
            name: cluster.name,
            namespace: namespace.name,
          })),
          destinationServiceAccounts: applications.map(({ cluster, namespace }) => ({
            server: place.access.get(cluster.name)?.server ?? "",
            namespace: namespace.name,
            defaultServiceAccount: `${ON_DESTINATION}:${namespace.name}`,
          })),
          clusterResourceWhitelist: [],
          clusterResourceBlacklist: [{ group: "*", kind: "*" }],
          namespaceResourceWhitelist: kinds.map(({ group, kind }) => ({ group, kind })),
          namespaceResourceBlacklist: [...FOREIGN],
          roles: ROLES.map((role) => ({
            name: role,
            groups: [groups[role].name],
            policies: ARGO_RIGHTS[role].map(
              ([resource, action]) => `p, proj:${name}:${role}, ${resource}, ${action}, ${name}/*, allow`,
            ),
          })),
        },
      },
      {
        invariants: ["spec.clusterResourceBlacklist", "spec.namespaceResourceBlacklist"],
        dependsOn: [...after],
      },
    ),
  );
}
