import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { Resource } from "@pulumi/pulumi";
import { custom } from "../../objects/index.ts";
import type { HubScope } from "../native.ts";
import type { PlannedMember } from "../plan.ts";
import { agentHubRules, agentWorkRules } from "../rights.ts";
import { agentUser } from "../trust.ts";
import { closedNamespace } from "./closed.ts";
import { placeOf } from "./registration.ts";

/** A member as the hub knows it, in pull mode: no way to it, and what its agent may read and write here, which is its own. */
export function registerPull(scope: HubScope, member: PlannedMember, after: readonly Resource[]) {
  const { child } = scope;
  const { name } = member;
  const own = `system:karmada:${name}:agent`;
  const opts = { of: name, dependsOn: [...after] };
  const agent = [{ kind: "User", apiGroup: "rbac.authorization.k8s.io", name: agentUser(name) }];
  const refersTo = (kind: "ClusterRole" | "Role") => ({ apiGroup: "rbac.authorization.k8s.io", kind, name: own });
  const rights = new ClusterRole(
    ...child(
      "agentHubRights",
      { metadata: { name: own }, rules: agentHubRules(name) },
      { ...opts, invariants: ["rules"] },
    ),
  );
  const binding = new ClusterRoleBinding(
    ...child(
      "agentHubBinding",
      { metadata: { name: own }, roleRef: refersTo("ClusterRole"), subjects: agent },
      { of: name, dependsOn: [rights] },
    ),
  );
  // Karmada keeps what is to be placed on a member in a namespace of this name
  const namespace = `karmada-es-${name}`;
  const { namespace: work } = closedNamespace(scope, "work", { name: namespace, labels: {} }, opts);
  const workRights = new Role(
    ...child(
      "agentWorkRights",
      { metadata: { name: own, namespace }, rules: agentWorkRules() },
      { of: name, invariants: ["rules"], dependsOn: [work] },
    ),
  );
  const workBinding = new RoleBinding(
    ...child(
      "agentWorkBinding",
      { metadata: { name: own, namespace }, roleRef: refersTo("Role"), subjects: agent },
      { of: name, dependsOn: [workRights] },
    ),
  );
  return custom(
    "cluster.karmada.io/v1alpha1/Cluster",
    ...child(
      "registration",
      { metadata: { name }, spec: { ...placeOf(member), syncMode: "Pull" } },
      { of: name, dependsOn: [...after, binding, workBinding] },
    ),
  );
}
