import { exampleCluster } from "../_rehearse/estate.ts";
import { Addons } from "../addons/index.ts";
import { Bucket } from "../bucket/index.ts";
import type { Site } from "../core/site.ts";
import { Backup } from "./index.ts";

export function example(site: Site) {
  const cluster = exampleCluster(site);
  const addons = new Addons("addons", { cluster, only: ["velero"] });
  const bucket = new Bucket("backups", {
    site,
    data: { class: "confidential", purpose: "backup", owner: "platform", retentionDays: 30 },
  });
  new Backup("backup", { cluster, addons, bucket, exceptNamespaces: ["cert-manager"] });
  return { copies: bucket.endpoint };
}
