import { exampleCluster } from "../_rehearse/estate.ts";
import { Backbone } from "../backbone/index.ts";
import type { Site } from "../core/site.ts";
import { ServiceMesh } from "./index.ts";

export function example(...sites: readonly Site[]) {
  const clusters = sites.map(exampleCluster);
  const mesh = new ServiceMesh("mesh", {
    clusters,
    trustDomain: "mesh.acme.example",
    trust: { kind: "selfSigned" },
    backbone: new Backbone("backbone", { networks: clusters.map(({ site, network: place }) => ({ site, place })) }),
    egress: [{ name: "payments", hosts: ["api.payments.example"] }],
  });
  return { findings: mesh.findings.map(({ reason }) => reason) };
}
