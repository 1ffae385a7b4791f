import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import type { Resource } from "@pulumi/pulumi";
import { ASKED, named } from "../datasources.ts";
import type { ObservabilityScope } from "../native.ts";
import { NAMESPACE } from "../plan.ts";

/** A cluster's logs and traces, by names that are its alone; elsewhere the names have no pods, and the mesh finds them. */
export function asked({ child, cluster }: ObservabilityScope, of: string, after: readonly Resource[]) {
  const own = of === cluster.name;
  return ASKED.map(
    ({ what, port, app }) =>
      new Service(
        ...child(
          "service",
          {
            metadata: { name: named(what, of), namespace: NAMESPACE },
            spec: {
              ...(own && { selector: { "app.kubernetes.io/name": app } }),
              ports: [{ name: "http", port, targetPort: port }],
            },
          },
          { of: named(what, of), dependsOn: [...after] },
        ),
      ),
  );
}
