import { output } from "@pulumi/pulumi";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Cloud, Site } from "../core/site.ts";
import { testNetwork } from "../core/testing/estate.ts";
import { allocate } from "../ipam/index.ts";

/** A bucket and who writes to it. */
export const backup = {
  bucket: { name: output("snapshots"), endpoint: output("https://acme.blob.core.windows.net/snapshots") },
  identity: { annotations: { of: "carrier" }, labels: {}, env: {}, files: {} },
};
/** A cluster for plans, which look at no resource. */
export function planned(cloud: Cloud, name: string, environment: "dev" | "prod" = "prod", slot = 0): KubernetesCluster {
  const place = { region: "eu-west-1", location: "westeurope", name: cloud };
  return {
    name,
    site: { cloud, environment, ...place } as unknown as Site,
    network: { ...testNetwork(cloud), allocation: allocate(cloud, slot) },
    region: "eu-west-1",
  } as unknown as KubernetesCluster;
}
