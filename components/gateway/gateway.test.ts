import { describe, expect, it } from "vitest";
import type { Cloud, Site } from "../core/site.ts";
import { clouds, one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { connect, Gateway, type GatewayArgs } from "./index.ts";
import { issuer, served, testAddons, testMesh, testZone, vaultCertificate } from "./testing.ts";

const gatewayOn = (site: Site, more: Partial<GatewayArgs> = {}) => {
  const { mesh, clusters } = testMesh(site);
  const [cluster] = clusters;
  if (cluster === undefined) throw new Error("no cluster");
  const zone = testZone();
  return {
    mesh,
    zone,
    gateway: new Gateway("gateway", { cluster, mesh, zone, addons: testAddons(cluster), ...served, ...more }),
  };
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
      azure: () => one(seen, "azure-native:monitor:DiagnosticSetting", "gateway-access-log"),
    }[cloud]();
    expect(log).toBeDefined();
  });

  it("calls services in other clusters too, and answers who asks after its health", async () => {
    const seen = JSON.stringify(own(await build(cloud)));
    expect(seen).not.toContain("ISTIO_META_REQUESTED_NETWORK_VIEW");
    const status = {
      aws: '"pathPattern":{"values":["/healthz/ready"]}',
      gcp: '"paths":["/healthz/ready"],"service"',
      azure: '"name":"status","paths":["/healthz/ready"]',
    }[cloud];
    expect(seen).toContain(status);
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

  it("proves every name once, so that its certificate is signed without anybody", () =>
    record(cloud, (site) => {
      const { zone } = gatewayOn(site);
      const by = { aws: "111111111111", gcp: "acme-prod", azure: "acme" }[cloud];
      expect([...zone.proofs.keys()]).toEqual([`${by}-shop.example`, `${by}-api.shop.example`]);
    }));

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

describe("the certificate on Azure", () => {
  it("is proven in a zone of its own, by who may write nothing else, and in the vault before the gateway asks for it", async () => {
    const seen = own(await build("azure"));
    expect(one(seen, "azure-native:dns:Zone")).toMatchObject({ zoneName: "acme-proofs.shop.example" });
    const rights = seen.filter(({ type }) => type === "azure-native:authorization:RoleAssignment");
    expect(rights.map(({ name, inputs }) => [name, String(inputs["roleDefinitionId"]).split("/").at(-1)])).toEqual([
      ["gateway-certificate-read-gateway", "4633458b-17de-408a-b874-0445c86b69e6"],
      ["gateway-proves", "befefa01-2a29-4197-83a8-272ff33ce314"],
      ["gateway-puts", "a4417e6f-fecd-4de8-b567-7b0420556985"],
    ]);
    const kinds = { certificate: "cert-manager.io/v1:Certificate", copy: "external-secrets.io/v1alpha1:PushSecret" };
    for (const [child, kind] of Object.entries(kinds)) {
      const { metadata } = one(seen, `kubernetes:${kind}`, `-public-${child}`);
      expect(metadata).toMatchObject({ annotations: { "pulumi.com/waitFor": "condition=Ready" } });
    }
  });

  it("may be somebody else's, and then nothing is signed", async () => {
    const seen = own(await build("azure", { native: { azure: { certificate: vaultCertificate } } }));
    expect(seen.filter(({ type }) => /dns:Zone|PushSecret|ClusterIssuer/.test(type))).toEqual([]);
    expect(JSON.stringify(seen)).toContain("https://vault.example/secrets/certificate");
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
            addons: testAddons(cluster),
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
