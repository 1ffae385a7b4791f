import { AccessEntry } from "@pulumi/aws/eks/accessEntry.js";
import { AccessPolicyAssociation } from "@pulumi/aws/eks/accessPolicyAssociation.js";
import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import type { Resource } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import { rightsOf } from "../access.ts";
import type { ClusterSpec } from "../args.ts";

// access policies of EKS: views leave secrets out, edits leave rights out
const POLICIES = {
  deployer: "AmazonEKSClusterAdminPolicy",
  breakGlass: "AmazonEKSClusterAdminPolicy",
  operators: "AmazonEKSEditPolicy",
  viewers: "AmazonEKSViewPolicy",
} as const;

/** Lets people in by their roles of the account: whoever takes a role is named in the audit log. */
export function people(
  scope: Scope<"aws">,
  cluster: Cluster,
  { people: named, tags }: ClusterSpec,
): readonly Resource[] {
  const { opts } = scope;
  return rightsOf(scope.name, named).flatMap(({ kind, principal: principalArn, name }) => {
    const of = { clusterName: cluster.name, principalArn };
    const entry = new AccessEntry(name, { ...of, type: "STANDARD", tags }, opts);
    const policyArn = `arn:aws:eks::aws:cluster-access-policy/${POLICIES[kind]}`;
    const right = new AccessPolicyAssociation(
      name,
      { ...of, policyArn, accessScope: { type: "cluster" } },
      { ...opts, dependsOn: [entry] },
    );
    return [entry, right];
  });
}
