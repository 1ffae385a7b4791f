import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate, testIdentity } from "../core/testing.ts";
import { resolveIdentity } from "./args.ts";
import { example } from "./example.ts";
import { Identity, type IdentityArgs, Issuer, Outbound, podParts, type Trust } from "./index.ts";

const jobs = { org: "acme", repo: "shop", repositoryId: "123456789", environment: "prod" };
const pods = { namespace: "shop", serviceAccount: "orders" };
const site = { cloud: "aws", accountId: "1", environment: "dev", tags: { environment: "dev" } } as Site;

describe("resolveIdentity", () => {
  it("fills in the defaults", () => {
    expect(resolveIdentity({ site })).toEqual({ sessionSeconds: 3600, tags: { environment: "dev" } });
  });
});

// every mistake is made on a real issuer, and each on the cloud where it can be made
const errorsOf = async (
  cloud: (typeof clouds)[number],
  args: (home: Site, github: Issuer) => Partial<IdentityArgs>,
) => {
  let paths: string[] = [];
  await record(cloud, (home) => {
    const github = new Issuer("github", { site: home, of: "github" });
    try {
      resolveIdentity({ site: home, ...args(home, github) });
    } catch (error) {
      paths = (error as { errors: { propertyPath: string }[] }).errors.map(({ propertyPath }) => propertyPath);
    }
  });
  return paths;
};

describe.each(clouds)("wrong trusts on %s", (cloud) => {
  it.each([
    ["no organization", { org: "" }, ["org"]],
    ["every repository of an organization", { repo: "*" }, ["repo"]],
    ["a repository with its organization", { repo: "acme/shop" }, ["repo"]],
    ["a repository without its number", { repositoryId: "" }, ["repositoryId"]],
    ["a name for a number", { repositoryId: "shop" }, ["repositoryId"]],
    ["no environment", { environment: "" }, ["environment"]],
    ["every environment", { environment: "*" }, ["environment"]],
    ["another claim smuggled in", { environment: "prod:ref:x" }, ["environment"]],
    [
      "all of it",
      { org: "*", repo: "?", repositoryId: "0", environment: "a b" },
      ["org", "repo", "repositoryId", "environment"],
    ],
  ])("names %s", async (_what, wrong, paths) => {
    const errors = await errorsOf(cloud, (_home, issuer) => ({ trust: [{ github: { ...jobs, ...wrong }, issuer }] }));
    expect(errors).toEqual(paths.map((path) => `trust[0].github.${path}`));
  });

  it.each([
    ["every namespace", { namespace: "*" }, ["namespace"]],
    ["a namespace no cluster has", { namespace: "Shop_1" }, ["namespace"]],
    ["every service account", { serviceAccount: "*" }, ["serviceAccount"]],
    ["the account that all pods of a namespace share", { serviceAccount: "default" }, ["serviceAccount"]],
    ["both", { namespace: "", serviceAccount: "" }, ["namespace", "serviceAccount"]],
  ])("names %s", async (_what, wrong, paths) => {
    const errors = await errorsOf(cloud, (home) => ({
      trust: [{ kubernetes: { cluster: testCluster(home), ...pods, ...wrong } }],
    }));
    expect(errors).toEqual(paths.map((path) => `trust[0].kubernetes.${path}`));
  });

  it("names a session that some cloud does not have", async () => {
    expect(await errorsOf(cloud, () => ({ sessionSeconds: 899 }))).toEqual(["sessionSeconds"]);
    expect(await errorsOf(cloud, () => ({ sessionSeconds: 3601 }))).toEqual(["sessionSeconds"]);
  });

  it.each(["accessKey", "certificate", "clientSecret", "password", "saml", "serviceAccountKey", "user"])(
    "refuses %s by name",
    async (keyed) => {
      const trust = [{ [keyed]: "x" }] as unknown as Trust[];
      expect(await errorsOf(cloud, () => ({ trust }))).toEqual([`trust[0].${keyed}`]);
    },
  );

  it("names what it does not know, what is there twice, and who belongs to the cloud itself", async () => {
    const errors = await errorsOf(cloud, (home, issuer) => ({
      trust: [
        {} as Trust,
        { github: jobs, issuer },
        { github: jobs, issuer },
        { identity: testIdentity(cloud), issuer },
        { kubernetes: { cluster: testCluster(home), ...pods }, issuer },
      ],
    }));
    const own = cloud === "gcp" ? ["trust[3].identity", "trust[3].identity"] : ["trust[3].identity"];
    expect(errors).toEqual(["trust[0]", "trust[2]", ...own, "trust[3].issuer", "trust[4].issuer"]);
  });
});

it("names a subject that Google Cloud cannot hold", async () => {
  const trust = (issuer: Issuer): Trust => ({
    github: { ...jobs, repo: "r".repeat(100), environment: "prod-eu" },
    issuer,
  });
  expect(await errorsOf("gcp", (_home, issuer) => ({ trust: [trust(issuer)] }))).toEqual(["trust[0].github"]);
  expect(await errorsOf("aws", (_home, issuer) => ({ trust: [trust(issuer)] }))).toEqual([]);
});

it("names the twenty-first credential of an identity on Azure", async () => {
  const many = (issuer: Issuer) =>
    Array.from({ length: 22 }, (_, index): Trust => ({ github: { ...jobs, environment: `e${index}` }, issuer }));
  expect(await errorsOf("azure", (_home, issuer) => ({ trust: many(issuer) }))).toEqual(["trust[20]", "trust[21]"]);
  expect(await errorsOf("gcp", (_home, issuer) => ({ trust: many(issuer) }))).toEqual([]);
});

describe.each(clouds)("Identity on %s", (cloud) => {
  it("asks for the same resources", async () => {
    expect(await record(cloud, example)).toMatchSnapshot();
  });

  it("trusts pods of its own account in the cloud's own way", async () => {
    const seen = await record(cloud, (home) => {
      const cluster = testCluster(home);
      const orders = new Identity("orders", { site: home, trust: [{ kubernetes: { cluster, ...pods } }] });
      const pod = orders.forServiceAccount({ cluster, ...pods });
      expect(pod.token).toBeUndefined();
      expect(podParts(pod, "config")).toEqual({ volumes: [], volumeMounts: [], env: [] });
    });
    expect(seen).toMatchSnapshot();
  });

  it("shares one issuer among identities", async () => {
    const seen = await record(cloud, (home) => {
      const issuer = new Issuer("github", { site: home, of: "github" });
      for (const environment of ["dev", "prod"]) {
        new Identity(`deployer-${environment}`, {
          site: home,
          trust: [{ github: { ...jobs, environment }, issuer }],
        });
      }
    });
    const registered = /:(OpenIdConnectProvider|WorkloadIdentityPool)$/;
    expect(seen.filter(({ type }) => registered.test(type))).toHaveLength(cloud === "azure" ? 0 : 1);
  });

  it("cannot be opened by a transform", async () => {
    const [child, change] = {
      aws: ["role", { assumeRolePolicy: "{}" }],
      gcp: ["provider", { attributeCondition: "true" }],
      azure: ["credential", { subject: "repo:acme/*" }],
    }[cloud] as [string, object];
    const opened = record(cloud, (home) => {
      const issuer = new Issuer("github", { site: home, of: "github" });
      new Identity("deployer", {
        site: home,
        trust: [{ github: jobs, issuer }],
        transform: { [cloud]: { [child]: change } },
      });
    });
    await expect(opened).rejects.toThrow("a transform breaks an invariant");
  });

  it("says nothing to pods that it does not trust", async () => {
    const asked = record(cloud, (home) => {
      const cluster = testCluster(home);
      const orders = new Identity("orders", { site: home, trust: [{ kubernetes: { cluster, ...pods } }] });
      orders.forServiceAccount({ cluster, namespace: "shop", serviceAccount: "other" });
    });
    await expect(asked).rejects.toThrow("orders does not trust shop/other");
  });
});

// from each cloud to each other one
const DIRECTIONS = clouds.flatMap((from) => clouds.filter((to) => to !== from).map((to) => ({ from, to })));
const siteOf = (sites: readonly Site[], cloud: string) => sites.find((one) => one.cloud === cloud) as Site;
const entra = (from: string, to: string) => (from === "azure" && to !== "azure" ? { audience: "api://acme" } : {});
const claimsOf = (seen: readonly Recorded[], to: string) => {
  const loader = seen.filter(({ name }) => name.startsWith("loader") || name.startsWith("issuer"));
  const kinds = { aws: /:Role$|:OpenId/, gcp: /:Workload|:IAMMember$/, azure: /:FederatedIdentityCredential$/ };
  return loader.filter(({ type }) => kinds[to as keyof typeof kinds].test(type)).map(({ inputs }) => inputs);
};

describe.each(DIRECTIONS)("from $from to $to", ({ from, to }) => {
  it("pins who may come and whom its token is for", async () => {
    const seen = await recordEstate((...sites) => {
      const [here, there] = [siteOf(sites, from), siteOf(sites, to)];
      const worker = new Identity("worker", { site: here });
      const loader = new Identity("loader", { site: there });
      const leave = new Outbound("leave", { site: here });
      const back = new Outbound("back", { site: there });
      const issuer = new Issuer("issuer", { site: there, of: { outbound: leave, ...entra(from, to) } });
      const other = new Issuer("other", { site: here, of: { outbound: back, ...entra(to, from) } });
      // each trusts the other
      loader.federate({ identity: worker.identity, issuer });
      worker.federate({ identity: loader.identity, issuer: other });
    });
    expect(claimsOf(seen, to)).toMatchSnapshot();
    expect(seen.filter(({ name }) => name.startsWith("leave-to"))).toHaveLength(from === "aws" ? 1 : 0);
  });

  it("lets pods in with a token of their own", async () => {
    let files: object = {};
    const seen = await recordEstate(async (...sites) => {
      const cluster = testCluster(siteOf(sites, from), "main");
      const issuer = new Issuer("issuer", { site: siteOf(sites, to), of: { cluster } });
      const trust = [{ kubernetes: { cluster, ...pods }, issuer }];
      const loader = new Identity("loader", { site: siteOf(sites, to), trust, sessionSeconds: 1800 });
      const pod = loader.forServiceAccount({ cluster, ...pods });
      expect(pod.token?.expirationSeconds).toBe(1800);
      const parts = podParts(pod, "loader-identity");
      expect(parts.env.map(({ name }) => name)).toMatchSnapshot();
      expect(JSON.stringify(parts.volumeMounts)).toContain("/var/run/identity");
      files = await new Promise<object>((known) => {
        output(pod.files).apply(known);
      });
    });
    expect(files).toMatchSnapshot();
    expect(claimsOf(seen, to)).toMatchSnapshot();
  });
});

describe("on AWS", () => {
  it("nobody may take a role that trusts nobody", async () => {
    const seen = await record("aws", (home) => new Identity("orders", { site: home }));
    expect(one(seen, "aws:iam/role:Role")["assumeRolePolicy"]).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}]}',
    );
  });

  it("trust comes before the policy is sent, or not at all", async () => {
    const late = record("aws", async (home) => {
      const issuer = new Issuer("github", { site: home, of: "github" });
      const deployer = new Identity("deployer", { site: home, trust: [{ github: jobs, issuer }] });
      await new Promise(setImmediate);
      deployer.federate({ github: { ...jobs, environment: "dev" }, issuer });
    });
    await expect(late).rejects.toThrow("the trust policy is on its way");
  });

  it("lets an identity ask for tokens of one audience, however many trust it there", async () => {
    const seen = await recordEstate((...sites) => {
      const [aws, azure] = [siteOf(sites, "aws"), siteOf(sites, "azure")];
      const github = new Issuer("github", { site: aws, of: "github" });
      const worker = new Identity("worker", { site: aws, trust: [{ github: jobs, issuer: github }] });
      const issuer = new Issuer("from-aws", { site: azure, of: { outbound: new Outbound("leave", { site: aws }) } });
      for (const name of ["one", "two"])
        new Identity(name, { site: azure }).federate({ identity: worker.identity, issuer });
    });
    expect(one(seen, "aws:iam/rolePolicy:RolePolicy")).toMatchSnapshot();
  });
});
