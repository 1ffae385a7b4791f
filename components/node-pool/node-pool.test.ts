import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { Cluster, PoolPlace } from "../cluster/index.ts";
import type { Cloud, Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, record } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { resolveNodePool } from "./args.ts";
import { NodePool, type NodePoolArgs } from "./index.ts";

const places: { readonly [C in Cloud]: () => PoolPlace } = {
  aws: () => ({
    cloud: "aws",
    clusterName: output("home"),
    nodeRoleName: output("home-nodes"),
    securityGroupId: output("sg-1"),
  }),
  gcp: () => ({ cloud: "gcp", clusterId: output("home"), nodeAccountEmail: output("nodes@acme") }),
  azure: () => ({ cloud: "azure" }),
};
// the pool reads no more of a cluster than this
const on = (site: Site) => ({ ...testCluster(site), pools: places[site.cloud]() }) as unknown as Cluster;
const build = (cloud: Cloud, more: Partial<NodePoolArgs> = {}, change: Partial<Site> = {}) =>
  record(
    cloud,
    (site) => new NodePool("pool", { cluster: on({ ...site, ...change } as Site), kind: "general", ...more }),
  );

it("names every mistake at once", async () => {
  await record("aws", (site) => {
    const cluster = on({ ...site, environment: "dev" });
    const wrong: NodePoolArgs = {
      cluster,
      kind: "spot",
      cpusPerNode: 3 as 4,
      maxCpus: 1,
      zones: ["eu-west-1z"],
      stateful: true,
      labels: { team: "no spaces", "archipel.dev/pool": "mine" },
    };
    const paths = ["cpusPerNode", "maxCpus", "zones[0]", "stateful", "stateful", "labels.team", "labels"];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveNodePool("pool", wrong)).toThrow(expect.objectContaining({ errors }));
    const few: NodePoolArgs = { cluster, kind: "gpu", cpusPerNode: 2, architecture: "arm64", zones: [] };
    const rest = ["cpusPerNode", "architecture", "zones"];
    expect(() => resolveNodePool("pool", few)).toThrow(
      expect.objectContaining({
        errors: rest.map((propertyPath) => expect.objectContaining({ propertyPath }) as object),
      }),
    );
  });
});

describe.each(clouds)("NodePool on %s", (cloud) => {
  it.each(["general", "spot", "gpu"] as const)("asks for the same resources: %s", async (kind) => {
    const seen = await build(cloud, { kind });
    expect(seen).toMatchSnapshot();
    expect(problemsOf(seen)).toEqual([]);
  });

  it("keeps pods away that do not ask for what is special", async () => {
    expect(JSON.stringify(await build(cloud))).not.toContain("archipel.dev/spot");
    expect(JSON.stringify(await build(cloud, { kind: "spot" }))).toContain("archipel.dev/spot");
    expect(JSON.stringify(await build(cloud, { kind: "gpu" }))).toContain("nvidia.com/gpu");
  });

  it("is of spot machines in dev, and says so", async () => {
    const spot = { aws: '"values":["spot"]', gcp: '"spot":true', azure: '"values":["spot"]' }[cloud];
    expect(JSON.stringify(await build(cloud))).not.toContain(spot);
    const dev = JSON.stringify(await build(cloud, {}, { environment: "dev" }));
    expect(dev).toContain(spot);
    expect(dev).toContain('"interruptible":"true"');
  });

  it("grows to what was said and no further", async () => {
    const most = { aws: '"limits":{"cpu":"32"}', gcp: '"totalMaxNodeCount":4', azure: '"limits":{"cpu":"32"}' }[cloud];
    expect(JSON.stringify(await build(cloud, { maxCpus: 32, cpusPerNode: 8 }))).toContain(most);
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const harmful = {
      aws: { machines: { spec: { associatePublicIPAddress: true } } },
      gcp: { pool: { nodeConfig: { shieldedInstanceConfig: { enableSecureBoot: false } } } },
      azure: { machines: { spec: { security: { encryptionAtHost: false } } } },
    }[cloud];
    await expect(build(cloud, { transform: { [cloud]: harmful } })).rejects.toThrow("a transform breaks an invariant");
  });
});
