import type { Cluster } from "@pulumi/aws/eks/cluster.js";
import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { type Input, jsonStringify, type Resource } from "@pulumi/pulumi";
import type { Scope } from "../../core/scope.ts";
import type { Tags } from "../../core/tags.ts";
import type { ClusterChildren } from "../native.ts";
import { roleFor } from "./roles.ts";

/** Lets one controller of `kube-system` act on AWS, and no other pod; returns what its pod must wait for. */
export function controllerIdentity(
  scope: Scope<"aws", ClusterChildren["aws"]>,
  cluster: Cluster,
  controller: { readonly name: string; readonly policy: Input<object>; readonly tags: Tags },
): readonly Resource[] {
  const { name, opts } = scope;
  const { name: serviceAccount, policy, tags } = controller;
  const { role } = roleFor(scope, "controllerRole", { service: "pods.eks", policies: [], tags, of: serviceAccount });
  const right = new RolePolicy(`${name}-${serviceAccount}`, { role: role.name, policy: jsonStringify(policy) }, opts);
  const association = new PodIdentityAssociation(
    `${name}-${serviceAccount}`,
    { clusterName: cluster.name, namespace: "kube-system", serviceAccount, roleArn: role.arn, tags },
    opts,
  );
  return [right, association];
}
