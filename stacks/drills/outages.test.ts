import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Rehearsals, settingsOf } from "../testing.ts";

const prod = new Rehearsals();
afterAll(() => prod.remove());

const nameOf = (urn: string) => urn.split("::").at(-1) ?? "";

describe("prod, with something dead", { timeout: 300_000 }, () => {
  it("refreshes and previews while one cluster does not answer, and takes it up again", async () => {
    const script = join(prod.path, "outage.yaml");
    const steps = ["up", { fault: "outage:kubernetes:aws" }, "refresh", "preview"];
    writeFileSync(script, JSON.stringify(steps));
    const { code, report } = await prod.rehearse("dead-cluster", "--script", script);
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    expect(report.steps.map(({ changes }) => Object.keys(changes).sort())).toEqual([["create"], ["same"], ["same"]]);
    const untouched = prod.operations("dead-cluster").filter(({ op }) => op !== "create");
    expect(untouched.some(({ type }) => type.startsWith("kubernetes:"))).toBe(true);
  });

  it("sends nobody to a cloud that is dead, by names alone", async () => {
    const script = join(prod.path, "drain.yaml");
    writeFileSync(script, JSON.stringify([{ fault: "outage:kubernetes:azure" }, "refresh", "up"]));
    const settings = settingsOf("prod");
    const drained = { ...settings, edge: { ...settings.edge, drained: ["azure"] } };
    const config = `archipel:settings=${JSON.stringify(drained)}`;
    const args = ["--from", prod.stateOf("dead-cluster"), "--script", script, "--config", config];
    const { code, report } = await prod.rehearse("drain", ...args);
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    const changed = prod.operations("drain").filter(({ op }) => !["same", "refresh"].includes(op));
    expect(changed.map(({ op, type }) => `${op} ${type}`)).toEqual(["delete aws:route53/record:Record"]);
  });

  it("goes on without the federation's host, and without its API server", async () => {
    const script = join(prod.path, "host.yaml");
    const faults = ["outage:kubernetes:aws", "outage:kubernetes:federation"].map((fault) => ({ fault }));
    writeFileSync(script, JSON.stringify([...faults, "refresh", "preview"]));
    const args = ["--from", prod.stateOf("dead-cluster"), "--script", script];
    const { code, report } = await prod.rehearse("host", ...args);
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    expect(report.steps.map(({ changes }) => Object.keys(changes))).toEqual([["same"], ["same"]]);
  });

  it("loses the cluster of the federation's host for good, and has it back from a snapshot", async () => {
    const script = join(prod.path, "lost.yaml");
    const lost = { vanish: { type: "aws:eks/cluster:Cluster" } };
    writeFileSync(script, JSON.stringify([lost, "refresh", "up", "refresh", "preview"]));
    const settings = settingsOf("prod");
    const restored = { ...settings, fleet: { ...settings.fleet, restoreFrom: "etcd-backup-29384732-x7k2p.db" } };
    const args = ["--from", prod.stateOf("dead-cluster"), "--script", script];
    const config = ["--config", `archipel:settings=${JSON.stringify(restored)}`];
    // by which the provider forgets what was in a cluster that is gone
    const env = { PULUMI_K8S_DELETE_UNREACHABLE: "true" };
    const { code, report } = await prod.rehearseIn(env, "lost", ...args, ...config);
    expect({ code, reasons: report.reasons }).toEqual({ code: 0, reasons: [] });
    const [, refreshed, rebuilt, ...quiet] = report.steps.map(({ changes }) => changes);
    expect(refreshed?.["delete"]).toBeGreaterThan(300);
    expect(rebuilt?.["create"]).toBeGreaterThanOrEqual(refreshed?.["delete"] ?? 0);
    expect(quiet.map((changes) => Object.keys(changes))).toEqual([["same"], ["same"]]);
    const steps = prod.operations("lost");
    // where the others find it, and whom it lets in
    const updated = steps.filter(({ op, type }) => op === "update" && !type.startsWith("pulumi:providers:"));
    expect(updated.map(({ urn }) => nameOf(urn)).sort()).toEqual(["mesh-azure-remote-aws", "mesh-gcp-remote-aws"]);
    const replaced = steps.filter(({ op }) => op === "replace").map(({ type }) => type);
    expect([...new Set(replaced)]).toEqual(["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"]);
    expect(steps.some(({ op, type, urn }) => op === "create" && type.endsWith(":Job") && /restore/.test(urn))).toBe(
      true,
    );
  });
});
