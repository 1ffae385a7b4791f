import { IAMMember } from "@pulumi/gcp/projects/iammember.js";
import type { Resource } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import { rightsOf } from "../access.ts";
import type { ClusterSpec } from "../args.ts";

// IAM roles of GKE hold for every cluster of a project; viewers see no secrets
const ROLES = {
  deployer: "roles/container.admin",
  breakGlass: "roles/container.admin",
  operators: "roles/container.developer",
  viewers: "roles/container.viewer",
} as const;

/** Lets people in by their groups: whoever acts is named in the audit log. */
export function people(scope: Scope<"gcp">, { people: named }: ClusterSpec): readonly Resource[] {
  const { site, opts } = scope;
  return rightsOf(scope.name, named).map(
    ({ kind, principal: member, name }) =>
      new IAMMember(name, { project: site.project, role: ROLES[kind], member }, opts),
  );
}
