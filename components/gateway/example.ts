import { exampleCluster } from "../_rehearse/estate.ts";
import { Addons } from "../addons/index.ts";
import type { Site } from "../core/site.ts";
import { DnsZone } from "../global-dns/index.ts";
import { ServiceMesh } from "../mesh/index.ts";
import { Namespace } from "../namespace/index.ts";
import { connect, Gateway } from "./index.ts";

export function example(site: Site) {
  const cluster = exampleCluster(site);
  const addons = new Addons("addons", { cluster, only: ["gateway-api", "cert-manager", "external-secrets"] });
  const mesh = new ServiceMesh("mesh", {
    clusters: [cluster],
    trustDomain: "mesh.acme.example",
    trust: { kind: "selfSigned" },
  });
  const shop = new Namespace("shop", { cluster, mesh: true });
  mesh.sees("shop", [], shop.ready);
  const gateway = new Gateway("gateway", {
    cluster,
    mesh,
    zone: new DnsZone("zone", { site, domain: "shop.example" }),
    hosts: [
      { host: "shop.example", routes: [{ namespace: "shop", service: "web", port: 80, podPort: 8080 }] },
      { host: "api.shop.example", routes: [{ namespace: "shop", service: "orders", port: 80, podPort: 8080 }] },
    ],
    jwt: [
      {
        issuer: "https://login.acme.example",
        jwksUri: "https://login.acme.example/keys",
        audiences: ["shop"],
      },
    ],
    addons,
    after: shop.ready,
  });
  connect(mesh, [gateway]);
  return { url: gateway.url, endpoint: gateway.endpoint };
}
