import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Input } from "@pulumi/pulumi";
import { sourceOf, UNTIL_IT_ANSWERS } from "../../core/chart.ts";
import type { ClusterScope } from "../../core/scope.ts";
import type { Addon, Place } from "../catalogue.ts";
import type { AddonsChildren } from "../native.ts";

/** Installs an add-on into its namespace, and waits until it answers. */
export function release(
  { child }: ClusterScope<AddonsChildren>,
  name: string,
  addon: Addon,
  namespace: Input<string>,
  place: Place,
): Release {
  const args = {
    name,
    namespace,
    values: addon.values(place),
    ...sourceOf(addon),
    ...UNTIL_IT_ANSWERS,
  };
  return new Release(...child("release", args, { of: name }));
}
