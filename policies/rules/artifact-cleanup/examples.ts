import { type Examples, UNKNOWN } from "../../core/examples.ts";

const ecr = "aws:ecr/repository:Repository";
const policy = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
const gcp = "gcp:artifactregistry/repository:Repository";
const azure = "azure-native:containerregistry/v20230701:Registry";
const premium = { sku: { name: "Premium" } };
const retention = (status: unknown) => ({ policies: { retentionPolicy: { status, days: 30 } } });

export const examples: Examples = {
  pass: [
    {
      type: ecr,
      props: { name: "app" },
      beside: [{ type: policy, name: "p", props: { repository: UNKNOWN, policy: "{}" }, edges: { repository: "it" } }],
    },
    { type: ecr, props: { name: "app" }, beside: [{ type: policy, name: "p", props: { repository: "app" } }] },
    { type: gcp, props: { cleanupPolicies: [{ id: "old", action: "DELETE" }] } },
    { type: azure, props: { ...premium, ...retention("enabled") } },
  ],
  fail: [
    { type: ecr, props: { name: "app" } },
    { type: ecr, props: { name: "app" }, beside: [{ type: policy, name: "p", props: { repository: "other" } }] },
    { type: gcp, props: { format: "DOCKER" } },
    { type: gcp, props: { cleanupPolicies: [] } },
    { type: azure, props: premium },
    { type: azure, props: { ...premium, ...retention("disabled") } },
  ],
  undetermined: [
    { type: ecr, props: { name: "app" }, beside: [{ type: policy, name: "p", props: { repository: UNKNOWN } }] },
    { type: gcp, props: { cleanupPolicies: UNKNOWN } },
    { type: azure, props: { sku: UNKNOWN } },
    { type: azure, props: { ...premium, ...retention(UNKNOWN) } },
  ],
  notApplicable: [{ type: azure, props: { sku: { name: "Basic" } } }],
};
