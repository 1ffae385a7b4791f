import { describe, expect, it } from "vitest";
import { testCluster } from "../core/testing/estate.ts";
import { one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { ServiceMesh } from "./index.ts";

const build = (generation?: number) =>
  recordEstate((...sites) => {
    const clusters = sites.map((site) => ({ ...testCluster(site), version: "1.35" }));
    const trust = { kind: "selfSigned", ...(generation !== undefined && { generation }) } as const;
    return new ServiceMesh("mesh", { clusters, trustDomain: "mesh.acme.example", trust });
  });
const names = (seen: readonly Recorded[]) => seen.filter(({ type }) => type.startsWith("tls:")).map(({ name }) => name);
const YEARS_10 = 87_600;
const DAYS_90 = 2160;

describe("the trust that a mesh makes itself", () => {
  it("is one root for ten years, and an authority for each cluster for ninety days", async () => {
    const seen = await build();
    expect(one(seen, "tls:index/selfSignedCert:SelfSignedCert")).toMatchObject({
      isCaCertificate: true,
      maxPathLength: 1,
      validityPeriodHours: YEARS_10,
      allowedUses: ["cert_signing", "crl_signing"],
    });
    const authorities = seen.filter(({ type }) => type === "tls:index/locallySignedCert:LocallySignedCert");
    expect(authorities.map(({ name }) => name)).toEqual(
      ["aws", "azure", "gcp"].map((name) => `mesh-${name}-1-authority`),
    );
    for (const { inputs } of authorities) {
      expect(inputs).toMatchObject({
        isCaCertificate: true,
        maxPathLength: 0,
        validityPeriodHours: DAYS_90,
        earlyRenewalHours: 720,
      });
    }
  });

  it("makes new authorities under the same root when it is told to", async () => {
    const [first, second] = [names(await build(1)), names(await build(2))];
    const roots = ["mesh-root", "mesh-root-key"];
    expect(first.filter((name) => second.includes(name))).toEqual(roots);
    expect(second).toContain("mesh-aws-2-authority");
  });

  it("shows no key", async () => {
    const seen = await record("aws", (site) => {
      const clusters = [{ ...testCluster(site), version: "1.35" }];
      return new ServiceMesh("mesh", { clusters, trustDomain: "mesh.acme.example", trust: { kind: "selfSigned" } });
    });
    const { stringData } = one(seen, "kubernetes:core/v1:Secret", "authority") as { stringData: object };
    expect(JSON.stringify(stringData)).toContain("4dabf18193072939515e22adb298388d");
  });
});
