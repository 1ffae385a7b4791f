import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { sourceOf, UNTIL_IT_ANSWERS } from "../../core/chart.ts";
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
  const args = {
    name: controller.name,
    namespace,
    values: controller.values(place),
    ...sourceOf(controller),
    ...UNTIL_IT_ANSWERS,
  };
  return new Release(...child("controller", args, { dependsOn }));
}
