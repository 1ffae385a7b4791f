import { afterAll, describe, expect, it } from "vitest";
import { packs, Rehearsals } from "./testing.ts";

interface State {
  readonly deployment: {
    readonly resources: readonly {
      readonly urn: string;
      readonly type: string;
      readonly provider?: string;
      readonly id?: string;
    }[];
  };
}
const prod = new Rehearsals();
afterAll(() => prod.remove());

describe("prod, rehearsed", { timeout: 300_000 }, () => {
  it("passes with every policy on, on three clouds, and leaves nothing", async () => {
    const { code, report } = await prod.rehearse("all", ...packs("all"));
    expect({ code, verdict: report.verdict, reasons: report.reasons }).toEqual({
      code: 0,
      verdict: "pass",
      reasons: [],
    });
    expect(report.policies.findings.filter(({ level }) => level === "mandatory")).toEqual([]);
    expect(report.resources.filter(({ fidelity }) => fidelity === "echoed")).toEqual([]);
    const clouds = new Set(report.resources.map(({ cloud }) => cloud));
    expect([...clouds]).toEqual(expect.arrayContaining(["aws", "gcp", "azure", "kubernetes"]));
    expect(report.remaining.filter(({ tombstone }) => !tombstone)).toEqual([]);
  });

  it("previews everything before any cluster is there", async () => {
    const { code, report } = await prod.rehearse("preview", "--script", "preview");
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    const { deployment } = JSON.parse(prod.state("all")) as State;
    expect(report.steps[0]?.changes).toEqual({ create: deployment.resources.length });
  });

  it("declares nine in ten Kubernetes objects one by one, and none of them twice", () => {
    const { deployment } = JSON.parse(prod.state("all")) as State;
    const objects = deployment.resources.filter(({ type }) => type.startsWith("kubernetes:"));
    const releases = objects.filter(({ type }) => type === "kubernetes:helm.sh/v3:Release");
    expect(releases.length / objects.length).toBeLessThan(0.1);
    const named = objects.map(({ type, provider, id }) => `${provider?.split("::")[3] ?? ""} ${type} ${id ?? ""}`);
    expect(named.filter((name, index) => named.indexOf(name) < index)).toEqual([]);
    expect(objects.filter(({ provider }) => provider === undefined || provider.includes("::default"))).toEqual([]);
  });

  it("keeps no key of the mesh in its state: a cloud has the root's, and each cluster its own", () => {
    const { deployment } = JSON.parse(prod.state("all")) as State;
    const { resources } = deployment;
    expect(resources.filter(({ urn, type }) => type.startsWith("tls:") && urn.includes("ServiceMesh$"))).toEqual([]);
    const of = (type: string) => resources.filter((resource) => resource.type === type);
    expect(of("aws:acmpca/certificateAuthorityCertificate:CertificateAuthorityCertificate")).toHaveLength(1);
    const asked = of("kubernetes:cert-manager.io/v1:Certificate").filter(({ urn }) => urn.includes("ServiceMesh$"));
    expect(new Set(asked.map(({ provider }) => provider)).size).toBe(3);
  });

  it("passes the three packs side by side, and shows no change from the state it left", async () => {
    const three = await prod.rehearse("three", "--script", "up", ...packs("zero-trust", "gdpr", "cost"));
    expect({ code: three.code, reasons: three.report.reasons }).toEqual({ code: 0, reasons: [] });
    expect(three.report.policies.packs.map(({ name }) => name)).toEqual(["zero-trust", "gdpr", "cost"]);
    expect(prod.state("three")).toBe(prod.state("all"));
    const again = await prod.rehearse("again", "--from", prod.stateOf("all"), "--script", "preview");
    expect({ code: again.code, changes: Object.keys(again.report.steps[0]?.changes ?? {}) }).toEqual({
      code: 0,
      changes: ["same"],
    });
  });

  it("gives the same state when every provider is a plugin process", async () => {
    const { code, report } = await prod.rehearse("plugins", "--plugins", "--script", "up");
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    expect(prod.state("plugins")).toBe(prod.state("all"));
  });
});
