import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { Resource } from "@pulumi/pulumi";
import type { TenantScope } from "../native.ts";
import type { Access } from "../place.ts";
import { ON_DESTINATION, type PlannedApplication, type TenantPlan } from "../planned.ts";
import { deployerRules, impersonation, PEOPLE, ROLES, type Rule } from "../rights.ts";

interface Who {
  readonly kind: "Group" | "ServiceAccount";
  readonly name: string;
  readonly namespace?: string;
}
/** A role of a namespace, and who has it. */
type Right = readonly [namespace: string, role: string, rules: readonly Rule[], who: readonly Who[]];

/** Who may do what in a namespace of a tenant: its deployer, as whom Argo CD acts, and three groups of people. */
export function namespaceRights(
  { child, cluster }: TenantScope,
  { kinds, groups }: TenantPlan,
  { namespace: { name } }: PlannedApplication,
  access: Access,
  after: readonly Resource[],
): readonly Resource[] {
  const place = `${cluster.name}-${name}`;
  // it lives elsewhere: no pod of the tenant can run as it
  const deployer = { name, namespace: ON_DESTINATION };
  const account = new ServiceAccount(
    ...child(
      "deployer",
      { metadata: deployer, automountServiceAccountToken: false },
      { of: place, dependsOn: [...access.ready] },
    ),
  );
  const rights: readonly Right[] = [
    [name, "deployer", deployerRules(kinds), [{ kind: "ServiceAccount", ...deployer }]],
    [
      ON_DESTINATION,
      `act-as-${name}`,
      impersonation(name),
      access.subjects.map((subject): Who => ({ kind: "ServiceAccount", ...subject })),
    ],
    ...ROLES.map((role): Right => {
      const group = groups[role];
      const who: Who = { kind: "Group", name: group.kubernetes?.[cluster.site.cloud] ?? group.name };
      return [name, role, PEOPLE[role](kinds), [who]];
    }),
  ];
  const dependsOn = [...after, ...access.ready, account];
  return rights.map(([namespace, own, rules, who]) => {
    const metadata = { name: own, namespace };
    const of = namespace === name ? `${place}-${own}` : `${cluster.name}-${own}`;
    const role = new Role(...child("role", { metadata, rules: [...rules] }, { of, invariants: ["rules"], dependsOn }));
    return new RoleBinding(
      ...child(
        "roleBinding",
        {
          metadata,
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: own },
          subjects: who.map((one) => ({
            ...one,
            ...(one.kind === "Group" && { apiGroup: "rbac.authorization.k8s.io" }),
          })),
        },
        { of, invariants: ["roleRef"], dependsOn: [role] },
      ),
    );
  });
}
