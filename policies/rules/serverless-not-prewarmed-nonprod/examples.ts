import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const provisioned = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";
const app = "azure-native:web:WebApp";
const run = "gcp:cloudrun/service:Service";
const revision = (count: unknown) => ({
  template: { metadata: { annotations: { "autoscaling.knative.dev/minScale": count } } },
});
const service = (count: unknown) => ({ metadata: { annotations: { "run.googleapis.com/minScale": count } } });
const dev = { environment: "dev" };
const ready = (instanceCount: unknown) => ({
  functionAppConfig: { scaleAndConcurrency: { alwaysReady: [{ name: "http", instanceCount }] } },
});
const all = (count: unknown): readonly Example[] =>
  [
    { type: provisioned, props: { provisionedConcurrentExecutions: count } },
    { type: "gcp:cloudfunctionsv2/function:Function", props: { serviceConfig: { minInstanceCount: count } } },
    { type: "gcp:cloudrunv2/service:Service", props: { template: { scaling: { minInstanceCount: count } } } },
    { type: "gcp:cloudfunctions/function:Function", props: { minInstances: count } },
    { type: run, props: revision(count) },
    { type: run, props: service(count) },
    { type: "azure-native:app:ContainerApp", props: { template: { scale: { minReplicas: count } } } },
    { type: app, props: ready(count) },
  ].map((example) => ({ ...example, config: dev }));

export const examples: Examples = {
  pass: [
    ...all(0),
    { type: app, props: {}, config: dev },
    { type: run, props: {}, config: dev },
    { type: run, props: revision("0"), config: dev },
  ],
  fail: [
    ...all(2),
    { type: run, props: revision("1"), config: dev },
    { type: run, props: { ...revision("0"), ...service("3") }, config: dev },
    { type: app, props: { siteConfig: { alwaysOn: true } }, config: dev },
  ],
  undetermined: [
    ...all(UNKNOWN),
    { type: run, props: { template: UNKNOWN }, config: dev },
    { type: app, props: { ...ready(1), tags: { environment: UNKNOWN } } },
  ],
  notApplicable: [
    { type: app, props: { ...ready(2), tags: { environment: "prod" } } },
    { type: app, props: ready(2) },
  ],
};
