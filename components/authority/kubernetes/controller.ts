import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Input, Resource } from "@pulumi/pulumi";
import type { Controller, Place } from "../controller.ts";
import type { IssuerScope } from "../native.ts";

/** Installs what asks the authority into its namespace, and waits until it answers. */
export function install(
  { child }: IssuerScope,
  controller: Controller,
  namespace: Input<string>,
  place: Place,
  dependsOn: Resource[],
): Release {
  const { name, chart, repository, version } = controller;
  const args = {
    name,
    chart,
    version,
    namespace,
    values: controller.values(place),
    atomic: true,
    timeout: 600,
    ...(repository !== undefined && { repositoryOpts: { repo: repository } }),
  };
  return new Release(...child("controller", args, { dependsOn }));
}
