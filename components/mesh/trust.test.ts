import { describe, expect, it } from "vitest";
import { testCluster } from "../core/testing/estate.ts";
import { one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { ServiceMesh } from "./index.ts";
import { planMesh } from "./plan.ts";

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

describe("the trust that cert-manager asks for", () => {
  const issuer = {
    name: "root",
    kind: "AWSPCAClusterIssuer",
    group: "awspca.cert-manager.io",
    root: "root of 111111111111",
    pathLength: 1,
  };
  const trust = { kind: "issuer", issuer } as const;
  const asked = (generation?: number) =>
    recordEstate((...sites) => {
      const clusters = sites.map((site) => ({ ...testCluster(site), version: "1.35" }));
      const how = { ...trust, ...(generation !== undefined && { generation }) };
      return new ServiceMesh("mesh", { clusters, trustDomain: "mesh.acme.example", trust: how });
    });
  const certificates = (seen: readonly Recorded[]) =>
    seen.filter(({ type }) => type === "kubernetes:cert-manager.io/v1:Certificate");

  it("is an authority for each cluster, of the issuer that was given, and no key is in the state", async () => {
    const seen = await asked();
    expect(certificates(seen).map(({ name }) => name)).toEqual(
      ["aws", "azure", "gcp"].map((name) => `mesh-${name}-authority-certificate`),
    );
    for (const { inputs } of certificates(seen)) {
      expect(inputs["spec"]).toMatchObject({
        isCA: true,
        secretName: "cacerts",
        issuerRef: { name: "root", kind: "AWSPCAClusterIssuer", group: "awspca.cert-manager.io" },
        duration: "2160h",
      });
    }
    expect(seen.filter(({ type }) => type.startsWith("tls:"))).toEqual([]);
    expect(problemsOf(seen)).toEqual([]);
  });

  it("says beside the CSR that it is an authority, and nothing in it that contradicts", async () => {
    for (const { inputs } of certificates(await asked())) {
      expect(inputs["spec"]).toMatchObject({ encodeUsagesInRequest: false });
    }
  });

  it("asks anew when it is told to, and nothing else changes", async () => {
    const [first, second] = [await asked(), await asked(2)];
    const changed = second.filter((_, index) => JSON.stringify(first[index]) !== JSON.stringify(second[index]));
    expect(changed.map(({ name }) => name)).toEqual(certificates(second).map(({ name }) => name));
    for (const [index, { inputs }] of certificates(second).entries()) {
      const before = JSON.stringify(certificates(first)[index]?.inputs);
      expect(JSON.stringify(inputs)).toBe(before.replace("generation 1", "generation 2"));
    }
  });

  it("counts whole generations", async () => {
    await record("aws", (site) => {
      const clusters = [{ ...testCluster(site), version: "1.35" }];
      const wrong = { clusters, trustDomain: "mesh.acme.example", trust: { ...trust, generation: 0.5 } };
      const errors = [expect.objectContaining({ propertyPath: "trust.generation" }) as object];
      expect(() => planMesh(wrong)).toThrow(expect.objectContaining({ errors }));
    });
  });
});
