import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";
import { POD_KINDS, POD_TYPES } from "../../models/pod.ts";

const deployment = "kubernetes:apps/v1:Deployment";
const namespace = "kubernetes:core/v1:Namespace";
const full = { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "128Mi" } };
const metadata = { name: "app", namespace: "shop" };

function workload(type: string, spec: unknown): Example {
  const place = POD_KINDS[type as keyof typeof POD_KINDS];
  const steps = place === "" ? [] : place.split(".");
  const props = steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), { spec });
  return { type, props: { metadata, ...(props as object) } };
}
const pod = (resources: unknown, ...beside: readonly Sample[]): Example => ({
  ...workload(deployment, { containers: [{ name: "app", resources }] }),
  beside,
});
const range = (limits: unknown, inNamespace: unknown = "shop"): Sample => ({
  type: "kubernetes:core/v1:LimitRange",
  name: "range",
  props: { metadata: { namespace: inNamespace }, spec: { limits } },
});
const quota = (inNamespace: unknown, hard: unknown = { "requests.cpu": "4" }): Sample => ({
  type: "kubernetes:core/v1:ResourceQuota",
  name: "quota",
  props: { metadata: { namespace: inNamespace }, spec: { hard } },
});
const it = (sample: Sample): Example => ({ ...sample, name: "it" });
const given = { type: "Container", default: { memory: "256Mi" }, defaultRequest: { cpu: "50m", memory: "64Mi" } };
const shop = (...beside: readonly Sample[]): Example => ({
  type: namespace,
  props: { metadata: { name: "shop" } },
  beside,
});

export const examples: Examples = {
  pass: [
    ...POD_TYPES.map((type) => workload(type, { containers: [{ name: "app", resources: full }] })),
    // a limit alone is its own request
    pod({ limits: { cpu: "1", memory: "128Mi" } }),
    pod({ requests: { cpu: 1, memory: 134217728 }, limits: { memory: "128Mi" } }),
    pod(undefined, range([given])),
    pod({ requests: { cpu: "100m" } }, range([{ type: "Container", default: { memory: "128Mi" } }])),
    shop(quota("shop")),
    // whatever it is called, the quota is in it
    {
      type: namespace,
      name: "shop",
      props: { metadata: { name: UNKNOWN } },
      beside: [{ ...quota(UNKNOWN), edges: { metadata: `${namespace}::shop` } }],
    },
    it(quota("shop")),
    it(range([given])),
  ],
  fail: [
    ...POD_TYPES.map((type) => workload(type, { containers: [{ name: "app" }] })),
    pod({ requests: full.requests }),
    pod({ limits: full.limits }),
    pod({ requests: { cpu: "100m" }, limits: {} }),
    workload(deployment, { containers: [{ name: "app", resources: full }], initContainers: [{ name: "init" }] }),
    pod(undefined, range([given], "till")),
    pod(undefined, range([{ ...given, type: "Pod" }])),
    pod(undefined, range(undefined)),
    pod(undefined, { ...range([given]), provider: { context: "west" } }),
    shop(),
    shop(quota("till")),
    it(quota("shop", {})),
    it({ ...quota("shop"), props: { metadata: {} } }),
    it(range([])),
  ],
  undetermined: [
    ...POD_TYPES.map((type) => workload(type, { containers: UNKNOWN })),
    pod(UNKNOWN),
    pod(undefined, range([given], UNKNOWN)),
    workload(deployment, UNKNOWN),
    shop(quota(UNKNOWN)),
    { type: namespace, props: { metadata: { name: UNKNOWN } } },
    it(quota("shop", UNKNOWN)),
    it(range(UNKNOWN)),
  ],
  notApplicable: [
    { type: namespace, props: { metadata: { name: "kube-public" } } },
    { type: "kubernetes:argoproj.io/v1alpha1:Rollout", props: { metadata, spec: { workloadRef: { name: "app" } } } },
  ],
};
