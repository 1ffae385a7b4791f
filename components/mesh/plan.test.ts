import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Site } from "../core/site.ts";
import { testNetwork } from "../core/testing/estate.ts";
import { clouds } from "../core/testing.ts";
import { allocate } from "../ipam/index.ts";
import type { MeshArgs } from "./args.ts";
import { planMesh } from "./plan.ts";

const common = { trustDomain: "mesh.acme.example", trust: { kind: "selfSigned" } } as const;
/** Clusters as data, for what is pure. */
const planned = (...names: readonly (readonly [cloud: Site["cloud"], slot: number])[]): KubernetesCluster[] =>
  names.map(([cloud, slot]) => ({
    name: `${cloud}${slot}`,
    site: { cloud, name: `${cloud}${slot}`, environment: "prod" } as Site,
    network: { ...testNetwork(cloud), allocation: allocate(cloud, slot) },
    version: "1.35",
  })) as unknown as KubernetesCluster[];
const paths = (...all: readonly string[]) => {
  const errors = all.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
  return expect.objectContaining({ errors }) as Error;
};

describe("the plan", () => {
  const three = planned(["aws", 0], ["gcp", 0], ["azure", 0]);

  it("gives each gateway a fixed address, and each control plane the others to read", () => {
    const { members, peerings, findings } = planMesh({ clusters: three, ...common });
    expect(members.map(({ name, addresses }) => [name, addresses])).toEqual([
      ["aws0", ["10.16.151.10", "10.16.151.74", "10.16.151.138"]],
      ["gcp0", ["10.32.151.10"]],
      ["azure0", ["10.48.151.10"]],
    ]);
    expect(members[0]?.callers).toEqual(["10.32.0.0/16", "10.40.0.0/16", "10.48.0.0/16", "10.56.0.0/16"]);
    expect(peerings.map(({ holder, target }) => `${holder.name} ${target.name}`)).toHaveLength(6);
    expect(findings.map(({ code }) => code)).toEqual(["gateway-hostname", "reach-unknown", "root-in-state"]);
  });

  it("is alone with one cluster: no gateway, nobody to read", () => {
    const { members, peerings, findings } = planMesh({ clusters: planned(["gcp", 0]), ...common });
    expect(members[0]).toMatchObject({ addresses: [], callers: [] });
    expect([peerings, findings.map(({ code }) => code)]).toEqual([[], ["root-in-state"]]);
  });

  it("moves no address when a cluster comes, goes or stands elsewhere in the list", () => {
    const clusters = fc
      .uniqueArray(fc.record({ cloud: fc.constantFrom(...clouds), slot: fc.nat(7) }), {
        selector: ({ cloud, slot }) => `${cloud}${slot}`,
        minLength: 3,
        maxLength: 9,
      })
      .map((all) => planned(...all.map(({ cloud, slot }) => [cloud, slot] as const)));
    const addresses = (all: readonly KubernetesCluster[]) =>
      new Map(planMesh({ clusters: all, ...common }).members.map((member) => [member.name, member.addresses]));
    fc.assert(
      fc.property(clusters, (all) => {
        const before = addresses(all);
        expect(new Set([...before.values()].flat()).size).toBe([...before.values()].flat().length);
        for (const [name, own] of addresses(all.slice(1).toReversed())) expect(own).toEqual(before.get(name));
      }),
    );
  });

  it("names every mistake at once", () => {
    const wrong: MeshArgs = {
      clusters: three,
      trustDomain: "cluster.local",
      trust: { kind: "selfSigned", generation: 0 },
      gatewayHosts: { aws0: 3, nobody: 20 },
      version: "1.12",
      images: "registry/",
      traffic: { retries: 11, attemptTimeoutSeconds: 0, pendingRequests: 0.5 },
      telemetry: { service: "collector", samplingPercent: 101 },
      egress: [
        { name: "Payments", hosts: [], ports: [0], clusters: ["gcp1"] },
        { name: "mail", hosts: ["mail"], ports: [] },
        { name: "mail", hosts: ["mail.example"] },
      ],
    };
    expect(() => planMesh(wrong)).toThrow(
      paths(
        "trust.generation",
        "gatewayHosts.aws0",
        "gatewayHosts.nobody",
        "egress[0].clusters",
        "version",
        "images",
        "traffic.retries",
        "traffic.attemptTimeoutSeconds",
        "traffic.pendingRequests",
        "telemetry.samplingPercent",
        "telemetry.service",
        "egress[0].name",
        "egress[0].hosts",
        "egress[0].ports",
        "egress[1].hosts",
        "egress[1].ports",
        "egress[2].name",
        "trustDomain",
      ),
    );
  });

  it("refuses a mesh that would not work as a whole, before anything is there", () => {
    const [aws, gcp] = planned(["aws", 0], ["gcp", 0]);
    if (aws === undefined || gcp === undefined) throw new Error("two were planned");
    const issuer = { name: "ca", root: "acme", pathLength: 0 };
    const twin = { ...gcp, version: "1.27" };
    const trust = { kind: "issuer", issuer: { aws0: issuer } } as const;
    expect(() => planMesh({ clusters: [aws, gcp, twin], trustDomain: "cluster.local", trust })).toThrow(
      paths(
        "trustDomain",
        "clusters[2].name",
        "clusters[2].network",
        "clusters[1].root",
        "clusters[2].root",
        "clusters[0].parentPathLength",
        "clusters",
        "clusters[2].gateway",
        "clusters[2].version",
      ),
    );
  });
});
