import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import type { Resource } from "@pulumi/pulumi";
import { ASKED } from "../datasources.ts";
import { named, portsOf } from "../names.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE } from "../plan.ts";

/** A cluster's logs and traces, by names that are its alone; elsewhere the names have no pods, and the mesh finds them. */
export function asked({ child, cluster }: ObservabilityScope, of: string, after: readonly Resource[]) {
  const own = of === cluster.name;
  return ASKED.map(
    ({ what, app }) =>
      new Service(
        ...child(
          "service",
          {
            metadata: { name: named(what, of), namespace: NAMESPACE },
            spec: {
              ...(own && { selector: { "app.kubernetes.io/name": app } }),
              ports: portsOf(what),
            },
          },
          { of: named(what, of), dependsOn: [...after] },
        ),
      ),
  );
}
