import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { Resource } from "@pulumi/pulumi";
import type { TenantScope } from "../native.ts";
import type { Access } from "../place.ts";
import type { PlannedApplication, TenantPlan } from "../planned.ts";
import { DEPLOYER, deployerRules, IMPERSONATION, PEOPLE, ROLES, type Rule } from "../rights.ts";

interface Who {
  readonly kind: "Group" | "ServiceAccount";
  readonly name: string;
  readonly namespace?: string;
}

/** Who may do what in a namespace of a tenant: its deployer, Argo CD, and three groups of people. */
export function namespaceRights(
  { child, cluster }: TenantScope,
  { kinds, groups }: TenantPlan,
  { namespace: { name } }: PlannedApplication,
  { subjects }: Access,
  after: readonly Resource[],
): readonly Resource[] {
  const place = `${cluster.name}-${name}`;
  const account = new ServiceAccount(
    ...child(
      "deployer",
      { metadata: { name: DEPLOYER, namespace: name }, automountServiceAccountToken: false },
      { of: place, dependsOn: [...after] },
    ),
  );
  const people = ROLES.map((role) => {
    const group = groups[role];
    const who: Who = { kind: "Group", name: group.kubernetes?.[cluster.site.cloud] ?? group.name };
    return [role, PEOPLE[role](kinds), [who]] as const;
  });
  const rights: readonly (readonly [role: string, rules: readonly Rule[], who: readonly Who[]])[] = [
    [DEPLOYER, deployerRules(kinds), [{ kind: "ServiceAccount", name: DEPLOYER, namespace: name }]],
    ["argocd", IMPERSONATION, subjects.map((subject) => ({ kind: "ServiceAccount", ...subject }))],
    ...people,
  ];
  return rights.map(([of, rules, who]) => {
    const role = new Role(
      ...child(
        "role",
        { metadata: { name: of, namespace: name }, rules: [...rules] },
        { of: `${place}-${of}`, invariants: ["rules"], dependsOn: [...after] },
      ),
    );
    return new RoleBinding(
      ...child(
        "roleBinding",
        {
          metadata: { name: of, namespace: name },
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: of },
          subjects: who.map((one) => ({ ...one, ...(one.kind === "Group" && { apiGroup: "rbac.authorization.k8s.io" }) })),
        },
        { of: `${place}-${of}`, invariants: ["roleRef"], dependsOn: [role, account] },
      ),
    );
  });
}
