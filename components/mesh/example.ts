import { exampleCluster } from "../_rehearse/estate.ts";
import { Backbone } from "../backbone/index.ts";
import type { Site } from "../core/site.ts";
import { Namespace } from "../namespace/index.ts";
import { ServiceMesh } from "./index.ts";

export function example(...sites: readonly Site[]) {
  const clusters = sites.map(exampleCluster);
  const networks = clusters.map(({ site, network }) => ({ site, place: network }));
  const mesh = new ServiceMesh("mesh", {
    clusters,
    trustDomain: "mesh.acme.example",
    trust: { kind: "selfSigned" },
    backbone: new Backbone("backbone", { networks }),
    egress: [{ name: "payments", hosts: ["api.payments.example"] }],
  });
  const after = clusters.flatMap((cluster) =>
    ["shop", "billing"].flatMap(
      (name) => new Namespace(`${cluster.name}-${name}`, { cluster, name, mesh: true }).ready,
    ),
  );
  mesh.sees("shop", ["billing"], after);
  mesh.sees("billing", [], after);
  const from = [{ namespace: "shop", serviceAccount: "orders" }];
  mesh.allow("orders", { from, to: { namespace: "billing", labels: { app: "invoices" } }, ports: [8080] }, after);
  return { findings: mesh.findings.map(({ reason }) => reason) };
}
