import { exampleCluster } from "../_rehearse/estate.ts";
import type { Site } from "../core/site.ts";
import { Federation } from "../federation/index.ts";
import { FederatedApp, FederatedKinds, FederatedNamespace, placement } from "./index.ts";

export function example(...sites: readonly [Site, ...Site[]]) {
  const clusters = sites.map(exampleCluster);
  const [host] = clusters as [(typeof clusters)[number]];
  const federation = new Federation("federation", {
    host,
    members: clusters.map((cluster) => ({ cluster })),
    backup: { bucket: "x" },
  });
  const kinds = new FederatedKinds("kinds", { federation });
  const namespace = new FederatedNamespace("shop", {
    federation,
    kinds,
    quota: { cpuMillis: 16_000, memoryMb: 32_768 },
    meshLabels: { "istio-injection": "enabled" },
  });
  const mesh = {
    trustDomain: "acme.example",
    gatewayRanges: clusters.length > 1 ? clusters.map(({ network }) => network.allocation.balancers) : [],
  };
  const image = (name: string) => `registry.example/acme/${name}@sha256:${"0".repeat(64)}`;
  const common = { federation, namespace, mesh, ports: [{ name: "http", port: 8080 }] };
  const probes = { readiness: { port: "http", path: "/ready" }, liveness: { port: "http", path: "/live" } };
  // two in each cluster, whatever becomes of the others; what is more, two to one for the host
  const surplus = placement.byWeight(
    Object.fromEntries(clusters.map(({ name }) => [name, name === host.name ? 2 : 1])),
  );
  const web = new FederatedApp("web", {
    ...common,
    image: image("web"),
    resources: { cpuMillis: 250, memoryMb: 256 },
    probes,
    placement: placement.everywhere({ minimumPerCluster: 2, surplus }),
    scaling: { kind: "acrossClusters", min: 8, max: 40, cpuPercent: 60 },
    calls: [{ namespace: "shop", port: 8080 }],
    egress: [{ host: "payments.example" }],
    route: { gateway: { name: "edge", namespace: "gateway" }, hosts: ["shop.example"] },
  });
  const cart = new FederatedApp("cart", {
    ...common,
    image: image("cart"),
    resources: { cpuMillis: 500, memoryMb: 512 },
    probes,
    placement: placement.everywhere({ minimumPerCluster: 3 }),
    scaling: { kind: "perCluster", min: 3, max: 12, cpuPercent: 70 },
    allowFrom: [{ namespace: "shop", serviceAccount: "web" }],
    strategy: {
      kind: "canary",
      steps: [
        { weightPercent: 10, pauseSeconds: 300 },
        { weightPercent: 50, pauseSeconds: 600 },
        { weightPercent: 100 },
      ],
    },
  });
  return { web: web.host, cart: cart.principal };
}
