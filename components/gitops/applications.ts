import type { Resource } from "@pulumi/pulumi";
import { custom } from "../objects/index.ts";
import type { TenantScope } from "./native.ts";
import { SYSTEM, type TenantPlan } from "./planned.ts";

const WAVE = "wave";

/** The applications of a tenant: one for each of its namespaces on each of its clusters, wave by wave where there are several. */
export function applications({ child }: TenantScope, plan: TenantPlan, after: readonly Resource[]): Resource {
  const { name, prune, waves } = plan;
  return custom(
    "argoproj.io/v1alpha1/ApplicationSet",
    ...child(
      "applications",
      {
        metadata: { name, namespace: SYSTEM },
        spec: {
          goTemplate: true,
          goTemplateOptions: ["missingkey=error"],
          generators: [
            {
              list: {
                elements: plan.applications.map(({ name: application, cluster, namespace, path }) => ({
                  name: application,
                  cluster: cluster.name,
                  namespace: namespace.name,
                  path,
                  wave: String(cluster.wave),
                })),
              },
            },
          ],
          ...(waves.length > 1 && {
            strategy: {
              type: "RollingSync",
              rollingSync: {
                steps: waves.map((wave) => ({
                  matchExpressions: [{ key: WAVE, operator: "In", values: [String(wave)] }],
                })),
              },
            },
          }),
          // what runs goes on when its application goes
          syncPolicy: { preserveResourcesOnDeletion: true, applicationsSync: "sync" },
          template: {
            metadata: { name: "{{.name}}", labels: { [WAVE]: "{{.wave}}", tenant: name } },
            spec: {
              project: name,
              source: { repoURL: plan.repositoryUrl, path: "{{.path}}", targetRevision: plan.revision },
              destination: { name: "{{.cluster}}", namespace: "{{.namespace}}" },
              ignoreDifferences: [...OTHERS],
              syncPolicy: {
                automated: { prune, selfHeal: true, allowEmpty: false },
                retry: { limit: 5, backoff: { duration: "30s", factor: 2, maxDuration: "10m" } },
                syncOptions: [
                  "CreateNamespace=false",
                  "ServerSideApply=true",
                  "FailOnSharedResource=true",
                  "ApplyOutOfSyncOnly=true",
                  "PruneLast=true",
                  "RespectIgnoreDifferences=true",
                ],
              },
            },
          },
        },
      },
      { dependsOn: [...after] },
    ),
  );
}

/** What controllers write: scalers the number of pods, Argo Rollouts the weights of routes. */
const OTHERS = [
  ...["Deployment", "StatefulSet"].map((kind) => ({ group: "apps", kind, jsonPointers: ["/spec/replicas"] })),
  { group: "argoproj.io", kind: "Rollout", jsonPointers: ["/spec/replicas"] },
  ...["HTTPRoute", "GRPCRoute"].map((kind) => ({
    group: "gateway.networking.k8s.io",
    kind,
    jqPathExpressions: [".spec.rules[].backendRefs[].weight"],
  })),
];
