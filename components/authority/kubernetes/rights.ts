import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { Controller, Rights } from "../controller.ts";
import type { IssuerScope } from "../native.ts";

const RBAC = "rbac.authorization.k8s.io";

/** What a controller may do in a cluster, where its chart would let it do more. */
export function grantRights(
  { child }: IssuerScope,
  { name }: Controller,
  { everywhere, inside }: Rights,
  namespace: Input<string>,
): readonly Resource[] {
  const subjects = [{ kind: "ServiceAccount", name, namespace }];
  const role = new ClusterRole(
    ...child("rights", { metadata: { name }, rules: [...everywhere] }, { invariants: ["rules"] }),
  );
  const binding = new ClusterRoleBinding(
    ...child("binding", {
      metadata: { name },
      roleRef: { apiGroup: RBAC, kind: "ClusterRole", name: role.metadata.name },
      subjects,
    }),
  );
  const own = new Role(...child("ownRights", { metadata: { name, namespace }, rules: [...inside] }));
  const ownBinding = new RoleBinding(
    ...child("ownBinding", {
      metadata: { name, namespace },
      roleRef: { apiGroup: RBAC, kind: "Role", name: own.metadata.name },
      subjects,
    }),
  );
  return [binding, ownBinding];
}
