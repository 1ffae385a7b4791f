import { describe, expect, it } from "vitest";
import { Addons } from "../addons/index.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate, testIdentity } from "../core/testing.ts";
import { Issuer } from "../identity/index.ts";
import { problemsOf } from "../objects/testing.ts";
import { resolveAuthority } from "./args.ts";
import { CertificateAuthority, type CertificateAuthorityArgs } from "./index.ts";

const site = { cloud: "aws", environment: "dev", tags: { environment: "dev" } } as Site;
const organization = "mesh.acme.example";
const member = (at: Site) => {
  const cluster = testCluster(at);
  return {
    cluster,
    addons: new Addons(`${cluster.name}-addons`, { cluster, only: ["gateway-api", "cert-manager"] }),
  };
};
// what a namespace has is told by its own snapshot
const OF_NAMESPACE = /:(NetworkPolicy|LimitRange|ResourceQuota)$/;
const typed = (seen: readonly Recorded[], type: RegExp) => seen.filter((resource) => type.test(resource.type));

describe("resolveAuthority", () => {
  it("fills in the defaults", () => {
    expect(resolveAuthority({ site, organization })).toEqual({
      organization,
      validityYears: 10,
      listed: false,
      tags: { environment: "dev", criticality: "low" },
    });
  });

  it.each([
    ["no organization", { organization: "" }, ["organization"]],
    ["one that no certificate holds", { organization: "x".repeat(65) }, ["organization"]],
    ["letters that are not printable", { organization: "mesh_größe" }, ["organization"]],
    ["half a year", { validityYears: 0.5 }, ["validityYears"]],
    ["more years than its algorithm lasts", { validityYears: 31 }, ["validityYears"]],
    ["no number", { validityYears: Number.NaN }, ["validityYears"]],
    ["all of it", { organization: "*", validityYears: 0 }, ["organization", "validityYears"]],
  ] satisfies [string, Partial<CertificateAuthorityArgs>, string[]][])("refuses %s", (_what, wrong, paths) => {
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveAuthority({ site, organization, ...wrong })).toThrow(expect.objectContaining({ errors }));
  });
});

const kept = clouds.filter((cloud) => cloud !== "azure");

describe.each(kept)("CertificateAuthority on %s", (cloud) => {
  const build = (
    args: Partial<CertificateAuthorityArgs> = {},
    then: (authority: CertificateAuthority, home: Site) => unknown = () => {},
  ) => record(cloud, (home) => then(new CertificateAuthority("root", { site: home, organization, ...args }), home));

  it("asks for the same resources, in its own cluster too", async () => {
    const seen = await build({}, (authority, home) => authority.issueIn(member(home)));
    const own = seen.filter(({ name, type }) => name.startsWith("root") && !OF_NAMESPACE.test(type));
    expect(own).toMatchSnapshot();
    expect(problemsOf(seen)).toEqual([]);
  });

  it("is a root of the years it is told", async () => {
    const said = JSON.stringify(await build({ validityYears: 3 }));
    expect(said).toContain({ aws: '"value":"3"', gcp: '"lifetime":"94608000s"' }[cloud]);
  });

  it("lets nothing be signed but authorities below which none may follow", async () => {
    const said = JSON.stringify(await build({}, (authority) => authority.grantIssue(testIdentity(cloud))));
    const limited = {
      aws: '\\"acm-pca:TemplateArn\\":\\"arn:aws:acm-pca:::template/SubordinateCACertificate_PathLen0/V1\\"',
      gcp: '"caOptions":{"isCa":true,"zeroMaxIssuerPathLength":true}',
    };
    expect(said).toContain(limited[cloud]);
  });

  it("gives the right once, and no other", async () => {
    const seen = await build({}, (authority) => {
      for (const identity of [testIdentity(cloud), testIdentity(cloud)]) authority.grantIssue(identity);
    });
    const rights = seen.filter(({ name }) => name.endsWith("-worker"));
    expect(rights.map(({ name }) => name)).toEqual(["root-issue-worker"]);
    expect(JSON.stringify(rights)).not.toMatch(/\*|Revoke|Delete|admin|caManager/);
  });

  it("gives nothing to identities of another cloud", async () => {
    const elsewhere = testIdentity(cloud === "aws" ? "gcp" : "aws");
    await expect(build({}, (authority) => authority.grantIssue(elsewhere))).rejects.toThrow("needs federation");
  });

  it("issues once in a cluster, and needs no key for it", async () => {
    const seen = await build({}, (authority, home) => {
      const own = member(home);
      expect(authority.issueIn(own)).toBe(authority.issueIn(own));
    });
    expect(typed(seen, /cert-manager\.io|cas-issuer/).map(({ name }) => name)).toHaveLength(1);
    expect(typed(seen, /accessKey|serviceaccount\/key|core\/v1:Secret/)).toEqual([]);
  });

  it("says all that is wrong with a cluster at once", async () => {
    await recordEstate((aws, gcp) => {
      const home = cloud === "aws" ? aws : gcp;
      const authority = new CertificateAuthority("root", { site: home as Site, organization });
      const cluster = testCluster(home as Site);
      const addons = new Addons("without", { cluster, only: ["keda"] });
      const issuer = new Issuer("cluster", { site: home as Site, of: { cluster } });
      const errors = ["addons", "issuer"].map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
      expect(() => authority.issueIn({ cluster, addons, issuer })).toThrow(expect.objectContaining({ errors }));
    });
  });

  it("may be changed by a transform, but not be made another kind of authority", async () => {
    const tags = { aws: { tags: { team: "a" } }, gcp: { labels: { team: "a" } } }[cloud];
    const type = { aws: { type: "SUBORDINATE" }, gcp: { type: "SUBORDINATE" } }[cloud];
    const transform = (change: object) => ({ transform: { [cloud]: { authority: change } } });
    expect(JSON.stringify(await build(transform(tags)))).toContain('"team":"a"');
    await expect(build(transform(type))).rejects.toThrow("a transform breaks an invariant");
  });
});

describe("clusters of other accounts", () => {
  it("ask AWS with a token of their own, which no other pod has", async () => {
    const seen = await recordEstate((aws, gcp, azure) => {
      const authority = new CertificateAuthority("root", { site: aws as Site, organization });
      for (const at of [gcp, azure]) authority.issueIn(member(at as Site));
    });
    expect(typed(seen, /OpenIdConnectProvider/)).toHaveLength(2);
    const { values } = one(seen, "kubernetes:helm.sh/v3:Release", "azure-controller") as { values: object };
    expect(values).toMatchObject({
      env: { AWS_WEB_IDENTITY_TOKEN_FILE: "/var/run/identity/token" },
      volumes: [{ projected: { sources: [{ serviceAccountToken: { audience: "sts.amazonaws.com" } }] } }],
      podSecurityContext: { fsGroup: 65_532 },
    });
    const { assumeRolePolicy } = one(seen, "aws:iam/role:Role", "root-azure-issuer-role");
    expect(assumeRolePolicy).toContain("system:serviceaccount:aws-privateca-issuer:aws-privateca-issuer");
  });

  it("let the controller read no secret and change no configuration, whatever its chart says", async () => {
    const seen = await recordEstate((aws, gcp) => {
      new CertificateAuthority("root", { site: aws as Site, organization }).issueIn(member(gcp as Site));
    });
    const { values } = one(seen, "kubernetes:helm.sh/v3:Release", "gcp-controller");
    expect(values).toMatchObject({ rbac: { create: false } });
    const roles = typed(seen, /rbac.*:(ClusterRole|Role)$/).map(({ inputs }) => JSON.stringify(inputs["rules"]));
    expect(roles).toHaveLength(2);
    for (const rules of roles) expect(rules).not.toMatch(/secrets|configmaps|delete|[*]/);
  });

  it("are believed once, where somebody believes them already", async () => {
    const seen = await recordEstate((aws, gcp) => {
      const authority = new CertificateAuthority("root", { site: aws as Site, organization });
      const other = member(gcp as Site);
      const issuer = new Issuer("gcp-tokens", { site: aws as Site, of: { cluster: other.cluster } });
      authority.issueIn({ ...other, issuer });
    });
    expect(typed(seen, /OpenIdConnectProvider/).map(({ name }) => name)).toEqual(["gcp-tokens-provider"]);
  });

  it("cannot ask Google, and are told why", async () => {
    await recordEstate((aws, gcp) => {
      const authority = new CertificateAuthority("root", { site: gcp as Site, organization });
      const reason = expect.stringMatching(/is not of acme-prod: .*google-cas-issuer/) as string;
      const errors = [{ propertyPath: "cluster", reason }];
      expect(() => authority.issueIn(member(aws as Site))).toThrow(expect.objectContaining({ errors }));
    });
  });
});

describe("where a root is kept", () => {
  const homeOf = async (...names: readonly string[]) => {
    let home: string | undefined;
    await recordEstate((...sites) => {
      const clusters = names.map((name) => testCluster(sites.find((one) => one.name === name) as Site));
      home = CertificateAuthority.homeOf(clusters)?.name;
    });
    return home;
  };

  it.each([
    [["aws", "gcp", "azure"], "aws"],
    [["gcp", "azure", "aws"], "aws"],
    [["gcp"], "gcp"],
    [["gcp", "azure"], undefined],
    [["azure"], undefined],
    [[], undefined],
  ])("of %j it is %s", async (names, home) => expect(await homeOf(...names)).toBe(home));

  it("is nowhere in dev", async () => {
    await record("aws", (home) => {
      const dev = testCluster({ ...home, environment: "dev" });
      expect(CertificateAuthority.homeOf([dev])).toBeUndefined();
    });
  });
});

it("is refused on Azure, by name", async () => {
  const build = record("azure", (home) => new CertificateAuthority("root", { site: home, organization }));
  await expect(build).rejects.toThrow(/not available on azure: Key Vault signs no authorities/);
});
