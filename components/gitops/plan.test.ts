import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GitOpsArgs, Tenant } from "./args.ts";
import type { KindSet } from "./kinds.ts";
import { placesOf, planGitOps, planTenant } from "./plan.ts";
import { common, groups, planned } from "./testing.ts";

const argsOf = (names: readonly string[], waves: readonly number[] = []): GitOpsArgs => {
  const clusters = names.map((name) => planned(name));
  const [host = planned("host")] = clusters;
  return { ...common, host, clusters: clusters.map((cluster, index) => ({ cluster, wave: waves[index] ?? 0 })) };
};
const tenantOf = (namespaces: readonly string[], more: Partial<Tenant> = {}): Tenant => ({
  source: { repository: "public" },
  namespaces: namespaces.map((name) => ({ name })),
  groups,
  ...more,
});
const NOBODY: ReadonlyMap<string, string> = new Map();
const mistakes = (paths: readonly string[]) =>
  expect.objectContaining({
    errors: paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object),
  }) as Error;

describe("planGitOps", () => {
  it("applies its defaults", () => {
    const plan = planGitOps({ ...argsOf(["one", "two"]) });
    expect(plan).toMatchObject({
      replicas: 2,
      sso: { groupsClaim: "groups" },
      operators: [],
      backup: undefined,
      repositoryPorts: [443, 22],
      destinations: [
        { name: "one", wave: 0, tokenGeneration: 1, local: true },
        { name: "two", local: false },
      ],
    });
    expect(planGitOps({ ...argsOf(["one"]), repositories: common.repositories.slice(0, 1) }).repositoryPorts).toEqual([
      443,
    ]);
  });

  it("names every mistake at once", () => {
    const host = planned("host");
    const wrong: GitOpsArgs = {
      host,
      clusters: [
        { cluster: host, tokenGeneration: 2, wave: 10 },
        { cluster: planned("Two"), tokenGeneration: 0 },
        { cluster: planned("host") },
      ],
      repositories: [
        { name: "Apps", url: "http://git.example/apps" },
        { name: "apps", url: "https://user:word@git.example/apps" },
        { name: "apps", url: "ssh://git@git.example/apps" },
        { name: "keys", url: "https://git.example/keys", credentials: { form: "sshKey", key: "" } },
        { name: "form", url: "https://git.example/keys", credentials: { form: "token" as "password", key: "k" } },
      ],
      sso: { issuer: "http://login.example", clientId: " ", groupsClaim: "" },
      url: "https://argocd.example/",
      gatewayNamespace: "Gateway",
      operators: ["a,b", "*"],
      replicas: 1,
      knownHosts: ["git.example"],
      backup: { to: undefined as never, schedule: "daily", keepDays: 0 },
    };
    const paths = [
      "clusters[0].wave",
      "clusters[0].tokenGeneration",
      "clusters[1].cluster",
      "clusters[1].tokenGeneration",
      "clusters[2].cluster",
      "clusters[2].cluster",
      "repositories[0].name",
      "repositories[0].url",
      "repositories[1].url",
      "repositories[2].name",
      "repositories[2].credentials",
      "repositories[3].credentials",
      "repositories[3].credentials.form",
      "repositories[3].credentials.key",
      "repositories[4].url",
      "repositories[4].credentials",
      "repositories[4].credentials.form",
      "sso.issuer",
      "sso.clientId",
      "sso.groupsClaim",
      "url",
      "gatewayNamespace",
      "operators[0]",
      "operators[1]",
      "replicas",
      "knownHosts[0]",
      "backup.schedule",
      "backup.keepDays",
    ];
    expect(() => planGitOps(wrong)).toThrow(mistakes(paths));
    const nothing = { ...argsOf([]), repositories: [], replicas: 2.5 };
    expect(() => planGitOps(nothing)).toThrow(mistakes(["clusters", "repositories", "replicas"]));
  });
});

describe("planTenant", () => {
  it("names every mistake at once", () => {
    const plan = planGitOps(argsOf(["one", "two"]));
    const taken = new Map([["two/shop", "shop"]]);
    const wrong = tenantOf(["kube-things", "Api", "shop", "shop"], {
      source: { repository: "elsewhere", path: "../secrets", revision: "a..b" },
      clusters: ["two", "two", "three"],
      kinds: ["workloads", "workloads", "everything" as KindSet],
      groups: { ...groups, admins: { name: "", kubernetes: { aws: "a,b" } } },
    });
    const paths = [
      "name",
      "source.repository",
      "source.path",
      "source.revision",
      "clusters[1]",
      "clusters[2]",
      "namespaces[3]",
      "namespaces[0].name",
      "namespaces[1].name",
      "namespaces[2].name",
      "namespaces[2].name",
      "namespaces[3].name",
      "namespaces[3].name",
      "kinds[1]",
      "kinds[2]",
      "groups.admins.name",
      "groups.admins.kubernetes.aws",
    ];
    expect(() => planTenant("shop", wrong, plan, taken)).toThrow(mistakes(paths));
    const nothing = tenantOf([], { clusters: [], kinds: [] });
    expect(() => planTenant("default", nothing, plan, NOBODY)).toThrow(
      mistakes(["name", "clusters", "namespaces", "kinds"]),
    );
  });

  it("applies its defaults", () => {
    const plan = planTenant("shop", tenantOf(["shop"]), planGitOps(argsOf(["one", "two"])), NOBODY);
    expect(plan).toMatchObject({
      revision: "main",
      prune: false,
      repositoryUrl: "https://git.example/public",
      waves: [0],
    });
    expect(plan.clusters.map(({ name }) => name)).toEqual(["one", "two"]);
    expect(plan.kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["Deployment", "Service", "ConfigMap"]));
    expect(plan.kinds.map(({ kind }) => kind)).not.toContain("ExternalSecret");
  });

  it("says where in the repository each application is", () => {
    const plan = planGitOps(argsOf(["one"]));
    const pathsOf = (name: string, tenant: Tenant) =>
      planTenant(name, tenant, plan, NOBODY).applications.map(({ path }) => path);
    expect(pathsOf("payments", tenantOf(["api"]))).toEqual(["teams/payments/one/api"]);
    expect(pathsOf("platform", tenantOf(["apps"]))).toEqual(["platform/one/apps"]);
    expect(pathsOf("payments", tenantOf(["api"], { source: { repository: "public", path: "deploy" } }))).toEqual([
      "deploy/one/api",
    ]);
  });
});

const label = fc
  .stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/)
  .filter((name) => !/^(kube-|default$|velero$|argocd)/.test(name));
const names = (most: number) => fc.uniqueArray(label, { minLength: 1, maxLength: most });
const places = fc.record({
  clusters: names(5),
  namespaces: names(4),
  waves: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
});

describe("applications", () => {
  it("are one for each namespace on each cluster, each with a name and a folder of its own", () => {
    fc.assert(
      fc.property(places, ({ clusters, namespaces, waves }) => {
        const { applications } = planTenant("team", tenantOf(namespaces), planGitOps(argsOf(clusters, waves)), NOBODY);
        const wanted = clusters.flatMap((cluster) => namespaces.map((namespace) => `${cluster}/${namespace}`));
        expect(placesOf({ applications }).toSorted()).toEqual(wanted.toSorted());
        for (const key of ["name", "path"] as const) {
          expect(new Set(applications.map((one) => one[key])).size).toBe(wanted.length);
        }
      }),
    );
  });

  it("stay what they are when a cluster comes, goes or moves", () => {
    fc.assert(
      fc.property(places, fc.nat(), ({ clusters, namespaces }, at) => {
        const gone = clusters[at % clusters.length] as string;
        const rest = clusters.filter((name) => name !== gone);
        fc.pre(rest.length > 0);
        const of = (order: readonly string[]) =>
          planTenant("team", tenantOf(namespaces), planGitOps(argsOf(order)), NOBODY).applications.map(
            ({ name, path }) => `${name} ${path}`,
          );
        const stayed = of(clusters).filter((one) => !one.includes(`.${gone}.`));
        expect(of(rest.toReversed()).toSorted()).toEqual(stayed.toSorted());
      }),
    );
  });

  it("change in the order of waves, each cluster in one", () => {
    fc.assert(
      fc.property(places, ({ clusters, namespaces, waves }) => {
        const plan = planTenant("team", tenantOf(namespaces), planGitOps(argsOf(clusters, waves)), NOBODY);
        expect(plan.waves).toEqual([...new Set(waves.slice(0, clusters.length))].toSorted((one, two) => one - two));
        for (const { cluster } of plan.applications) expect(plan.waves).toContain(cluster.wave);
      }),
    );
  });

  it("of two teams never meet", () => {
    fc.assert(
      fc.property(names(3), names(4), names(4), label, label, (clusters, mine, yours, one, two) => {
        fc.pre(one !== two);
        const plan = planGitOps(argsOf(clusters));
        const first = planTenant(one, tenantOf(mine), plan, NOBODY);
        const taken = new Map(placesOf(first).map((place) => [place, one]));
        const build = () => planTenant(two, tenantOf(yours), plan, taken);
        if (mine.some((name) => yours.includes(name))) {
          expect(build).toThrow();
          return;
        }
        const both = [...first.applications, ...build().applications];
        expect(new Set(both.map(({ name }) => name)).size).toBe(both.length);
      }),
    );
  });
});
