import { exampleCluster } from "../_rehearse/estate.ts";
import type { Site } from "../core/site.ts";
import { Namespace } from "./index.ts";

export function example(site: Site) {
  const shop = new Namespace("shop", {
    cluster: exampleCluster(site),
    quota: { cpus: 8, memoryGb: 16, pods: 50 },
    egress: [{ namespace: "payments", ports: [8443] }, "apiServer"],
    ingress: [{ namespace: "gateways", ports: [8080] }],
  });
  return { name: shop.name };
}
