import { exampleCluster } from "../_rehearse/estate.ts";
import type { Site } from "../core/site.ts";
import { Addons } from "./index.ts";

export function example(site: Site) {
  const addons = new Addons("addons", { cluster: exampleCluster(site) });
  return { secretsAreReadBy: addons.identities.get("external-secrets")?.name };
}
