import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Addons } from "../addons/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { Gateway } from "../gateway/index.ts";
import { ServiceMesh } from "../mesh/index.ts";
import { DnsZone, GlobalDns, type GlobalDnsArgs } from "./index.ts";

const paths = (...all: readonly string[]) => {
  const errors = all.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
  return expect.objectContaining({ errors }) as Error;
};
const RECORD = "aws:route53/record:Record";
const first = (sites: readonly Site[]): Site => {
  const [site] = sites;
  if (site === undefined) throw new Error("no site");
  return site;
};
const door = (sites: readonly Site[], more: Partial<GlobalDnsArgs> = {}) => {
  const zone = new DnsZone("zone", { site: first(sites), domain: "shop.example" });
  const clusters = sites.map((site): KubernetesCluster => ({ ...testCluster(site), version: "1.35" }));
  const trust = { kind: "selfSigned" } as const;
  const mesh = new ServiceMesh("mesh", { clusters, trustDomain: "mesh.acme.example", trust });
  const routes = [{ namespace: "shop", service: "web", port: 80 }];
  const hosts = ["shop.example", "api.shop.example"].map((host) => ({ host, routes }));
  const only = ["gateway-api", "cert-manager", "external-secrets"] as const;
  const endpoints = clusters.map((cluster) => {
    const addons = new Addons(`${cluster.name}-addons`, { cluster, only });
    return { gateway: new Gateway(`${cluster.name}-gateway`, { cluster, mesh, zone, addons, hosts, jwt: [] }) };
  });
  return new GlobalDns("front-door", { zone, endpoints, ...more });
};
const own = (seen: readonly Recorded[]) => seen.filter(({ name }) => name.startsWith("front-door"));
const estate = (more: Partial<GlobalDnsArgs> = {}) => recordEstate((...sites) => door(sites, more));

describe.each(clouds)("a zone on %s", (cloud) => {
  it("asks for the same resources", async () => {
    const zone = (site: Site) => {
      const made = new DnsZone("zone", { site, domain: "shop.example" });
      made.prove("account-shop.example", { name: "_proof.shop.example.", value: "proof.example." });
      made.prove("account-shop.example", { name: "_proof.shop.example.", value: "proof.example." });
      made.delegate("proofs.shop.example", output(["ns1.example.", "ns2.example"]));
      made.record("www", { type: "A", name: "www.shop.example", ttlSeconds: 60, ip: "203.0.113.9" });
    };
    expect(await record(cloud, zone)).toMatchSnapshot();
  });

  it("leads to one gateway", async () => {
    const seen = await record(cloud, (site) => door([site]));
    const text = JSON.stringify(seen.filter(({ name }) => /^front-door|^zone-record-(api-)?shop/.test(name)));
    expect(text).toContain(cloud === "aws" ? '"evaluateTargetHealth":true' : "203.0.113.9");
  });

  it("refuses mistakes all at once", () =>
    record(cloud, (site) => {
      const wrong = { site, domain: "Example", authorities: ["*", "amazon.com"] };
      expect(() => new DnsZone("zone", wrong)).toThrow(paths("domain", "authorities[0]"));
      expect(() => new DnsZone("zone", { ...wrong, authorities: [] })).toThrow(paths("domain", "authorities"));
    }));
});

describe("names over three clouds", () => {
  it("asks for the same resources", async () => {
    expect(own(await estate())).toMatchSnapshot();
  });

  it.each(["latency", "failover"] as const)("steers by %s", async (steering) => {
    const seen = await estate({ steering, drained: steering === "failover" ? ["azure"] : [] });
    const records = own(seen).filter(({ type }) => type === RECORD);
    expect(records.map(({ inputs }) => inputs[`${steering}RoutingPolicies`])).toMatchSnapshot();
  });

  it("asks every gateway from outside whether it is well", async () => {
    const seen = own(await estate({ health: { intervalSeconds: 10, failures: 2 } }));
    const check = { type: "HTTPS", resourcePath: "/healthz/ready", requestInterval: 10, failureThreshold: 2 };
    for (const cloud of clouds) expect(one(seen, "aws:route53/healthCheck:HealthCheck", cloud)).toMatchObject(check);
  });

  it.each(clouds)("changes nothing but records where %s is drained", async (cloud) => {
    const key = ({ type, name, inputs }: Recorded) => JSON.stringify([type, name, inputs]);
    const before = await estate();
    const after = new Set((await estate({ drained: [cloud] })).map(key));
    const gone = before.filter((resource) => !after.has(key(resource)));
    expect(after.size).toBe(before.length - gone.length);
    expect(gone.map(({ type, name }) => `${type} ${name}`)).toEqual([
      `${RECORD} front-door-record-api-shop-example-${cloud}`,
      `${RECORD} front-door-record-shop-example-${cloud}`,
    ]);
  });
});
