import { exampleCluster } from "../_rehearse/estate.ts";
import { Addons } from "../addons/index.ts";
import { Backbone } from "../backbone/index.ts";
import type { Site } from "../core/site.ts";
import { connect, Gateway } from "../gateway/index.ts";
import { ServiceMesh } from "../mesh/index.ts";
import { Namespace } from "../namespace/index.ts";
import { DnsZone, GlobalDns } from "./index.ts";

export function example(...sites: readonly [Site, ...Site[]]) {
  const zone = new DnsZone("zone", { site: sites[0], domain: "shop.example" });
  const clusters = sites.map(exampleCluster);
  const networks = clusters.map(({ site, network }) => ({ site, place: network }));
  const mesh = new ServiceMesh("mesh", {
    clusters,
    trustDomain: "mesh.acme.example",
    trust: { kind: "selfSigned" },
    backbone: new Backbone("backbone", { networks }),
  });
  const gateways = clusters.map((cluster) => {
    const { name } = cluster;
    const addons = new Addons(`${name}-addons`, { cluster, only: ["gateway-api", "cert-manager", "external-secrets"] });
    const shop = new Namespace(`${name}-shop`, { cluster, name: "shop", mesh: true });
    return new Gateway(`${name}-gateway`, {
      cluster,
      mesh,
      zone,
      hosts: [{ host: "shop.example", routes: [{ namespace: "shop", service: "web", port: 80, podPort: 8080 }] }],
      jwt: [{ issuer: "https://login.acme.example", jwksUri: "https://login.acme.example/keys", audiences: ["shop"] }],
      addons,
      after: shop.ready,
    });
  });
  const ready = gateways.flatMap((gateway) => gateway.ready);
  mesh.sees("shop", [], ready);
  connect(mesh, gateways);
  const door = new GlobalDns("front-door", { zone, endpoints: gateways.map((gateway) => ({ gateway })) });
  return { ways: door.plan.ways.map(({ host, site }) => `${host} at ${site}`) };
}
