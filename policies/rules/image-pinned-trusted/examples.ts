import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";
import { POD_KINDS, POD_TYPES } from "../../models/pod.ts";

const deployment = "kubernetes:apps/v1:Deployment";
const DIGEST = `@sha256:${"0123456789abcdef".repeat(4)}`;
function workload(type: string, spec: unknown): Example {
  const place = POD_KINDS[type as keyof typeof POD_KINDS];
  const steps = place === "" ? [] : place.split(".");
  const props = steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), { spec });
  return { type, props: props as Example["props"] };
}
const image = (name: unknown, config?: Example["config"]): Example => ({
  ...workload(deployment, { containers: [{ name: "app", image: name }] }),
  ...(config && { config }),
});
const lambda = (imageUri?: unknown): Example => ({ type: "aws:lambda/function:Function", props: { imageUri } });
const ecr = (imageTagMutability?: unknown): Example => ({
  type: "aws:ecr/repository:Repository",
  props: { imageTagMutability },
});
const artifacts = (dockerConfig?: unknown, format: unknown = "DOCKER"): Example => ({
  type: "gcp:artifactregistry/repository:Repository",
  props: { format, dockerConfig },
});
const gke = (evaluationMode?: unknown): Example => ({
  type: "gcp:container/cluster:Cluster",
  props: { binaryAuthorization: { evaluationMode } },
});
const app = (name: unknown): Example => ({
  type: "azure-native:app:ContainerApp",
  props: { template: { containers: [{ name: "app", image: name }] } },
});
/** Cloud Run, by either API, and its jobs. */
const runs = (name: unknown): readonly Example[] => {
  const own = { containers: [{ image: name }] };
  return [
    { type: "gcp:cloudrun/service:Service", props: { template: { spec: own } } },
    { type: "gcp:cloudrunv2/service:Service", props: { template: own } },
    { type: "gcp:cloudrunv2/job:Job", props: { template: { template: own } } },
  ];
};
const config = { allowedRegistries: ["registry.example.org/shop", "docker.io/library"] };
const REGISTRY = "111111111111.dkr.ecr.eu-central-1.amazonaws.com";

export const examples: Examples = {
  pass: [
    ...POD_TYPES.map((type) => workload(type, { containers: [{ name: "app", image: `nginx${DIGEST}` }] })),
    image("nginx:1.27.2"),
    image("localhost:5000/app:2.1"),
    image("app:main-4f2a9c1d"),
    image("app:20260101"),
    image(`registry.example.org/shop/till:latest${DIGEST}`, config),
    image("nginx:1.27.2", config),
    lambda(`${REGISTRY}/app${DIGEST}`),
    ...runs(`europe-docker.pkg.dev/shop/till${DIGEST}`),
    ...runs("europe-docker.pkg.dev/shop/till:1.4.2").map((one) => ({
      ...one,
      config: { allowedRegistries: ["europe-docker.pkg.dev/shop"] },
    })),
    ecr("IMMUTABLE"),
    ecr("IMMUTABLE_WITH_EXCLUSION"),
    artifacts({ immutableTags: true }),
    gke("PROJECT_SINGLETON_POLICY_ENFORCE"),
    app(`mcr.microsoft.com/app${DIGEST}`),
    image("app:12.10"),
    image("app:release-20260101"),
    image("app:4f2a9c1"),
    image(`localhost/shop/till${DIGEST}`, { allowedRegistries: ["localhost/shop/"] }),
    image(`someone/nginx${DIGEST}`, { allowedRegistries: ["docker.io/someone"] }),
    image(`registry:5000/till${DIGEST}`, { allowedRegistries: ["registry:5000"] }),
    image("registry.example.org/shop:1.0", { allowedRegistries: ["registry.example.org/shop"] }),
    gke("POLICY_BINDINGS_AND_PROJECT_SINGLETON_POLICY_ENFORCE"),
    app(undefined),
    artifacts({ immutableTags: true }, UNKNOWN),
  ],
  fail: [
    ...POD_TYPES.map((type) => workload(type, { containers: [{ name: "app", image: "nginx" }] })),
    image("nginx:latest"),
    image("nginx:alpine"),
    image("registry.example.org:5000/app"),
    image("nginx@sha256:short"),
    workload(deployment, { containers: [], initContainers: [{ name: "init", image: "busybox" }] }),
    image(`evil.example.com/shop/till${DIGEST}`, config),
    image(`registry.example.org/shop-of-another/till${DIGEST}`, config),
    image(`someone/nginx${DIGEST}`, config),
    lambda(`${REGISTRY}/app:latest`),
    ...runs("gcr.io/cloudrun/hello"),
    ...runs(`gcr.io/another/till${DIGEST}`).map((one) => ({ ...one, config })),
    // a container beside it
    {
      type: "gcp:cloudrun/service:Service",
      props: { template: { spec: { containers: [{ image: `till${DIGEST}` }, { image: "envoy:latest" }] } } },
    },
    ecr(),
    ecr("MUTABLE"),
    artifacts(),
    artifacts({ immutableTags: false }),
    gke(),
    gke("DISABLED"),
    app("mcr.microsoft.com/app:latest"),
    // numbers and letters that name no build
    image("app:v2"),
    image("app:4f2a9c1-latest"),
    image("app:feedbacks"),
    image("app:production"),
    image(`nginx@sha256:${"0123456789abcdef".repeat(5)}`),
    image(`nginx@rsa-sha256:${"0123456789abcdef".repeat(4)}`),
    image("registry.example.org/app:latest", { allowedRegistries: [] }),
    ecr("MUTABLE_WITH_EXCLUSION"),
    gke("EVALUATION_MODE_UNSPECIFIED"),
    {
      type: "azure-native:app:ContainerApp",
      props: { template: { containers: [], initContainers: [{ name: "init", image: "busybox" }] } },
    },
  ],
  undetermined: [
    ...POD_TYPES.map((type) => workload(type, { containers: [{ name: "app", image: UNKNOWN }] })),
    workload(deployment, UNKNOWN),
    lambda(UNKNOWN),
    ...runs(UNKNOWN),
    { type: "gcp:cloudrun/service:Service", props: { template: UNKNOWN } },
    { type: "gcp:cloudrun/service:Service", props: { template: { spec: { containers: UNKNOWN } } } },
    ecr(UNKNOWN),
    ecr("SOMETIMES"),
    artifacts({ immutableTags: UNKNOWN }),
    artifacts(undefined, UNKNOWN),
    gke(UNKNOWN),
    app(UNKNOWN),
    gke("DRY_RUN"),
  ],
  notApplicable: [
    lambda(),
    artifacts(undefined, "MAVEN"),
    artifacts({ immutableTags: true }, "npm"),
    // its pods are those of a Deployment
    {
      type: "kubernetes:argoproj.io/v1alpha1:Rollout",
      props: { spec: { workloadRef: { kind: "Deployment", name: "app" } } },
    },
  ],
};
