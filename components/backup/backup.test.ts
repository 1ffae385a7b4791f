import { describe, expect, it } from "vitest";
import { Addons } from "../addons/index.ts";
import { Bucket } from "../bucket/index.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { resolveBackup } from "./args.ts";
import { Backup, type BackupArgs } from "./index.ts";

const data = { class: "confidential", owner: "platform", retentionDays: 30 } as const;
const parts = (site: Site) => {
  const cluster = testCluster(site);
  const addons = new Addons(`${site.cloud}-addons`, { cluster, only: ["velero"] });
  return { cluster, addons, bucket: new Bucket(`${site.cloud}-backups`, { site, data }) };
};

it("names every mistake at once", async () => {
  await recordEstate((aws, gcp) => {
    const { cluster, bucket } = parts(aws);
    const addons = new Addons("without", { cluster, only: ["keda"] });
    const wrong: BackupArgs = {
      cluster: testCluster(gcp),
      addons,
      bucket,
      schedule: "daily",
      keepDays: 0,
      exceptNamespaces: ["a", "a"],
    };
    const paths = ["addons", "bucket", "schedule", "keepDays", "exceptNamespaces[1]"];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveBackup(wrong)).toThrow(expect.objectContaining({ errors }));
  });
});

describe.each(clouds)("Backup on %s", (cloud) => {
  const build = () => record(cloud, (site) => new Backup("backup", { ...parts(site), keepDays: 30 }));

  it("asks for the same objects, as Velero knows them", async () => {
    const seen = await build();
    expect(seen.filter(({ type }) => type.startsWith("kubernetes:velero.io"))).toMatchSnapshot();
    expect(problemsOf(seen)).toEqual([]);
  });

  it("gives who copies the right to add and to read, and no other", async () => {
    const grants = (await build()).filter(({ name }) => /backups-(read|write)-/.test(name));
    expect(grants.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(grants)).not.toMatch(/DeleteObject|storage\.admin|objectAdmin/);
  });
});
