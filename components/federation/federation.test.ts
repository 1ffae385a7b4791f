import { output } from "@pulumi/pulumi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Cloud, Site } from "../core/site.ts";
import { testCluster, testNetwork } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate, recordProgram } from "../core/testing.ts";
import { allocate } from "../ipam/index.ts";
import { problemsOf } from "../objects/testing.ts";
import type { FederationArgs, Member } from "./args.ts";
import { flows } from "./flows.ts";
import { Federation } from "./index.ts";
import { planFederation } from "./plan.ts";
import { resolveQuota } from "./quota.ts";
import { memberRules } from "./rights.ts";

const JOB = "kubernetes:batch/v1:Job";
const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const backup = {
  bucket: { name: output("snapshots"), endpoint: output("https://acme.blob.core.windows.net/snapshots") },
  identity: { annotations: { of: "carrier" }, labels: {}, env: {}, files: {} },
};
/** A cluster for plans, which look at no resource. */
function planned(cloud: Cloud, name: string, environment: "dev" | "prod" = "prod", slot = 0): KubernetesCluster {
  const place = { region: "eu-west-1", location: "westeurope", name: cloud };
  return {
    name,
    site: { cloud, environment, ...place } as unknown as Site,
    network: { ...testNetwork(cloud), allocation: allocate(cloud, slot) },
    region: "eu-west-1",
  } as unknown as KubernetesCluster;
}
const host = planned("aws", "aws");
const home = host.site;
const three = [host, planned("gcp", "gcp"), planned("azure", "azure")].map((cluster) => ({ cluster }));
const plan = (more: Partial<FederationArgs> = {}) => planFederation({ host, members: three, backup, ...more });
/** A federation of clusters on the given sites, the first its host. */
const federate =
  (more: Partial<FederationArgs> = {}, member: (cluster: KubernetesCluster) => Partial<Member> = () => ({})) =>
  (...sites: readonly Site[]) => {
    const clusters = sites.map((site) => testCluster(site));
    const members = clusters.map((cluster) => ({ cluster, ...member(cluster) }));
    return new Federation("federation", { host: clusters[0] as KubernetesCluster, members, backup, ...more });
  };
const pull = ({ name }: KubernetesCluster) => ({ mode: name === "gcp" ? ("pull" as const) : ("push" as const) });

describe("planFederation", () => {
  it("fills in the defaults", () => {
    const { host: _, members, backup: __, ...rest } = plan();
    expect(rest).toMatchSnapshot();
    expect(members.map(({ cluster: ___, ...member }) => member)).toEqual(
      ["aws", "gcp", "azure"].map((name) => ({
        name,
        weight: 1,
        mode: "push",
        taints: [],
        kinds: [],
        tokenGeneration: 1,
      })),
    );
  });

  it("is small in dev", () => {
    const small = planned("gcp", "gcp", "dev");
    const { replicas, storage, backup: none } = planFederation({ host: small, members: [{ cluster: small }] });
    expect({ replicas, storage, none }).toEqual({
      replicas: { etcd: 1, apiServer: 1, controllers: 1 },
      storage: { gb: 10, className: undefined },
      none: undefined,
    });
  });

  it("names every mistake at once", () => {
    const taken = { ...planned("gcp", "aws"), region: "elsewhere" };
    const colliding = {
      ...planned("aws", "other"),
      network: { ...testNetwork("aws"), allocation: { ...allocate("aws", 0), services: "10.96.0.0/20" } },
    };
    const wrong: FederationArgs = {
      host: colliding,
      members: [
        { cluster: host, weight: 0, mode: "both" as "push", tokenGeneration: 0 },
        { cluster: taken, weight: 1.5, mode: "pull", tokenGeneration: 2 },
        {
          cluster: planned("azure", "Azure_1"),
          taints: [
            { key: "not a key", effect: "Never" as "NoExecute" },
            { key: "cluster.karmada.io/not-ready", effect: "NoExecute" },
          ],
          kinds: [
            { group: "*", resources: ["things"] },
            { group: "acme.example", resources: [] },
          ],
        },
      ],
      replicas: { etcd: 2, apiServer: 0, controllers: 11 },
      version: "1.12.0",
      entrance: { host: 2, clients: ["0.0.0.0/0", "somewhere"] },
      failover: { evict: false, tolerationSeconds: -1 },
      storage: { gb: 4 },
      restoreFrom: "../etcd",
    };
    const paths = [
      "members[0].weight",
      "members[0].mode",
      "members[0].tokenGeneration",
      "members[1].cluster",
      "members[1].weight",
      "members[1].tokenGeneration",
      "members[2].cluster",
      "members[2].taints[0].key",
      "members[2].taints[0].effect",
      "members[2].taints[1].key",
      "members[2].kinds[0]",
      "members[2].kinds[1].resources",
      "host",
      "version",
      "replicas.etcd",
      "replicas.apiServer",
      "replicas.controllers",
      "entrance.host",
      "entrance.clients[0]",
      "entrance.clients[1]",
      "failover.tolerationSeconds",
      "failover.tolerationSeconds",
      "storage.gb",
      "backup",
      "restoreFrom",
      "restoreFrom",
    ];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => planFederation(wrong)).toThrow(expect.objectContaining({ errors }));
  });

  it.each([
    [{ members: [] }, "members"],
    [{ host: planned("gcp", "aws") }, "host"],
    [{ replicas: { etcd: 1 } }, "replicas.etcd"],
    [{ entrance: { clients: [] } }, "entrance.clients"],
    [{ backup: { ...backup, schedule: "hourly" } }, "backup.schedule"],
  ])("refuses %#", (wrong, propertyPath) => {
    const errors = [expect.objectContaining({ propertyPath }) as object];
    expect(() => plan(wrong)).toThrow(expect.objectContaining({ errors }));
  });

  it("moves neither address nor store nor another member, whoever comes, goes or stands elsewhere", () => {
    const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 2 });
    fc.assert(
      fc.property(names, fc.nat(2), (all, cloud) => {
        const place = clouds[cloud] as Cloud;
        const planOf = (some: readonly string[]) =>
          planFederation({
            host: planned(place, "host"),
            members: some.map((name) => ({ cluster: planned(place, name) })),
            backup,
          });
        const [before, after] = [planOf(all), planOf(all.slice(1).toReversed())];
        expect(after.addresses).toEqual(before.addresses);
        expect(after.etcd).toEqual(before.etcd);
        const strip = ({ cluster: _, ...member }: (typeof before.members)[number]) => member;
        const known = before.members.map(strip);
        for (const member of after.members) expect(known).toContainEqual(strip(member));
      }),
    );
  });
});

describe("the ways between the parts", () => {
  it("are open at both ends, or at none", () => {
    const ways = flows(plan());
    const said = (end: "from" | "to") =>
      ways.flatMap((way) =>
        way[end].flatMap(({ who, ports }) =>
          typeof who === "string"
            ? ports.map((port) => (end === "to" ? [way.app, who, port] : [who, way.app, port]))
            : [],
        ),
      );
    const key = (way: readonly (string | number)[]) => way.join(" ");
    expect(said("to").map(key).toSorted()).toEqual(said("from").map(key).toSorted());
  });

  it("lead to etcd from four parts only", () => {
    const etcd = flows(plan()).find(({ app }) => app === "etcd");
    expect(etcd?.from.map(({ who }) => who)).toEqual([
      "etcd",
      "karmada-apiserver",
      "karmada-aggregated-apiserver",
      "etcd-backup",
    ]);
  });
});

describe("the rights on a member", () => {
  it("name every kind, and no secrets unless asked", () => {
    const words = (rules: ReturnType<typeof memberRules>) => rules.flatMap((rule) => Object.values(rule).flat());
    expect(words(memberRules([]))).not.toContain("*");
    expect(words(memberRules([]))).not.toContain("secrets");
    expect(words(memberRules([{ group: "", resources: ["secrets"] }]))).toContain("secrets");
  });
});

describe.each(clouds)("Federation on %s", (cloud) => {
  const build = (more: Partial<FederationArgs> = {}) => record(cloud, federate(more));

  it("asks for the same objects", async () => {
    expect(await build()).toMatchSnapshot();
  });

  it("is reached at a private address of its network's balancers", async () => {
    const entrance = one(await build(), "kubernetes:core/v1:Service", "entrance");
    expect(JSON.stringify(entrance)).toMatch(/[Ii]nternal/);
    expect(JSON.stringify(entrance)).not.toContain("0.0.0.0/0");
    const { addresses } = planFederation({ host: planned(cloud, "own"), members: three, backup });
    const own = { aws: /^10[.]16[.]151[.]/, gcp: /^10[.]32[.]151[.]/, azure: /^10[.]48[.]151[.]/ }[cloud];
    for (const address of addresses) expect(address).toMatch(own);
  });
});

describe("a federation of three clouds", () => {
  const clusterOf = ({ name }: Recorded) => /-(aws|gcp|azure)(-\d+)?$/.exec(name)?.[1];

  it("asks for the same objects, with one member in pull mode", async () => {
    const seen = await recordEstate(federate({}, pull));
    expect(seen.filter((resource) => clusterOf(resource) !== undefined)).toMatchSnapshot();
  });

  it("declares only what the kinds know", async () => {
    const seen = await recordEstate((...sites) => {
      const federation = federate({}, pull)(...sites);
      federation.quota("shop", {
        cpus: 10,
        memoryGb: 20,
        pods: 30,
        perCluster: { gcp: { cpus: 2, memoryGb: 4, pods: 6 } },
      });
    });
    expect(problemsOf(seen)).toEqual([]);
    expect(seen.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        "kubernetes:policy.karmada.io/v1alpha1:FederatedResourceQuota",
        "kubernetes:policy.karmada.io/v1alpha1:ClusterTaintPolicy",
        "kubernetes:config.karmada.io/v1alpha1:ResourceInterpreterCustomization",
      ]),
    );
  });

  it("leaves no word of the hub on members in push mode: they run on when it is lost", async () => {
    const seen = await recordEstate(federate());
    const onMembers = seen.filter((resource) => resource.name.includes("-member-"));
    expect(onMembers.map(clusterOf)).toEqual(expect.arrayContaining(["aws", "gcp", "azure"]));
    expect(onMembers).toHaveLength(3 * 7);
    const words = JSON.stringify(onMembers.map(({ inputs }) => inputs));
    for (const { addresses } of [plan()]) for (const address of addresses) expect(words).not.toContain(address);
    expect(words).not.toMatch(/apiserver|5443|karmada-system|kubeconfig/);
  });

  it("declares no object twice", async () => {
    const seen = await recordEstate(federate({}, pull));
    const keys = seen.map(({ type, name }) => `${type} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("gives a member another token, and touches nothing else, when one is rotated", async () => {
    const [before, after] = await Promise.resolve(recordEstate(federate())).then(async (first) => [
      first,
      await recordEstate(federate({}, ({ name }) => (name === "gcp" ? { tokenGeneration: 2 } : {}))),
    ]);
    const names = (seen: readonly Recorded[] | undefined) => (seen ?? []).map(({ name }) => name);
    const gone = names(before).filter((name) => !names(after).includes(name));
    const come = names(after).filter((name) => !names(before).includes(name));
    expect([gone, come]).toEqual([["federation-member-token-gcp-1"], ["federation-member-token-gcp-2"]]);
  });

  it("holds no token of a member in pull mode, and its agent has one job on the hub", async () => {
    const seen = await recordEstate(federate({}, pull));
    expect(seen.filter(({ name }) => /(hub|member)-token-gcp/.test(name))).toEqual([]);
    const { rules } = one(seen, "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "agent-hub-rights-gcp");
    expect(JSON.stringify(rules)).not.toContain("secrets");
    expect(one(seen, "kubernetes:rbac.authorization.k8s.io/v1:Role", "agent-work-rights-gcp")).toMatchObject({
      metadata: { namespace: "karmada-es-gcp" },
    });
  });

  it("keeps workloads where they are, if told to", async () => {
    const seen = await recordEstate((...sites) => {
      const { tolerations } = federate({ failover: { evict: false } })(...sites);
      expect(tolerations).toEqual([]);
    });
    expect(seen.some(({ type }) => type.includes("ClusterTaintPolicy"))).toBe(false);
    const { values } = one(seen, "kubernetes:helm.sh/v3:Release", "control-plane");
    expect(JSON.stringify(values)).toContain('"enable-no-execute-taint-eviction":"false"');
  });
});

describe("the hub's provider", () => {
  it("stays the same whatever its kubeconfig says, and blocks no other when the hub is gone", async () => {
    const seen = await recordProgram(() => federate()({ ...home, cloud: "aws" } as unknown as Site));
    expect(one(seen, "pulumi:providers:kubernetes", "-hub")).toMatchObject({
      clusterIdentifier: "karmada/federation",
      skipUpdateUnreachable: "true",
    });
    expect(one(seen, "pulumi:providers:kubernetes", "-hub")).not.toHaveProperty("deleteUnreachable");
  });
});

describe("a restore", () => {
  const restored = () => record("aws", federate({ restoreFrom: "etcd-backup-29384732-x7k2p.db" }));

  it("fills every volume from one snapshot before the store starts there", async () => {
    const seen = await restored();
    const jobs = seen.filter(({ type }) => type === JOB);
    expect(jobs).toHaveLength(3);
    const folder = "--data-dir=/var/lib/etcd/from-etcd-backup-29384732-x7k2p";
    for (const { inputs } of [...jobs, { inputs: one(seen, "kubernetes:apps/v1:StatefulSet") }]) {
      expect(JSON.stringify(inputs)).toContain(folder);
    }
    const names = jobs.map(({ inputs }) => (inputs["metadata"] as { name: string }).name);
    expect(names.every((name) => name.length <= 63)).toBe(true);
  });

  it("is no part of a federation that was told of none", async () => {
    const seen = await record("aws", federate());
    expect(seen.filter(({ type }) => type === JOB)).toEqual([]);
    expect(JSON.stringify(one(seen, "kubernetes:apps/v1:StatefulSet"))).toContain("--data-dir=/var/lib/etcd/first");
  });
});

describe("a transform", () => {
  it("changes what it names", async () => {
    const kubernetes = { etcdBudget: { spec: { maxUnavailable: 0 } } };
    const seen = await record("gcp", federate({ transform: { kubernetes } }));
    expect(one(seen, "kubernetes:policy/v1:PodDisruptionBudget")).toMatchObject({ spec: { maxUnavailable: 0 } });
  });

  it.each([
    { memberRights: { rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }] } },
    { entrance: { spec: { loadBalancerSourceRanges: ["0.0.0.0/0"] } } },
    { namespace: { metadata: { labels: { "pod-security.kubernetes.io/enforce": "privileged" } } } },
    { memberTraffic: { spec: { podSelector: {}, ingress: [{}] } } },
  ])("opens nothing: %j", async (kubernetes) => {
    await expect(record("gcp", federate({ transform: { kubernetes } }))).rejects.toThrow("breaks an invariant");
  });
});

describe("resolveQuota", () => {
  it("names every mistake at once", () => {
    const wrong = { cpus: 0, memoryGb: 10, pods: 5.5, perCluster: { mars: { cpus: 1, memoryGb: 11, pods: -1 } } };
    const paths = [
      "cpus",
      "perCluster.*.cpus",
      "perCluster.*.memoryGb",
      "pods",
      "perCluster.mars.pods",
      "perCluster.mars",
    ];
    const errors = paths.map((propertyPath) => expect.objectContaining({ propertyPath }) as object);
    expect(() => resolveQuota("shop", wrong, ["aws"])).toThrow(expect.objectContaining({ errors }));
  });
});

describe("what is closed", () => {
  it("has a policy in every namespace, on host, members and hub", async () => {
    const seen = await recordEstate(federate());
    const namespaces = seen.filter(({ type }) => type === "kubernetes:core/v1:Namespace");
    const closed = seen.filter(({ type, inputs }) => {
      if (type !== POLICY) return false;
      const { podSelector, ingress } = inputs["spec"] as { podSelector: object; ingress?: unknown };
      return Object.keys(podSelector).length === 0 && ingress === undefined;
    });
    expect(closed).toHaveLength(namespaces.length);
  });
});
