import { output } from "@pulumi/pulumi";
import { assert, property, subarray } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cloud, Site } from "../core/site.ts";
import type { Endpoint, Entry, GlobalDnsArgs } from "./args.ts";
import { planGlobalDns } from "./plan.ts";
import type { DnsZone } from "./zone.ts";

const REGIONS: { readonly [C in Cloud]: object } = {
  aws: { region: "eu-west-1" },
  gcp: { region: "europe-west3" },
  azure: { location: "swedencentral" },
};
const entry = (cloud: Cloud, more: Partial<Entry> = {}): Entry => ({
  logicalName: `${cloud}-gateway`,
  site: { cloud, name: cloud, ...REGIONS[cloud] } as unknown as Site,
  hosts: ["shop.example", "api.shop.example"],
  address:
    cloud === "aws"
      ? { kind: "alias", dnsName: output("balancer"), zoneId: output("zone") }
      : { kind: "ip", ip: output("203.0.113.9") },
  healthPath: "/healthz/ready",
  spec: { firewall: { mode: "block", requestsPerFiveMinutes: 2000 } },
  ...more,
});
const zoneOn = (cloud: Cloud) => ({ domain: "shop.example", site: { cloud } }) as unknown as DnsZone;
const three: readonly Endpoint[] = (["aws", "gcp", "azure"] as const).map((cloud) => ({ gateway: entry(cloud) }));
const planOf = (more: Partial<GlobalDnsArgs> = {}) => planGlobalDns({ zone: zoneOn("aws"), endpoints: three, ...more });
const paths = (...all: readonly string[]) => {
  const errors = all.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
  return expect.objectContaining({ errors }) as Error;
};
const because = (reason: string) => {
  const error = expect.objectContaining({ reason: expect.stringContaining(reason) as string }) as object;
  return expect.objectContaining({ errors: expect.arrayContaining([error]) as object[] }) as Error;
};

describe("planGlobalDns", () => {
  it("fills in the defaults", () => {
    const { steering, health, ttlSeconds, ways } = planOf();
    expect({ steering, health, ttlSeconds }).toEqual({
      steering: "weight",
      health: { intervalSeconds: 30, failures: 3 },
      ttlSeconds: 60,
    });
    expect(ways.map(({ host, site, weight }) => `${host} ${site} ${weight}`)).toEqual(
      ["api.shop.example", "shop.example"].flatMap((host) =>
        ["aws", "gcp", "azure"].map((site) => `${host} ${site} 1`),
      ),
    );
  });

  it("names every mistake at once", () => {
    const wrong: Partial<GlobalDnsArgs> = {
      endpoints: [
        { gateway: entry("aws", { hosts: ["shop.other"] }), weight: -1 },
        { gateway: entry("aws"), weight: 1.5 },
        {
          gateway: entry("gcp", { spec: { firewall: { mode: "block", requestsPerFiveMinutes: 10 } } }),
          weight: 256,
        },
      ],
      steering: "nearest" as "latency",
      drained: ["mars"],
      health: { intervalSeconds: 5 as 10, failures: 0 },
      ttlSeconds: 0,
    };
    expect(() => planOf(wrong)).toThrow(
      paths(
        "endpoints[0].gateway.hosts",
        "endpoints[0].weight",
        "endpoints[1].gateway",
        "endpoints[1].weight",
        "endpoints[2].weight",
        "endpoints[2].gateway.firewall.requestsPerFiveMinutes",
        "steering",
        "drained[0]",
        "health.intervalSeconds",
        "health.failures",
        "ttlSeconds",
      ),
    );
  });

  it("refuses to drain everybody", () => {
    expect(() => planOf({ drained: ["aws", "gcp", "azure"] })).toThrow(because("leaves nobody for shop.example"));
  });

  it("refuses what Route 53 does not take", () => {
    expect(() => planOf({ steering: "failover" })).toThrow(because("one primary, one secondary"));
    expect(planOf({ steering: "failover", drained: ["gcp"] }).ways.map(({ rank }) => rank)).toEqual([
      "PRIMARY",
      "SECONDARY",
      "PRIMARY",
      "SECONDARY",
    ]);
    const near = three.map((endpoint) => ({ ...endpoint, nearestAwsRegion: "eu-central-1" }));
    expect(() => planOf({ steering: "latency", endpoints: near })).toThrow(because("different regions of AWS"));
    const unknown = { gateway: entry("gcp", { site: { cloud: "gcp", name: "gcp", region: "mars-1" } as Site }) };
    expect(() => planOf({ steering: "latency", endpoints: [unknown] })).toThrow(
      because("which region of AWS lies nearest"),
    );
  });

  it("knows which region of AWS lies nearest", () => {
    expect(
      planOf({ steering: "latency" })
        .ways.slice(0, 3)
        .map(({ region }) => region),
    ).toEqual(["eu-west-1", "eu-central-1", "eu-north-1"]);
  });

  it("works with one cloud alone, and says what its zone cannot lead to", () => {
    for (const cloud of ["gcp", "azure"] as const) {
      const alone = { zone: zoneOn(cloud), endpoints: [{ gateway: entry(cloud) }] };
      expect(planOf(alone).ways.map(({ site }) => site)).toEqual([cloud, cloud]);
      expect(() => planOf({ zone: zoneOn(cloud) })).toThrow(paths("zone", "zone"));
    }
  });

  it("takes ways away where a site is drained, and changes no other", () => {
    assert(
      property(subarray(["aws", "gcp", "azure"], { maxLength: 2 }), (drained) => {
        const all = planOf();
        const some = planOf({ drained });
        const left = all.ways.filter(({ site }) => !drained.includes(site));
        const said = (ways: readonly (typeof left)[number][]) =>
          ways.map(({ host, site, weight, region }) => ({ host, site, weight, region }));
        expect(said(some.ways)).toEqual(said(left));
        // who is drained is still asked after
        expect(some.entries).toEqual(all.entries);
      }),
    );
  });
});
