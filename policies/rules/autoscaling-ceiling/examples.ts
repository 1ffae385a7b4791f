import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const config = { maxInstances: 40 };
const lambda = "aws:lambda/function:Function";
const web = "azure-native:web:WebApp";
const container = "azure-native:app:ContainerApp";
const flex = (maximumInstanceCount: unknown) => ({
  kind: "functionapp,linux",
  functionAppConfig: { scaleAndConcurrency: { maximumInstanceCount } },
});
const all = (max: unknown): readonly Example[] =>
  [
    { type: lambda, props: { reservedConcurrentExecutions: max } },
    { type: "aws:autoscaling/group:Group", props: { maxSize: max } },
    { type: "aws:eks/nodeGroup:NodeGroup", props: { scalingConfig: { maxSize: max } } },
    { type: "gcp:cloudfunctionsv2/function:Function", props: { serviceConfig: { maxInstanceCount: max } } },
    { type: "gcp:cloudrunv2/service:Service", props: { template: { scaling: { maxInstanceCount: max } } } },
    { type: container, props: { template: { scale: { maxReplicas: max } } } },
    { type: web, props: flex(max) },
  ].map((example) => ({ ...example, config }));

export const examples: Examples = {
  pass: [
    ...all(40),
    { type: lambda, props: { reservedConcurrentExecutions: 1000 } },
    { type: container, props: {} },
    { type: web, props: { kind: "functionapp", siteConfig: { functionAppScaleLimit: 10 } }, config },
    // nothing may run at all
    { type: lambda, props: { reservedConcurrentExecutions: 0 } },
    { type: "gcp:cloudrunv2/service:Service", props: { scaling: { maxInstanceCount: 10 } }, config },
    { type: web, props: { kind: UNKNOWN, siteConfig: { functionAppScaleLimit: 10 } } },
  ],
  fail: [
    ...all(41),
    { type: lambda, props: {} },
    { type: lambda, props: { reservedConcurrentExecutions: -1 } },
    { type: web, props: { kind: "functionapp" } },
    { type: container, props: {}, config: { maxInstances: 5 } },
  ],
  undetermined: [...all(UNKNOWN), { type: web, props: { kind: UNKNOWN } }],
  notApplicable: [{ type: web, props: { kind: "app,linux" } }],
};
