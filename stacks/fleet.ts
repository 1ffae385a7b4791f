import type { Backbone } from "../components/backbone/index.ts";
import { Federation } from "../components/federation/index.ts";
import { Identity } from "../components/identity/index.ts";
import { ServiceMesh } from "../components/mesh/index.ts";
import type { FleetSettings } from "./config.ts";
import type { Member } from "./platform.ts";

/** What makes one platform of several clusters: one API server to place workloads by, one mesh between them. */
export function fleet(members: readonly Member[], backbone: Backbone, settings: FleetSettings) {
  const { trustDomain, meshGeneration: generation, restoreFrom } = settings;
  const clusters = members.map(({ cluster }) => cluster);
  // the first site holds the federation's own control plane
  const [{ cluster: host, stores }] = members as readonly [Member, ...Member[]];
  const mesh = new ServiceMesh("mesh", {
    clusters,
    trustDomain,
    trust: { kind: "selfSigned", ...(generation !== undefined && { generation }) },
    backbone,
    // all are sent, and some are kept once it is known how they ended
    telemetry: { service: "collector.observability.svc.cluster.local", samplingPercent: 100 },
  });
  const writer = { cluster: host, namespace: "karmada-system", serviceAccount: "etcd-backup" };
  const carrier = new Identity("etcd-backup", { site: host.site, trust: [{ kubernetes: writer }] });
  stores.backups.grantWrite(carrier.identity);
  const federation = new Federation("federation", {
    host,
    members: clusters.map((cluster) => ({ cluster })),
    backup: { bucket: stores.backups, identity: carrier.forServiceAccount(writer) },
    ...(restoreFrom !== undefined && { restoreFrom }),
  });
  return { mesh, federation };
}
