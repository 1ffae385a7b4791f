import type { ValidatingAdmissionPolicyArgs } from "@pulumi/kubernetes/admissionregistration/v1/validatingAdmissionPolicy.js";
import type { ValidatingAdmissionPolicyBindingArgs } from "@pulumi/kubernetes/admissionregistration/v1/validatingAdmissionPolicyBinding.js";
import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release.js";

/** The children that `transform` can reach. */
export interface AddonsChildren {
  readonly release: ReleaseArgs;
  readonly guard: ValidatingAdmissionPolicyArgs;
  readonly binding: ValidatingAdmissionPolicyBindingArgs;
}
