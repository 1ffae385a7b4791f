import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type { Resource } from "@pulumi/pulumi";
import { sourceOf } from "../../core/chart.ts";
import { kebab } from "../../core/name.ts";
import { custom } from "../../objects/index.ts";
import type { AppScope } from "../app.ts";
import type { Definitions, Source } from "../definitions.ts";
import type { KindsChildren } from "../native.ts";
import { KEPT } from "../retention.ts";

/** Definitions, and what of them belongs to controllers in the members. */
export function declareKinds(
  { child }: AppScope<KindsChildren>,
  sources: readonly (Definitions & { readonly source: Source })[],
): readonly Resource[] {
  const releases = sources.map(
    ({ source, values, ...chart }) =>
      new Release(
        ...child(
          "definitions",
          {
            name: `${kebab(source)}-definitions`,
            // the federation keeps namespaces of this kind to itself
            namespace: "kube-system",
            values,
            ...sourceOf(chart),
            // nothing of it runs there
            skipAwait: true,
          },
          { of: kebab(source), lasting: true },
        ),
      ),
  );
  const kept = Object.entries(KEPT).map(([of, spec]) =>
    custom(
      "config.karmada.io/v1alpha1/ResourceInterpreterCustomization",
      ...child("kept", { metadata: { name: `kept-${of}` }, spec }, { of }),
    ),
  );
  return [...releases, ...kept];
}
