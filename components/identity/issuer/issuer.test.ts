import { describe, expect, it } from "vitest";
import type { Site } from "../../core/site.ts";
import { testCluster } from "../../core/testing/estate.ts";
import { record, recordEstate, testIdentity } from "../../core/testing.ts";
import { resolveIdentity } from "../args.ts";
import { Issuer, Outbound } from "./index.ts";

const jobs = { org: "acme", repo: "shop", repositoryId: "123456789", environment: "prod" };
const pods = { namespace: "shop", serviceAccount: "orders" };
const siteOf = (sites: readonly Site[], cloud: string) => sites.find((one) => one.cloud === cloud) as Site;

describe("Issuer", () => {
  const wrong = async (from: string, to: string, audience?: string) => {
    let paths: string[] = [];
    await recordEstate((...sites) => {
      const outbound = new Outbound("leave", { site: siteOf(sites, from) });
      const of = { outbound, ...(audience !== undefined && { audience }) };
      try {
        new Issuer("issuer", { site: siteOf(sites, to), of });
      } catch (error) {
        paths = (error as { errors: { propertyPath: string }[] }).errors.map(({ propertyPath }) => propertyPath);
      }
    });
    return paths;
  };

  it.each([
    ["azure", "aws", undefined, ["of.audience"]],
    ["azure", "gcp", undefined, ["of.audience"]],
    ["azure", "aws", "api://AzureADTokenExchange", ["of.audience"]],
    ["azure", "gcp", "api://*", ["of.audience"]],
    ["azure", "azure", undefined, ["of.outbound"]],
    ["aws", "gcp", "api://acme", ["of.audience"]],
    ["aws", "aws", "api://acme", ["of.outbound", "of.audience"]],
    ["gcp", "azure", undefined, []],
  ])("from %s to %s for %s: %j", async (from, to, audience, paths) => {
    expect(await wrong(from, to, audience)).toEqual(paths);
  });

  it("is refused where its pool would be called after Google", async () => {
    const named = record("gcp", (home) => new Issuer("github", { site: { ...home, prefix: "gcp" }, of: "github" }));
    await expect(named).rejects.toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ propertyPath: "site.prefix" })] }),
    );
  });

  it("speaks for its own only, and in its own account only", async () => {
    let paths: string[] = [];
    await recordEstate((...sites) => {
      const [aws, gcp] = [siteOf(sites, "aws"), siteOf(sites, "gcp")];
      const cluster = testCluster(gcp, "main");
      const github = new Issuer("github", { site: aws, of: "github" });
      const elsewhere = new Issuer("elsewhere", { site: gcp, of: "github" });
      const trust = [
        { kubernetes: { cluster, ...pods }, issuer: github },
        { kubernetes: { cluster, ...pods, serviceAccount: "other" } },
        { github: jobs, issuer: elsewhere },
        { identity: testIdentity("azure"), issuer: github },
        { identity: testIdentity("gcp"), issuer: github },
      ];
      try {
        resolveIdentity({ site: aws, trust });
      } catch (error) {
        paths = (error as { errors: { propertyPath: string }[] }).errors.map(({ propertyPath }) => propertyPath);
      }
    });
    expect(paths).toEqual([
      "trust[0].issuer",
      "trust[1].issuer",
      "trust[2].issuer",
      "trust[3].issuer",
      "trust[4].identity",
      "trust[4].issuer",
    ]);
  });
});
