import { describe, expect, it } from "vitest";
import type { Cloud, Site } from "../core/site.ts";
import { clouds, one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { connect, Gateway, type GatewayArgs } from "./index.ts";
import { issuer, served, testMesh, testZone } from "./testing.ts";

const gatewayOn = (site: Site, more: Partial<GatewayArgs> = {}) => {
  const { mesh, clusters } = testMesh(site);
  const [cluster] = clusters;
  if (cluster === undefined) throw new Error("no cluster");
  const zone = testZone();
  return { mesh, zone, gateway: new Gateway("gateway", { cluster, mesh, zone, ...served, ...more }) };
};
const build = (cloud: Cloud, more: Partial<GatewayArgs> = {}) => record(cloud, (site) => gatewayOn(site, more));
const own = (seen: readonly Recorded[]) => seen.filter(({ name }) => name.startsWith("gateway"));
const changed = (cloud: Cloud, child: string, change: object) =>
  build(cloud, { transform: { [cloud]: { [child]: change } } });
const because = (reason: string) => {
  const error = expect.objectContaining({ reason: expect.stringContaining(reason) as string }) as object;
  return expect.objectContaining({ errors: expect.arrayContaining([error]) as object[] }) as Error;
};

describe.each(clouds)("Gateway on %s", (cloud) => {
  it("asks for the same resources", async () => {
    const seen = own(await build(cloud));
    expect(seen).toMatchSnapshot();
    expect(problemsOf(seen)).toEqual([]);
  });

  it("has a web firewall that blocks, or only counts", async () => {
    const words = { aws: '"block":{}', gcp: '"preview":false', azure: '"mode":"Prevention"' }[cloud];
    expect(JSON.stringify(own(await build(cloud)))).toContain(words);
    const counting = own(await build(cloud, { firewall: { mode: "count", requestsPerFiveMinutes: 100 } }));
    expect(JSON.stringify(counting)).not.toContain(words);
    expect(JSON.stringify(counting)).toContain(":100");
  });

  it("takes TLS 1.2 at least, and goes on by TLS", async () => {
    const seen = JSON.stringify(own(await build(cloud)));
    const { least, onward } = {
      aws: { least: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", onward: '"port":8443,"protocol":"HTTPS"' },
      gcp: { least: '"minTlsVersion":"TLS_1_2"', onward: '"protocol":"HTTPS"' },
      azure: { least: "AppGwSslPolicy20220101S", onward: '"port":443,"probe"' },
    }[cloud];
    expect(seen).toContain(least);
    expect(seen).toContain(onward);
  });

  it("logs who came", async () => {
    const seen = own(await build(cloud));
    const log = {
      // the site's bucket is where balancers log to; test sites have none
      aws: () => one(seen, "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"),
      gcp: () => one(seen, "gcp:compute/regionBackendService:RegionBackendService", "https")["logConfig"],
      azure: () => one(seen, "azure-native:monitor:DiagnosticSetting"),
    }[cloud]();
    expect(log).toBeDefined();
  });

  it("lets nobody but the balancer and its probes in to the pods", async () => {
    const { spec } = one(own(await build(cloud)), "kubernetes:networking.k8s.io/v1:NetworkPolicy", "visitors") as {
      readonly spec: { readonly ingress: readonly { readonly from: unknown; readonly ports: unknown }[] };
    };
    const edge = { aws: "10.16.128.0/20", gcp: "10.32.128.0/20", azure: "10.48.128.0/20" }[cloud];
    expect(spec.ingress[0]).toEqual({
      from: [{ ipBlock: { cidr: edge } }],
      ports: [8443, 15_021].map((port) => ({ protocol: "TCP", port })),
    });
    expect(spec.ingress).toHaveLength(cloud === "gcp" ? 3 : 1);
  });

  it.skipIf(cloud === "azure")("proves every name once (Azure takes a certificate that others made)", () =>
    record(cloud, (site) => {
      const { zone } = gatewayOn(site);
      const account = { aws: "111111111111", gcp: "acme-prod", azure: "" }[cloud];
      expect([...zone.proofs.keys()]).toEqual([`${account}-shop.example`, `${account}-api.shop.example`]);
    }),
  );

  it("leads to namespaces that bring routes of their own, and declares none for them", async () => {
    const hosts = [{ host: "shop.example", routedBy: [{ namespace: "fronts", podPorts: [8080, 9090] }] }];
    const seen = own(await build(cloud, { hosts }));
    expect(seen.filter(({ type }) => type.endsWith(":HTTPRoute"))).toEqual([]);
    expect(JSON.stringify(one(seen, "kubernetes:gateway.networking.k8s.io/v1:Gateway"))).toContain(
      '"values":["fronts"]',
    );
    const policies = seen.filter(({ type }) => type === "kubernetes:networking.k8s.io/v1:NetworkPolicy");
    const ways = policies.flatMap(({ inputs }) => (inputs as { spec: { egress?: object[] } }).spec.egress ?? []);
    expect(ways).toContainEqual({
      to: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "fronts" } } }],
      ports: [8080, 9090].map((port) => ({ protocol: "TCP", port })),
    });
  });

  it("may be changed by a transform, but not be opened by one", async () => {
    const { child, harmless, harmful } = {
      aws: { child: "balancer", harmless: { idleTimeout: 77 }, harmful: { dropInvalidHeaderFields: false } },
      gcp: { child: "tls", harmless: { description: "77" }, harmful: { minTlsVersion: "TLS_1_0" } },
      azure: { child: "gateway", harmless: { enableFips: true }, harmful: { firewallPolicy: { id: "none" } } },
    }[cloud];
    expect(JSON.stringify(await changed(cloud, child, harmless))).toContain(JSON.stringify(harmless).slice(1, -1));
    await expect(changed(cloud, child, harmful)).rejects.toThrow("a transform breaks an invariant");
  });
});

describe("connect", () => {
  const estate = (
    then: (gateways: readonly Gateway[], mesh: ReturnType<typeof testMesh>["mesh"]) => unknown,
    jwt = [issuer],
  ) =>
    recordEstate((...sites) => {
      const { mesh, clusters } = testMesh(...sites);
      const gateways = clusters.map(
        (cluster, index) =>
          new Gateway(`${cluster.name}-gateway`, {
            cluster,
            mesh,
            zone: testZone(),
            ...served,
            jwt: index === 0 ? jwt : [issuer],
          }),
      );
      then(gateways, mesh);
    });

  it("asks for tokens at every gateway, and lets it call what it serves and nothing else", async () => {
    const seen = await estate((gateways, mesh) => connect(mesh, gateways));
    const policies = seen.filter(({ type }) => type === "kubernetes:security.istio.io/v1:AuthorizationPolicy");
    const edge = policies.filter(({ name }) => name.includes("-edge"));
    expect(edge.map(({ name }) => name)).toEqual(
      clouds
        .flatMap((cloud) => [
          `mesh-${cloud}-admitted-edge`,
          `mesh-${cloud}-allowed-edge-orders-orders-80`,
          `mesh-${cloud}-allowed-edge-shop-web-8080`,
        ])
        .sort(),
    );
    expect(edge.map(({ inputs }) => inputs)).toMatchSnapshot();
  });

  it("refuses gateways that ask for other tokens, and a mesh with a cluster that has none", async () => {
    const other = { ...issuer, issuer: "https://other.example" };
    await estate(
      (gateways, mesh) => {
        expect(() => connect(mesh, gateways)).toThrow(because("must be the same at all gateways"));
      },
      [other],
    );
    await estate((gateways, mesh) => {
      expect(() => connect(mesh, gateways.slice(1))).toThrow(because("must have one in aws"));
    });
  });
});
