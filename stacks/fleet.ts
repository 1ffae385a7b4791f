import { CertificateAuthority } from "../components/authority/index.ts";
import type { Backbone } from "../components/backbone/index.ts";
import { Federation } from "../components/federation/index.ts";
import { Identity } from "../components/identity/index.ts";
import { type MeshArgs, ServiceMesh } from "../components/mesh/index.ts";
import type { FleetSettings } from "./config.ts";
import type { Member } from "./platform.ts";

/** What makes one platform of several clusters: one API server to place workloads by, one mesh between them. */
export function fleet(members: readonly Member[], backbone: Backbone, settings: FleetSettings) {
  const { trustDomain, restoreFrom } = settings;
  const clusters = members.map(({ cluster }) => cluster);
  // the first site holds the federation's own control plane
  const [{ cluster: host, stores }] = members as readonly [Member, ...Member[]];
  const mesh = new ServiceMesh("mesh", {
    clusters,
    trustDomain,
    trust: trustOf(members, settings),
    backbone,
    // all are sent, and some are kept once it is known how they ended
    telemetry: { service: "collector.observability.svc.cluster.local", samplingPercent: 100 },
  });
  const writer = { cluster: host, namespace: "karmada-system", serviceAccount: "etcd-backup" };
  const carrier = new Identity("etcd-backup", { site: host.site, trust: [{ kubernetes: writer }] });
  stores.backups.grantWrite(carrier.identity);
  if (restoreFrom !== undefined) stores.backups.grantRead(carrier.identity);
  const federation = new Federation("federation", {
    host,
    members: clusters.map((cluster) => ({ cluster })),
    backup: { bucket: stores.backups, identity: carrier.forServiceAccount(writer) },
    ...(restoreFrom !== undefined && { restoreFrom }),
  });
  return { mesh, federation };
}

/** A managed root where a site has one for all, so that its key is in nobody's hands; else a root of the program's own. */
function trustOf(members: readonly Member[], settings: FleetSettings): MeshArgs["trust"] {
  const { trustDomain: organization, meshGeneration } = settings;
  const generation = meshGeneration === undefined ? {} : { generation: meshGeneration };
  const site = CertificateAuthority.homeOf(members.map(({ cluster }) => cluster));
  if (site === undefined) return { kind: "selfSigned", ...generation };
  const authority = new CertificateAuthority("mesh-authority", { site, organization });
  const issuers = members.map((member) => [member.cluster.name, authority.issueIn(member)] as const);
  return { kind: "issuer", issuer: Object.fromEntries(issuers), ...generation };
}
