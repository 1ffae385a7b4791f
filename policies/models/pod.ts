import type { Bag, Unknown } from "../core/props.ts";

/** Every kind that runs pods, and where it keeps their template. */
export const POD_KINDS = {
  "kubernetes:core/v1:Pod": "",
  "kubernetes:core/v1:PodTemplate": "template",
  "kubernetes:core/v1:ReplicationController": "spec.template",
  "kubernetes:apps/v1:DaemonSet": "spec.template",
  "kubernetes:apps/v1:Deployment": "spec.template",
  "kubernetes:apps/v1:ReplicaSet": "spec.template",
  "kubernetes:apps/v1:StatefulSet": "spec.template",
  "kubernetes:batch/v1:CronJob": "spec.jobTemplate.spec.template",
  "kubernetes:batch/v1:Job": "spec.template",
  "kubernetes:argoproj.io/v1alpha1:Rollout": "spec.template",
  "kubernetes:serving.knative.dev/v1:Service": "spec.template",
} as const;
export type PodKind = keyof typeof POD_KINDS;
export const POD_TYPES = Object.keys(POD_KINDS) as readonly PodKind[];

const LISTS = ["initContainers", "containers", "ephemeralContainers"] as const;

/** What a pod will run, whatever kind starts it. */
export interface Pod {
  readonly metadata: Bag;
  readonly spec: Bag;
  /** Init and ephemeral ones included; a list that could not be read stands in their place. */
  readonly containers: readonly (Bag | Unknown)[];
}

/** The pods of a workload; nothing where its template stands in another object. */
export function podOf(workload: Bag & { readonly type: string }): Pod | undefined {
  const place = POD_KINDS[workload.type as PodKind];
  const template = place === "" ? workload : workload.bag(place);
  const spec = template.bag("spec");
  if (spec.self().state === "absent") return undefined;
  const containers = LISTS.flatMap((name): readonly (Bag | Unknown)[] => {
    const list = spec.list(name);
    if (list.state === "known") return list.value;
    return list.state === "unknown" ? [list] : [];
  });
  return { metadata: template.bag("metadata"), spec, containers };
}
