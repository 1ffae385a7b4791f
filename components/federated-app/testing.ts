import { ProviderResource } from "@pulumi/pulumi";
import type { FederationPlace } from "../core/federation.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { one, type Recorded, recordEstate } from "../core/testing.ts";
import type { FederatedAppArgs, Strategy } from "./args.ts";
import { FederatedApp, placement } from "./index.ts";
import type { StrategyKind } from "./strategy.ts";

class TestProvider extends ProviderResource {}
const IMAGE = `registry.example/acme/shop@sha256:${"a".repeat(64)}`;
/** A federation of a cluster on each site. */
export const federationOf = (...sites: readonly Site[]): FederationPlace => ({
  name: "federation",
  provider: new TestProvider("kubernetes", "karmada"),
  members: sites.map((site) => ({ name: site.cloud, cluster: testCluster(site) })),
  ready: [],
});
export const MESH = { trustDomain: "acme.example", gatewayRanges: ["10.16.151.0/24", "10.32.151.0/24"] };

/** What a test asks for beside the least. */
export type Some = Partial<FederatedAppArgs>;
/** The least that an app says, and more. */
export function argsOf(sites: readonly Site[], more: Some = {}): FederatedAppArgs {
  const federation = federationOf(...sites);
  return {
    federation,
    namespace: { name: "shop", ready: [] },
    image: IMAGE,
    ports: [{ name: "http", port: 8080 }],
    scaling: { kind: "fixed", replicas: 9 },
    placement: placement.byWeight({ aws: 4, gcp: 3, azure: 2 }),
    resources: { cpuMillis: 250, memoryMb: 256 },
    probes: { readiness: { port: "http", path: "/ready" } },
    mesh: MESH,
    ...more,
  };
}
/** What is asked for an app. */
export const recordApp = (more: Some = {}) => recordEstate((...sites) => new FederatedApp("web", argsOf(sites, more)));
/** The spec of the one object of a type whose name ends so. */
export const specOf = (seen: readonly Recorded[], type: string, ending = "") =>
  one(seen, type, ending)["spec"] as Record<string, unknown>;
/** One of each kind. */
export const strategies: { readonly [S in StrategyKind]: Strategy } = {
  rolling: { kind: "rolling" },
  canary: {
    kind: "canary",
    steps: [{ weightPercent: 10, pauseSeconds: 300 }, { weightPercent: 50 }, { weightPercent: 100 }],
    analysis: { address: "http://prometheus.observability:9090", query: "sum(good) / sum(all)", atLeast: 0.99 },
  },
  blueGreen: { kind: "blueGreen", autoPromote: false },
};
