import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const config = { maxInstances: 40 };
const lambda = "aws:lambda/function:Function";
const web = "azure-native:web:WebApp";
const first = "gcp:cloudfunctions/function:Function";
const runV1 = "gcp:cloudrun/service:Service";
const container = "azure-native:app:ContainerApp";
const flex = (maximumInstanceCount: unknown) => ({
  kind: "functionapp,linux",
  functionAppConfig: { scaleAndConcurrency: { maximumInstanceCount } },
});
const revision = (max: unknown) => ({
  template: { metadata: { annotations: { "autoscaling.knative.dev/maxScale": max } } },
});
const service = (max: unknown) => ({ metadata: { annotations: { "run.googleapis.com/maxScale": max } } });
const all = (max: unknown): readonly Example[] =>
  [
    { type: lambda, props: { reservedConcurrentExecutions: max } },
    { type: "aws:autoscaling/group:Group", props: { maxSize: max } },
    { type: "aws:eks/nodeGroup:NodeGroup", props: { scalingConfig: { maxSize: max } } },
    { type: "gcp:cloudfunctionsv2/function:Function", props: { serviceConfig: { maxInstanceCount: max } } },
    { type: "gcp:cloudrunv2/service:Service", props: { template: { scaling: { maxInstanceCount: max } } } },
    { type: first, props: { maxInstances: max } },
    { type: runV1, props: revision(max) },
    { type: runV1, props: service(max) },
    { type: container, props: { template: { scale: { maxReplicas: max } } } },
    { type: web, props: flex(max) },
  ].map((example) => ({ ...example, config }));

export const examples: Examples = {
  pass: [
    ...all(40),
    { type: lambda, props: { reservedConcurrentExecutions: 1000 } },
    { type: container, props: {} },
    { type: web, props: { kind: "functionapp", siteConfig: { functionAppScaleLimit: 10 } }, config },
    { type: runV1, props: revision("1000") },
    { type: runV1, props: revision("1"), config },
    { type: first, props: { maxInstances: 1 }, config },
    { type: first, props: {}, config: { maxInstances: 3000 } },
    { type: first, props: { maxInstances: 0 } },
    // the lower one counts
    { type: runV1, props: { ...revision("0"), ...service("10") }, config },
    { type: runV1, props: { ...revision("1000"), ...service("10") }, config },
    { type: runV1, props: { ...revision(UNKNOWN), ...service("10") }, config },
    // nothing may run at all
    { type: lambda, props: { reservedConcurrentExecutions: 0 } },
    { type: "gcp:cloudrunv2/service:Service", props: { scaling: { maxInstanceCount: 10 } }, config },
    { type: web, props: { kind: UNKNOWN, siteConfig: { functionAppScaleLimit: 10 } } },
  ],
  fail: [
    ...all(41),
    { type: lambda, props: {} },
    // the quota of a region is no ceiling of its own
    { type: runV1, props: {} },
    { type: runV1, props: revision("0") },
    { type: runV1, props: { ...revision("1000"), ...service("500") }, config },
    // said of the other one
    { type: runV1, props: { metadata: { annotations: { "autoscaling.knative.dev/maxScale": "10" } } }, config },
    { type: first, props: {}, config: { maxInstances: 2999 } },
    { type: first, props: { maxInstances: 0 }, config },
    { type: lambda, props: { reservedConcurrentExecutions: -1 } },
    { type: web, props: { kind: "functionapp" } },
    { type: container, props: {}, config: { maxInstances: 5 } },
  ],
  undetermined: [
    ...all(UNKNOWN),
    { type: runV1, props: { template: UNKNOWN } },
    { type: runV1, props: revision("many") },
    { type: runV1, props: { ...revision(UNKNOWN), ...service("1000") }, config },
    { type: web, props: { kind: UNKNOWN } },
  ],
  notApplicable: [{ type: web, props: { kind: "app,linux" } }],
};
