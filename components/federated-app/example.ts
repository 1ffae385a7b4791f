import { exampleCluster } from "../_rehearse/estate.ts";
import { Bucket } from "../bucket/index.ts";
import type { Site } from "../core/site.ts";
import { Federation } from "../federation/index.ts";
import { Identity } from "../identity/index.ts";
import { FederatedApp, FederatedKinds, FederatedNamespace, placement } from "./index.ts";

function exampleFederation(...sites: readonly [Site, ...Site[]]) {
  const [site] = sites;
  const clusters = sites.map(exampleCluster);
  const [host] = clusters as [(typeof clusters)[number]];
  const bucket = new Bucket("snapshots", {
    site,
    data: { class: "confidential", owner: "platform", retentionDays: 30 },
  });
  const writer = { cluster: host, namespace: "karmada-system", serviceAccount: "etcd-backup" };
  const carrier = new Identity("etcd-backup", { site, trust: [{ kubernetes: writer }] });
  bucket.grantWrite(carrier.identity);
  return new Federation("federation", {
    host,
    members: clusters.map((cluster) => ({ cluster })),
    backup: { bucket, identity: carrier.forServiceAccount(writer) },
  });
}

export function example(...sites: readonly [Site, ...Site[]]) {
  const federation = exampleFederation(...sites);
  const { members } = federation;
  const namespace = new FederatedNamespace("shop", {
    federation,
    kinds: new FederatedKinds("kinds", { federation }),
    quota: { cpuMillis: 16_000, memoryMb: 32_768 },
    meshLabels: { "istio-injection": "enabled" },
  });
  const common = {
    federation,
    namespace,
    mesh: {
      trustDomain: "acme.example",
      gatewayRanges: members.length > 1 ? members.map(({ cluster }) => cluster.network.allocation.balancers) : [],
    },
    ports: [{ name: "http", port: 8080 }],
    probes: { readiness: { port: "http", path: "/ready" }, liveness: { port: "http", path: "/live" } },
  };
  // two in each cluster, whatever becomes of the others; of what is more, the first takes two parts
  const weights = Object.fromEntries(members.map(({ name }, index) => [name, index === 0 ? 2 : 1]));
  const web = new FederatedApp("web", {
    ...common,
    image: `registry.example/acme/web@sha256:${"1".repeat(64)}`,
    resources: { cpuMillis: 250, memoryMb: 256 },
    placement: placement.everywhere({ minimumPerCluster: 2, surplus: placement.byWeight(weights) }),
    scaling: { kind: "acrossClusters", min: 8, max: 40, cpuPercent: 60 },
    calls: [{ namespace: "shop", port: 8080 }],
    egress: [{ host: "payments.example" }],
    route: { gateway: { name: "edge", namespace: "gateway" }, hosts: ["shop.example"] },
  });
  const cart = new FederatedApp("cart", {
    ...common,
    image: `registry.example/acme/cart@sha256:${"2".repeat(64)}`,
    resources: { cpuMillis: 500, memoryMb: 512 },
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
