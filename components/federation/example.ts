import { exampleCluster } from "../_rehearse/estate.ts";
import { Bucket } from "../bucket/index.ts";
import type { Site } from "../core/site.ts";
import { Identity } from "../identity/index.ts";
import { Federation } from "./index.ts";

export function example(...sites: readonly [Site, ...Site[]]) {
  const [hostSite, ...otherSites] = sites;
  const host = exampleCluster(hostSite);
  const others = otherSites.map(exampleCluster);
  const { site } = host;
  const bucket = new Bucket("snapshots", {
    site,
    data: { class: "confidential", owner: "platform", retentionDays: 30 },
  });
  const writer = { cluster: host, namespace: "karmada-system", serviceAccount: "etcd-backup" };
  const carrier = new Identity("etcd-backup", { site, trust: [{ kubernetes: writer }] });
  bucket.grantWrite(carrier.identity);
  const federation = new Federation("federation", {
    host,
    members: [host, ...others].map((cluster) => ({ cluster })),
    backup: { bucket, identity: carrier.forServiceAccount(writer) },
  });
  return { apiServer: federation.apiServer.url };
}
