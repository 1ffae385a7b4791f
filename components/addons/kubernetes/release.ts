import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Input } from "@pulumi/pulumi";
import type { ClusterScope } from "../../core/scope.ts";
import type { Addon, Place } from "../catalogue.ts";
import type { AddonsChildren } from "../native.ts";

/** Installs an add-on into its namespace, and waits until it answers. */
export function release(
  { child }: ClusterScope<AddonsChildren>,
  name: string,
  { chart, repository, version, values }: Addon,
  namespace: Input<string>,
  place: Place,
): Release {
  const args = {
    name,
    chart,
    version,
    namespace,
    values: values(place),
    atomic: true,
    timeout: 600,
    ...(repository !== undefined && { repositoryOpts: { repo: repository } }),
  };
  return new Release(...child("release", args, { of: name }));
}
