import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { NetworkPlace } from "../core/network.ts";
import type { Site } from "../core/site.ts";
import { clouds, record } from "../core/testing.ts";
import type { GatewayArgs } from "./args.ts";
import { resolveGateway } from "./resolve.ts";
import { served, testAddons, testMesh, testZone, vaultCertificate } from "./testing.ts";

const argsOn = (site: Site, more: Partial<GatewayArgs> = {}): GatewayArgs => {
  const { mesh, clusters } = testMesh(site);
  const [cluster] = clusters;
  if (cluster === undefined) throw new Error("no cluster");
  return { cluster, mesh, zone: testZone(), addons: testAddons(cluster), ...served, ...more };
};
const paths = (...all: readonly string[]) => {
  const errors = all.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
  return expect.objectContaining({ errors }) as Error;
};
const refused = (cloud: (typeof clouds)[number], more: Partial<GatewayArgs>, ...all: readonly string[]) =>
  record(cloud, (site) => {
    const args = argsOn(site, more);
    expect(() => resolveGateway(args)).toThrow(paths(...all));
  });

describe("resolveGateway", () => {
  it("fills in the defaults", () =>
    record("aws", (site) => {
      const spec = resolveGateway(argsOn(site));
      expect(spec).toMatchObject({
        publicPaths: [],
        firewall: { mode: "block", requestsPerFiveMinutes: 2000 },
        replicas: 2,
        criticality: "standard",
      });
      expect(spec.hosts[0]?.routes).toEqual([
        { pathPrefix: "/", namespace: "shop", service: "web", port: 80, podPort: 8080, podLabels: {}, weight: 1 },
      ]);
      expect(spec.hosts[1]?.routes[0]?.podPort).toBe(80);
    }));

  it("names every mistake at once", async () => {
    const bad = { pathPrefix: "orders", namespace: "Shop", service: "", port: 0, podPort: 70_000, weight: -1 };
    await refused(
      "aws",
      {
        hosts: [
          { host: "*.shop.example", routes: [] },
          { host: "Shop.example", routes: [bad] },
          { host: "shop.other", routes: [{ namespace: "shop", service: "web", port: 80 }] },
          { host: "shop.other", routes: [{ namespace: "shop", service: "web", port: 80 }] },
        ],
        jwt: [{ issuer: "http://login.example", jwksUri: "keys", audiences: [] }],
        publicPaths: ["/*", "healthz"],
        firewall: { mode: "off" as "block", requestsPerFiveMinutes: 9 },
      },
      "hosts[0].host",
      "hosts[0]",
      "hosts[1].host",
      "hosts[1].host",
      "hosts[1].routes[0].pathPrefix",
      "hosts[1].routes[0].namespace",
      "hosts[1].routes[0].service",
      "hosts[1].routes[0].port",
      "hosts[1].routes[0].podPort",
      "hosts[1].routes[0].weight",
      "hosts[2].host",
      "hosts[3].host",
      "hosts[3].host",
      "jwt[0].issuer",
      "jwt[0].jwksUri",
      "jwt[0].audiences",
      "publicPaths[0]",
      "publicPaths[1]",
      "firewall.mode",
      "firewall.requestsPerFiveMinutes",
    );
  });

  it("refuses routes that nobody would answer, or that answer twice", async () => {
    const to = (service: string, weight?: number, namespace = "shop") => ({
      namespace,
      service,
      port: 80,
      ...(weight !== undefined && { weight }),
    });
    const withRoutes = (...routes: readonly ReturnType<typeof to>[]) => ({ hosts: [{ host: "shop.example", routes }] });
    await refused("gcp", withRoutes(to("web", 0), to("next", 0)), "hosts[0].routes[0].weight");
    await refused("gcp", withRoutes(to("web"), to("web")), "hosts[0].routes[1].service");
    await refused(
      "gcp",
      withRoutes(to("web"), to("web", 1, "other")),
      "hosts[0].routes[0].namespace",
      "hosts[0].routes[1].namespace",
    );
  });

  it.each([0, 9.5, Number.NaN, 5001])("refuses %d requests in five minutes", async (requestsPerFiveMinutes) => {
    await refused("azure", { firewall: { mode: "count", requestsPerFiveMinutes } }, "firewall.requestsPerFiveMinutes");
  });

  it("refuses more names than a certificate takes, and none", async () => {
    const routes = [{ namespace: "shop", service: "web", port: 80 }];
    const many = Array.from({ length: 11 }, (_, index) => ({ host: `h${index}.shop.example`, routes }));
    await refused("aws", { hosts: many }, "hosts");
    await refused("aws", { hosts: [] }, "hosts");
  });

  it("refuses public paths where nobody is asked for a token", () =>
    refused("aws", { jwt: [], publicPaths: ["/healthz"] }, "publicPaths"));

  it("refuses a cluster of another mesh", () =>
    record("aws", (site) => {
      const args = argsOn(site);
      const stranger = { ...args, cluster: { ...args.cluster, name: "stranger" } };
      expect(() => resolveGateway(stranger)).toThrow(paths("cluster"));
    }));

  it("refuses one zone where the balancer stands in two", () =>
    record("aws", (site) => {
      const args = argsOn(site);
      const network = { ...args.cluster.network, edgeSubnetIds: [output("edge-a")] } as NetworkPlace;
      const flat = { ...args, cluster: { ...args.cluster, network } };
      // it is another object, and so of no mesh either
      expect(() => resolveGateway(flat)).toThrow(paths("cluster", "cluster.network"));
    }));

  it("asks for what gets a certificate signed where the cloud signs none, unless one is given", () =>
    record("azure", (site) => {
      const args = argsOn(site);
      const { cluster } = args;
      const network = { ...cluster.network, privateServices: [] };
      const zone = { ...testZone(), authorities: ["amazon.com"], delegated: new Set(["acme-proofs.shop.example"]) };
      const addons = testAddons({ ...cluster, name: "lacking" }, { only: ["gateway-api"] });
      const lacking = { ...args, cluster: { ...cluster, network }, zone, addons };
      // the cluster is another object, and so of no mesh either
      expect(() => resolveGateway(lacking)).toThrow(
        paths("cluster", "addons", "addons", "zone", "zone", "cluster.network"),
      );
      const given = { ...lacking, native: { azure: { certificate: vaultCertificate } } };
      expect(() => resolveGateway(given)).toThrow(paths("cluster", "addons"));
    }));
});
