import { describe, expect, it } from "vitest";
import { Addons } from "../addons/index.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { Secret } from "./index.ts";

const data = { class: "confidential", owner: "sales", retentionDays: 365 } as const;

describe.each(clouds)("a copy in a cluster on %s", (cloud) => {
  it("is made by who reads as its own identity, and by no key", async () => {
    const seen = await record(cloud, (site) => {
      const cluster = testCluster(site);
      const addons = new Addons("addons", { cluster, only: ["external-secrets"] });
      new Secret("crm-token", { site, data }).inCluster({ cluster, addons, namespace: "shop", name: "crm" });
    });
    const copies = seen.filter(({ name }) => name.startsWith("crm-token-"));
    expect(copies.filter(({ type }) => type.startsWith("kubernetes:"))).toMatchSnapshot();
    expect(copies.some(({ name }) => name.includes("read-addons-external-secrets"))).toBe(true);
    expect(problemsOf(seen)).toEqual([]);
  });
});

it("names every mistake at once", async () => {
  await recordEstate((aws, gcp) => {
    const addons = new Addons("addons", { cluster: testCluster(gcp), only: ["keda"] });
    const errors = ["cluster", "addons"].map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    const secret = new Secret("crm-token", { site: aws, data });
    const copy = () => secret.inCluster({ cluster: testCluster(gcp), addons, namespace: "shop", name: "crm" });
    expect(copy).toThrow(expect.objectContaining({ errors }));
  });
});
