import { describe, expect, it } from "vitest";
import { Addons } from "../addons/index.ts";
import type { PrivateService, PrivateTarget } from "../core/network.ts";
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

it("opens a private way to a vault that is closed to the internet", async () => {
  const attached: string[] = [];
  const copyFrom = (services: readonly PrivateService[]) =>
    record("azure", (site) => {
      const own = testCluster(site);
      const attach = ({ name, service }: PrivateTarget) => {
        attached.push(`${service} ${name}`);
        return [];
      };
      const cluster = { ...own, network: { ...own.network, privateServices: services, attach } };
      const addons = new Addons("addons", { cluster, only: ["external-secrets"] });
      new Secret("crm-token", { site, data }).inCluster({ cluster, addons, namespace: "shop", name: "crm" });
    });
  await copyFrom(["secrets"]);
  expect(attached).toEqual(["secrets crm-token"]);
  await expect(copyFrom(["storage"])).rejects.toThrow("invalid copy of crm-token");
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
