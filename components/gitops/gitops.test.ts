import { describe, expect, it } from "vitest";
import { Addons } from "../addons/index.ts";
import { Backup } from "../backup/index.ts";
import { Bucket } from "../bucket/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import { GitOps, type GitOpsArgs, Team } from "./index.ts";
import { FOREIGN, KIND_SETS, type KindSet, kindsOf } from "./kinds.ts";
import { common, groups } from "./testing.ts";

const PROJECT = "kubernetes:argoproj.io/v1alpha1:AppProject";
const SET = "kubernetes:argoproj.io/v1alpha1:ApplicationSet";
const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const RELEASE = "kubernetes:helm.sh/v3:Release";
const SECRET = "kubernetes:core/v1:Secret";

/** Argo CD on the first site, for all, with a platform and two teams. */
const estate =
  (more: Partial<GitOpsArgs> = {}, wave: (index: number) => number = () => 0) =>
  (...sites: readonly Site[]) => {
    const clusters = sites.map((site) => testCluster(site));
    const gitops = new GitOps("gitops", {
      ...common,
      host: clusters[0] as KubernetesCluster,
      clusters: clusters.map((cluster, index) => ({ cluster, wave: wave(index) })),
      platform: { source: { repository: "public" }, namespaces: [{ name: "platform-apps" }], groups },
      ...more,
    });
    const team = (name: string, namespaces: readonly string[]) =>
      new Team(name, {
        gitops,
        source: { repository: "private" },
        namespaces: namespaces.map((own) => ({ name: own })),
        groups,
      });
    return [team("payments", ["payments-api", "payments-jobs"]), team("shop", ["shop"])];
  };
const rolesOf = (seen: readonly Recorded[]) => seen.filter(({ type }) => /:(Cluster)?Role$/.test(type));
/** What a Secret says, which the state keeps encrypted. */
const sealed = (inputs: Recorded["inputs"]) => {
  const { stringData } = inputs as { stringData: { value: Readonly<Record<string, string>> } };
  return stringData.value;
};
const metadataOf = ({ inputs }: Recorded) => (inputs["metadata"] ?? {}) as { name?: string; namespace?: string };

describe.each(clouds)("GitOps on %s", (cloud) => {
  const build = (more: Partial<GitOpsArgs> = {}) => record(cloud, (site) => estate(more)(site));

  it("asks for the same objects, as Argo CD and External Secrets know them", async () => {
    expect(problemsOf(await build())).toEqual([]);
    const seen = await record(cloud, (site) => {
      const cluster = testCluster(site);
      const gitops = new GitOps("gitops", { ...common, host: cluster, clusters: [{ cluster }] });
      const source = { repository: "public" };
      return new Team("shop", { gitops, source, namespaces: [{ name: "shop" }], groups, kinds: ["settings"] });
    });
    // what a closed namespace has is seen where Namespace is tested
    expect(seen.filter(({ name }) => !/-(quota|defaults|policy-[a-z-]+)$/.test(name))).toMatchSnapshot();
  });

  it("needs no token where it runs", async () => {
    const tokens = (await build()).filter(({ inputs }) => inputs["type"] === "kubernetes.io/service-account-token");
    expect(tokens).toEqual([]);
  });

  it("has no local account, no shell and no project for everybody", async () => {
    const seen = await build();
    const { configs, createClusterRoles } = one(seen, RELEASE)["values"] as {
      createClusterRoles: boolean;
      configs: { cm: Record<string, string>; rbac: Record<string, string> };
    };
    expect(createClusterRoles).toBe(false);
    expect(configs.rbac["policy.default"]).toBe("");
    expect(configs.cm).toMatchObject({
      "admin.enabled": "false",
      "users.anonymous.enabled": "false",
      "exec.enabled": "false",
      "application.sync.impersonation.enabled": "true",
    });
    expect(one(seen, PROJECT, "nobody")).toMatchObject({
      metadata: { name: "default" },
      spec: { sourceRepos: [], destinations: [], namespaceResourceBlacklist: [{ group: "*", kind: "*" }] },
    });
  });

  it("lets what renders other people's files reach repositories, and no API server", async () => {
    const seen = await build();
    const host = one(seen, POLICY, "traffic-host") as { spec: { podSelector: object } };
    expect(host.spec.podSelector).toEqual({
      matchExpressions: [{ key: "app.kubernetes.io/name", operator: "NotIn", values: ["argocd-repo-server"] }],
    });
    const { allocation } = await planned(cloud);
    const ways = JSON.stringify(one(seen, POLICY, "traffic-repositories"));
    expect(ways).toContain(`"except":["169.254.0.0/16","${allocation.services}","${allocation.controlPlane}"]`);
  });

  it("has one of each in dev and more in prod", async () => {
    const values = async (environment: "dev" | "prod") => {
      const seen = await record(cloud, (site) => estate()({ ...site, environment }));
      return one(seen, RELEASE)["values"] as { server: { replicas: number }; "redis-ha": { enabled: boolean } };
    };
    expect(await values("dev")).toMatchObject({ server: { replicas: 1 }, "redis-ha": { enabled: false } });
    expect(await values("prod")).toMatchObject({ server: { replicas: 2 }, "redis-ha": { enabled: true } });
  });
});

async function planned(cloud: (typeof clouds)[number]) {
  let network: KubernetesCluster["network"] | undefined;
  await record(cloud, (site) => {
    network = testCluster(site).network;
  });
  if (network === undefined) throw new Error("no network");
  return network;
}

describe("GitOps for three clouds", () => {
  it("asks for the same applications, wave by wave", async () => {
    const seen = await recordEstate(estate({}, (index) => Math.min(index, 1)));
    expect(seen.filter(({ type }) => type === PROJECT || type === SET)).toMatchSnapshot();
    expect(problemsOf(seen)).toEqual([]);
    const set = one(seen, SET, "payments-applications") as { spec: { strategy: { rollingSync: { steps: object[] } } } };
    expect(set.spec.strategy.rollingSync.steps).toHaveLength(2);
  });

  it("changes all clusters at once where nobody named a wave", async () => {
    const set = one(await recordEstate(estate()), SET, "payments-applications") as { spec: object };
    expect(set.spec).not.toHaveProperty("strategy");
  });

  it("writes out every right, and writes nothing where it reads", async () => {
    const roles = rolesOf(await recordEstate(estate()));
    expect(roles.length).toBeGreaterThan(40);
    for (const { inputs } of roles) expect(JSON.stringify(inputs["rules"])).not.toContain('"*"');
    const readers = roles.filter(({ name }) => name.startsWith("gitops-reader-"));
    expect(readers).toHaveLength(3);
    for (const { inputs } of readers) {
      expect(JSON.stringify(inputs["rules"])).not.toMatch(/"secrets"|create|update|patch|delete|impersonate/);
    }
  });

  it("gives nobody the secrets, and nobody but Argo CD a deployer's rights", async () => {
    const seen = await recordEstate(estate());
    expect(JSON.stringify(rolesOf(seen))).not.toMatch(/"secrets"|pods\/exec|"bind"|"escalate"/);
    const deployers = seen.filter(({ name, type }) => type.endsWith(":ServiceAccount") && name.includes("-deployer-"));
    expect(deployers).toHaveLength(4 * 3);
    for (const deployer of deployers) expect(metadataOf(deployer).namespace).toBe("argocd-access");
    const acting = rolesOf(seen).filter(({ inputs }) => JSON.stringify(inputs["rules"]).includes("impersonate"));
    expect(acting).toHaveLength(4 * 3);
    for (const { inputs } of acting) {
      expect(inputs["rules"]).toEqual([expect.objectContaining({ resourceNames: [expect.any(String)] })]);
    }
  });

  it("calls a group what the cluster calls it, and Argo CD what the issuer calls it", async () => {
    const seen = await recordEstate(estate());
    const whoIn = (cluster: string) =>
      one(seen, "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", `${cluster}-shop-admins`)["subjects"];
    const called = (name: string) => [{ kind: "Group", name, apiGroup: "rbac.authorization.k8s.io" }];
    expect(whoIn("gcp")).toEqual(called("leads@acme.example"));
    expect(whoIn("aws")).toEqual(called("leads"));
    const { roles } = one(seen, PROJECT, "shop-project")["spec"] as { roles: object[] };
    expect(roles).toContainEqual(expect.objectContaining({ name: "admins", groups: ["leads"] }));
  });

  it("lets repositories name secrets only where somebody said so", async () => {
    const allowed = async (kinds?: readonly KindSet[]) => {
      const seen = await record("aws", (site) => {
        const cluster = testCluster(site);
        const gitops = new GitOps("gitops", { ...common, host: cluster, clusters: [{ cluster }] });
        new Team("shop", { gitops, source: { repository: "public" }, namespaces: [{ name: "shop" }], groups, kinds });
      });
      return JSON.stringify([
        one(seen, PROJECT, "shop-project"),
        rolesOf(seen).filter(({ name }) => name.startsWith("shop")),
      ]);
    };
    expect(await allowed()).not.toContain("xternal");
    expect(await allowed(["secrets"])).toContain("externalsecrets");
  });

  it("declares nothing twice", async () => {
    const seen = await recordEstate(estate());
    const objects = seen.filter(({ type }) => type.startsWith("kubernetes:") && type !== RELEASE);
    // all stands on the host but what is called after another cluster; the host's list of clusters is so too
    const clusterOf = ({ name }: Recorded) =>
      name.startsWith("gitops-destination-") ? "aws" : (/-(aws|gcp|azure)(-|$)/.exec(name)?.[1] ?? "aws");
    const keys = objects.map((object) => {
      const { name, namespace = "" } = metadataOf(object);
      return [clusterOf(object), object.type, namespace, name].join(" ");
    });
    expect(keys.length).toBeGreaterThan(150);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  it("declares no kind in a team's namespace that its repository may", async () => {
    const seen = await recordEstate(estate());
    const inside = seen.filter((object) => ["payments-api", "shop"].includes(metadataOf(object).namespace ?? ""));
    const ours = new Set(inside.map(({ type }) => type.split(":").at(-1) ?? type));
    expect(ours).toEqual(new Set(["LimitRange", "NetworkPolicy", "ResourceQuota", "Role", "RoleBinding"]));
    expect(kindsOf(KIND_SETS).filter(({ kind }) => ours.has(kind))).toEqual([]);
  });

  it("lets no project have what is somebody else's, whatever a transform says", async () => {
    const foreign = (group: string, kind: string) =>
      FOREIGN.some(
        (one) =>
          (one.group === group || (one.group.startsWith("*") && group.endsWith(one.group.slice(1)))) &&
          (one.kind === kind || one.kind === "*"),
      );
    for (const { group, kind } of kindsOf(KIND_SETS)) expect([kind, foreign(group, kind)]).toEqual([kind, false]);
    for (const [group, kind] of [
      ["", "Namespace"],
      ["apiextensions.k8s.io", "CustomResourceDefinition"],
      ["networking.istio.io", "VirtualService"],
      ["policy.karmada.io", "PropagationPolicy"],
    ] as const) {
      expect(foreign(group, kind)).toBe(true);
    }
    const project = { spec: { namespaceResourceBlacklist: [] } };
    await expect(recordEstate(estate({ transform: { kubernetes: { project } } }))).rejects.toThrow("invariant");
  });

  it("knows another cluster by its newest token, sealed", async () => {
    const seen = await recordEstate((...sites) => {
      const clusters = sites.map((site) => testCluster(site));
      const [host, other] = clusters as [KubernetesCluster, KubernetesCluster];
      new GitOps("gitops", { ...common, host, clusters: [{ cluster: host }, { cluster: other, tokenGeneration: 2 }] });
    });
    expect(one(seen, SECRET, "token-gcp-2")).toMatchObject({ metadata: { name: "argocd-2" } });
    const { config, server } = sealed(one(seen, SECRET, "destination-gcp"));
    expect(server).toBe("https://gcp.example");
    expect(JSON.parse(config ?? "")).toMatchObject({ tlsClientConfig: { insecure: false, caData: "Y2E=" } });
  });

  it("is copied without its secrets", async () => {
    const seen = await recordEstate((...sites) => {
      const cluster = testCluster(sites[0] as Site);
      const addons = new Addons("addons", { cluster, only: ["velero"] });
      const data = { class: "confidential", owner: "platform", retentionDays: 30 } as const;
      const bucket = new Bucket("copies", { site: cluster.site, data });
      const to = new Backup("nightly", { cluster, addons, bucket });
      new GitOps("gitops", { ...common, host: cluster, clusters: [{ cluster }], backup: { to, keepDays: 7 } });
    });
    const { template } = one(seen, "kubernetes:velero.io/v1:Schedule", "gitops-backup")["spec"] as { template: object };
    expect(template).toMatchObject({ includedNamespaces: ["argocd"], storageLocation: "nightly", ttl: "168h0m0s" });
    expect(JSON.stringify(template)).not.toContain("secrets");
    expect(problemsOf(seen)).toEqual([]);
  });

  it("holds no credential of a repository", async () => {
    const seen = await recordEstate(estate());
    expect(sealed(one(seen, SECRET, "repository-public"))).toEqual({ type: "git", url: "https://git.example/public" });
    const credentials = one(seen, "kubernetes:external-secrets.io/v1:ExternalSecret", "private");
    expect(credentials).toMatchObject({
      spec: {
        secretStoreRef: { kind: "ClusterSecretStore", name: "estate" },
        data: [{ secretKey: "sshPrivateKey", remoteRef: { key: "deploy-key", property: "sshPrivateKey" } }],
      },
    });
  });
});
