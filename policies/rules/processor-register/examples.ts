import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const of = (name: string, processors?: unknown, props: Example["props"] = {}): Example => ({
  type: `pulumi:providers:${name}`,
  props,
  ...(processors !== undefined && { config: { processors } }),
});

// the clouds, what is made of their resources, and what reaches nobody
const BASE = [
  "aws-apigateway",
  "aws-native",
  "awscc",
  "awsx",
  "azapi",
  "azure",
  "azuread",
  "eks",
  "google-native",
  "kubernetes-cert-manager",
  "kubernetes-coredns",
  "kubernetes-ingress-nginx",
  "archive",
  "command",
  "docker",
  "docker-build",
  "local",
  "null",
  "pulumi",
  "std",
  "synced-folder",
  "time",
];

export const examples: Examples = {
  pass: [
    of("aws"),
    of("gcp", []),
    of("azure-native", ["datadog"], { location: "westeurope" }),
    of("azure-native_storage_v20240101", []),
    of("kubernetes", [], { kubeconfig: UNKNOWN }),
    of("random", []),
    of("tls", []),
    ...BASE.map((name) => of(name, [])),
    of("datadog", ["datadog"]),
    of("cloudflare", ["datadog", "cloudflare"]),
  ],
  fail: [
    of("datadog", []),
    of("datadog", ["cloudflare"]),
    of("cloudflare", ["cloud", "flare"], { apiToken: UNKNOWN }),
    of("mongodbatlas", ["MongoDB"]),
    of("azure-nativeish", []),
    of("acme-azure-native_storage", []),
  ],
  undetermined: [of("pulumi-nodejs"), of("pulumi-python", []), of("datadog", UNKNOWN)],
  notApplicable: [
    of("datadog"),
    of("snowflake"),
    { type: "pulumi:pulumi:Stack", props: {}, config: { processors: [] } },
    { type: "pulumi:pulumi:StackReference", props: { name: "acme/data/dev" }, config: { processors: [] } },
  ],
};
