import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cloud } from "../core/site.ts";
import { testNetwork } from "../core/testing/estate.ts";
import { clouds } from "../core/testing.ts";
import { allocate } from "../ipam/index.ts";
import type { FederationArgs } from "./args.ts";
import { flows } from "./flows.ts";
import { planFederation } from "./plan.ts";
import { resolveQuota } from "./quota.ts";
import { memberRules } from "./rights.ts";
import { backup, planned } from "./testing.ts";

const host = planned("aws", "aws");
const three = [host, planned("gcp", "gcp"), planned("azure", "azure")].map((cluster) => ({ cluster }));
const plan = (more: Partial<FederationArgs> = {}) => planFederation({ host, members: three, backup, ...more });

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
      storage: { gb: 10, className: "federation-etcd" },
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
        const strip = (member: (typeof before.members)[number]) => ({ ...member, cluster: undefined });
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
