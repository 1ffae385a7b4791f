import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { roleDefinitionId } from "../../core/grant.ts";
import type { Scope } from "../../core/scope.ts";
import { rightsOf } from "../access.ts";
import type { ClusterSpec } from "../args.ts";

// built-in roles "Azure Kubernetes Service RBAC …"; writers and readers have no rights over rights
const CLUSTER_ADMIN = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";
const ROLES = {
  deployer: [CLUSTER_ADMIN, "ServicePrincipal"],
  breakGlass: [CLUSTER_ADMIN, "Group"],
  operators: ["a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb", "Group"],
  viewers: ["7f6c6a51-bcf8-42ba-9220-52d62157d7db", "Group"],
} as const;

/** Lets people in by their groups: whoever acts is named in the audit log. */
export function people(
  scope: Scope<"azure">,
  clusterId: Input<string>,
  { people: named }: ClusterSpec,
): readonly Resource[] {
  const { site, opts } = scope;
  return rightsOf(scope.name, named).map(({ kind, principal: principalId, name }) => {
    const [role, principalType] = ROLES[kind];
    const right = { scope: clusterId, principalId, principalType, roleDefinitionId: roleDefinitionId(site, role) };
    return new RoleAssignment(name, right, opts);
  });
}
