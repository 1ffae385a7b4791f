import type { KubernetesCluster } from "../core/cluster.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { ServiceMesh } from "../mesh/index.ts";
import type { ObservabilityArgs } from "./args.ts";

/** What must be said of it, over clusters of which the first is home. */
export function said(clusters: readonly KubernetesCluster[]): ObservabilityArgs {
  return {
    clusters,
    home: clusters[0] as KubernetesCluster,
    owner: "platform",
    alerts: {
      receivers: [
        { name: "on-call", kind: "pagerduty", secret: "pager" },
        {
          name: "team",
          kind: "email",
          secret: "mail",
          to: "a@b.example",
          from: "c@b.example",
          username: "c",
          server: "mail.b.example:587",
        },
      ],
      routes: { page: ["on-call", "team"], ticket: ["team"] },
    },
    admin: "grafana-admin",
  };
}

/** The same where the service of home's cloud keeps the metrics. */
export function managed(clusters: readonly KubernetesCluster[]): ObservabilityArgs {
  return {
    ...said(clusters),
    metrics: { kind: "managed" },
    alerts: {
      receivers: [{ name: "on-call", kind: "address", to: "on-call@acme.example" }],
      routes: { page: ["on-call"], ticket: ["on-call"] },
    },
  };
}

/** A mesh over test clusters. */
export function testMesh(clusters: readonly KubernetesCluster[]): ServiceMesh {
  return new ServiceMesh("mesh", { clusters, trustDomain: "mesh.example", trust: { kind: "selfSigned" } });
}

/** One test cluster on each site, and a mesh over all. */
export function joined(sites: readonly Site[]): ObservabilityArgs {
  const clusters = sites.map((site) => testCluster(site));
  return { ...said(clusters), mesh: testMesh(clusters) };
}
