import { ValidatingAdmissionPolicy } from "@pulumi/kubernetes/admissionregistration/v1/validatingAdmissionPolicy.js";
import { ValidatingAdmissionPolicyBinding } from "@pulumi/kubernetes/admissionregistration/v1/validatingAdmissionPolicyBinding.js";
import type { ClusterScope } from "../../core/scope.ts";
import { type Guard, VARIABLES } from "../guards.ts";
import type { AddonsChildren } from "../native.ts";

/** Declares the rules and binds them to every namespace but the exempted ones. */
export function guardObjects(
  { child }: ClusterScope<AddonsChildren>,
  guards: Readonly<Record<string, Guard>>,
  exempt: readonly string[],
) {
  const outside = ["kube-system", "kube-public", "kube-node-lease", ...exempt];
  return Object.entries(guards).map(([name, { resources, expression, message }]) => {
    const aboutNamespaces = resources.every(({ kinds }) => kinds.includes("namespaces"));
    const policy = new ValidatingAdmissionPolicy(
      ...child(
        "guard",
        {
          metadata: { name },
          spec: {
            failurePolicy: "Fail",
            matchConstraints: {
              resourceRules: resources.map(({ group, versions, kinds }) => ({
                apiGroups: [group],
                apiVersions: [...versions],
                resources: [...kinds],
                operations: ["CREATE", "UPDATE"],
              })),
            },
            ...(!aboutNamespaces && { variables: VARIABLES }),
            validations: [{ expression, message, reason: "Forbidden" }],
          },
        },
        { of: name },
      ),
    );
    const selector = { matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "NotIn", values: outside }] };
    return new ValidatingAdmissionPolicyBinding(
      ...child(
        "binding",
        {
          metadata: { name },
          spec: {
            policyName: policy.metadata.name,
            validationActions: ["Deny", "Audit"],
            matchResources: { namespaceSelector: selector },
          },
        },
        { of: name },
      ),
    );
  });
}
