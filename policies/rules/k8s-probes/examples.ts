import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";
import { POD_KINDS, POD_TYPES } from "../../models/pod.ts";

const deployment = "kubernetes:apps/v1:Deployment";
const serving = POD_TYPES.filter((type) => !/:(Job|CronJob|PodTemplate|Pod)$/.test(type));
function workload(type: string, spec: unknown): Example {
  const place = POD_KINDS[type as keyof typeof POD_KINDS];
  const props = place.split(".").reduceRight<unknown>((inner, step) => ({ [step]: inner }), { spec });
  return { type, props: props as Example["props"] };
}
const probe = { httpGet: { path: "/healthz", port: 8080 } };
const app = { name: "app", readinessProbe: probe, livenessProbe: probe };
const pod = (...containers: readonly unknown[]) => workload(deployment, { containers });

export const examples: Examples = {
  pass: [
    ...serving.map((type) => workload(type, { containers: [app] })),
    pod({ ...app, livenessProbe: { tcpSocket: { port: 8080 } }, readinessProbe: { exec: { command: ["true"] } } }),
    // an init container ends by itself
    workload(deployment, { containers: [app], initContainers: [{ name: "init" }] }),
    workload("kubernetes:serving.knative.dev/v1:Service", { containers: [{ name: "app", livenessProbe: probe }] }),
  ],
  fail: [
    ...serving.map((type) => workload(type, { containers: [{ name: "app" }] })),
    pod({ name: "app", readinessProbe: probe }),
    pod({ name: "app", livenessProbe: probe }),
    pod(app, { name: "sidecar" }),
    pod({ ...app, livenessProbe: {} }),
  ],
  undetermined: [
    ...serving.map((type) => workload(type, { containers: UNKNOWN })),
    pod({ ...app, readinessProbe: UNKNOWN }),
    workload(deployment, UNKNOWN),
  ],
  notApplicable: [
    { type: "kubernetes:argoproj.io/v1alpha1:Rollout", props: { spec: { workloadRef: { name: "app" } } } },
    workload(deployment, { serviceAccountName: "app" }),
  ],
};
