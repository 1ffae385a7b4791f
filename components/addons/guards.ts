/** A rule of the API server's own policy engine, in CEL: no webhook, so nothing that can be down. */
export interface Guard {
  readonly resources: readonly {
    readonly group: string;
    readonly versions: readonly string[];
    readonly kinds: readonly string[];
  }[];
  readonly expression: string;
  readonly message: string;
}

const WORKLOADS = [
  { group: "", versions: ["v1"], kinds: ["pods"] },
  { group: "apps", versions: ["v1"], kinds: ["deployments", "statefulsets", "daemonsets"] },
  { group: "batch", versions: ["v1"], kinds: ["jobs", "cronjobs"] },
];
// a pod's spec lies where the kind has it
const POD =
  'object.kind == "Pod" ? object.spec : object.kind == "CronJob" ? object.spec.jobTemplate.spec.template.spec : object.spec.template.spec';

/** What holds for every namespace of the cluster but the cloud's own and the exempted ones. */
export function guardsOf(trustedRegistries: readonly string[]): Readonly<Record<string, Guard>> {
  return {
    "namespaces-say-a-level": {
      resources: [{ group: "", versions: ["v1"], kinds: ["namespaces"] }],
      expression:
        'has(object.metadata.labels) && "pod-security.kubernetes.io/enforce" in object.metadata.labels && object.metadata.labels["pod-security.kubernetes.io/enforce"] in ["restricted", "baseline"]',
      message: "a namespace must carry the label pod-security.kubernetes.io/enforce with restricted or baseline",
    },
    "nothing-in-default": {
      resources: WORKLOADS,
      expression: 'object.metadata.namespace != "default"',
      message: "nothing runs in the namespace default: it has no quota, no level and no network policy",
    },
    "no-default-account-token": {
      resources: WORKLOADS,
      expression: `variables.pod.?serviceAccountName.orValue("default") != "default" || variables.pod.?automountServiceAccountToken.orValue(true) == false`,
      message: "a pod without a service account of its own must say automountServiceAccountToken: false",
    },
    ...(trustedRegistries.length > 0 && {
      "trusted-registries": {
        resources: WORKLOADS,
        expression: `(variables.pod.containers + variables.pod.?initContainers.orValue([])).all(container, ${JSON.stringify(trustedRegistries)}.exists(registry, container.image.startsWith(registry)))`,
        message: `images come from ${trustedRegistries.join(", ")}`,
      },
    }),
  };
}

/** What expressions call the spec of a pod. */
export const VARIABLES = [{ name: "pod", expression: POD }];
