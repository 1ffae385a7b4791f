import { describe, expect, it } from "vitest";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Site } from "../core/site.ts";
import { testCluster } from "../core/testing/estate.ts";
import { clouds, one, type Recorded, record, recordEstate, recordProgram } from "../core/testing.ts";
import { problemsOf } from "../objects/testing.ts";
import type { FederationArgs, Member } from "./args.ts";
import { Federation } from "./index.ts";
import { planFederation } from "./plan.ts";
import { backup, planned } from "./testing.ts";

const JOB = "kubernetes:batch/v1:Job";
const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
/** A federation of clusters on the given sites, the first its host. */
const federate =
  (more: Partial<FederationArgs> = {}, member: (cluster: KubernetesCluster) => Partial<Member> = () => ({})) =>
  (...sites: readonly Site[]) => {
    const clusters = sites.map((site) => testCluster(site));
    const members = clusters.map((cluster) => ({ cluster, ...member(cluster) }));
    return new Federation("federation", { host: clusters[0] as KubernetesCluster, members, backup, ...more });
  };
const pull = ({ name }: KubernetesCluster) => ({ mode: name === "gcp" ? ("pull" as const) : ("push" as const) });

describe.each(clouds)("Federation on %s", (cloud) => {
  const build = (more: Partial<FederationArgs> = {}) => record(cloud, federate(more));

  it("asks for the same objects", async () => {
    expect(await build()).toMatchSnapshot();
  });

  it("is reached at a private address of its network's balancers", async () => {
    const entrance = one(await build(), "kubernetes:core/v1:Service", "entrance");
    expect(JSON.stringify(entrance)).toMatch(/[Ii]nternal/);
    expect(JSON.stringify(entrance)).not.toContain("0.0.0.0/0");
    const host = planned(cloud, cloud);
    const { addresses } = planFederation({ host, members: [{ cluster: host }], backup });
    for (const address of addresses) expect(JSON.stringify(entrance)).toContain(address);
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
    const host = planned("aws", "aws");
    const { addresses } = planFederation({ host, members: [{ cluster: host }], backup });
    for (const address of addresses) expect(words).not.toContain(address);
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
    const tokens = (generation: number) => ["hub", "member"].map((at) => `federation-${at}-token-gcp-${generation}`);
    expect([gone, come]).toEqual([tokens(1), tokens(2)]);
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
    const seen = await recordProgram(() => federate()(planned("aws", "aws").site));
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
