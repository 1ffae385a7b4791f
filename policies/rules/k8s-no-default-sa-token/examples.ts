import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";
import { POD_KINDS, POD_TYPES } from "../../models/pod.ts";

const deployment = "kubernetes:apps/v1:Deployment";
const account = (props: object, name: unknown = "till"): Example => ({
  type: "kubernetes:core/v1:ServiceAccount",
  props: { metadata: { name }, ...props },
});
function workload(type: string, spec: unknown): Example {
  const place = POD_KINDS[type as keyof typeof POD_KINDS];
  const steps = place === "" ? [] : place.split(".");
  const props = steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), { spec });
  return { type, props: props as Example["props"] };
}
const pod = (spec: unknown) => workload(deployment, spec);
const containers = [{ name: "app", image: "app" }];

export const examples: Examples = {
  pass: [
    account({ automountServiceAccountToken: false }),
    account({ automountServiceAccountToken: "false" }, "default"),
    account({ automountServiceAccountToken: true }),
    ...POD_TYPES.map((type) => workload(type, { containers, automountServiceAccountToken: false })),
    ...POD_TYPES.map((type) => workload(type, { containers, serviceAccountName: "till" })),
    pod({ containers, serviceAccount: "till", automountServiceAccountToken: true }),
    { ...pod({ containers, automountServiceAccountToken: false }), type: "kubernetes:apps/v1beta2:Deployment" },
  ],
  fail: [
    account({}),
    account({}, "default"),
    account({ automountServiceAccountToken: true }, "default"),
    ...POD_TYPES.map((type) => workload(type, { containers })),
    pod({ containers, serviceAccountName: "default" }),
    pod({ containers, automountServiceAccountToken: true }),
    pod({ containers, serviceAccountName: "" }),
  ],
  undetermined: [
    account({ automountServiceAccountToken: UNKNOWN }),
    account({ automountServiceAccountToken: true }, UNKNOWN),
    ...POD_TYPES.map((type) => workload(type, { containers, serviceAccountName: UNKNOWN })),
    pod({ containers, automountServiceAccountToken: UNKNOWN }),
    pod(UNKNOWN),
  ],
  notApplicable: [
    { type: "kubernetes:argoproj.io/v1alpha1:Rollout", props: { spec: { workloadRef: { name: "app" } } } },
  ],
};
