import { exampleCluster } from "../_rehearse/estate.ts";
import type { Site } from "../core/site.ts";
import { NodePool } from "./index.ts";

export function example(site: Site) {
  const cluster = exampleCluster(site);
  const general = new NodePool("general", { cluster, kind: "general" });
  const batch = new NodePool("batch", { cluster, kind: "spot", maxCpus: 256, cpusPerNode: 8 });
  const models = new NodePool("models", { cluster, kind: "gpu", maxCpus: 32, cpusPerNode: 8 });
  return { pools: [general.name, batch.name, models.name] };
}
