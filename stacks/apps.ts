import { FederatedApp, FederatedKinds, FederatedNamespace, placement } from "../components/federated-app/index.ts";
import type { Federation } from "../components/federation/index.ts";
import type { Gateway } from "../components/gateway/index.ts";
import type { ServiceMesh } from "../components/mesh/index.ts";
import type { Observability } from "../components/observability/index.ts";

/** Where calls come in from outside, the same in every cluster. */
interface Entrance {
  readonly gateways: readonly Gateway[];
}

/** The reference apps: a shop front on every cluster, and the carts that it alone may call, which change by a canary. */
export function apps(federation: Federation, mesh: ServiceMesh, { gateways }: Entrance, observability: Observability) {
  const { members } = federation;
  const [entrance] = gateways;
  const kinds = new FederatedKinds("kinds", { federation });
  const namespace = new FederatedNamespace("shop", {
    federation,
    kinds,
    quota: { cpuMillis: 32_000, memoryMb: 65_536 },
    meshLabels: mesh.namespaceLabels,
  });
  const common = {
    federation,
    namespace,
    ports: [{ name: "http", port: 8080 }],
    probes: { readiness: { port: "http", path: "/ready" }, liveness: { port: "http", path: "/live" } },
    mesh: {
      trustDomain: mesh.plan.settings.trustDomain,
      observability: observability.namespace,
      gatewayRanges: members.length > 1 ? members.map(({ cluster }) => cluster.network.allocation.balancers) : [],
    },
  };
  const shop = new FederatedApp("shop-front", {
    ...common,
    image: `registry.example/acme/shop-front@sha256:${"1".repeat(64)}`,
    resources: { cpuMillis: 250, memoryMb: 256 },
    // two in each cluster, whatever becomes of the others
    placement: placement.everywhere({ minimumPerCluster: 2 }),
    scaling: { kind: "perCluster", min: 2, max: 20, cpuPercent: 60 },
    calls: [{ namespace: "shop", port: 8080 }],
    ...(entrance && { route: { gateway: entrance.parent, hosts: entrance.hosts } }),
  });
  const carts = new FederatedApp("carts", {
    ...common,
    image: `registry.example/acme/carts@sha256:${"2".repeat(64)}`,
    resources: { cpuMillis: 500, memoryMb: 512 },
    placement: placement.everywhere({ minimumPerCluster: 2 }),
    scaling: { kind: "perCluster", min: 2, max: 12, cpuPercent: 70 },
    allowFrom: [{ namespace: "shop", serviceAccount: "shop-front" }],
    strategy: {
      kind: "canary",
      steps: [
        { weightPercent: 10, pauseSeconds: 300 },
        { weightPercent: 50, pauseSeconds: 300 },
        { weightPercent: 100 },
      ],
    },
  });
  return { shop, carts };
}
