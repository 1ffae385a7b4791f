import { type Limit, notWhole, validate } from "../core/validate.ts";
import { overlaps, RESERVED } from "../ipam/index.ts";
import type { FederationArgs, Member } from "./args.ts";
import { MINORS, releaseOf } from "./versions.ts";

// a cluster's name becomes that of namespaces (`karmada-es-<name>`, 63) and labels
const CLUSTER_NAME = /^[a-z0-9]([-a-z0-9]{0,46}[a-z0-9])?$/;
const CIDR = /^(\d{1,3}\.){3}\d{1,3}\/(\d|[12]\d|3[0-2])$/;
const CRON = /^(\S+\s+){4}\S+$/;
// part of a job's name (63 with what stands before it), and of a folder's
const SNAPSHOT = /^[a-z0-9][-a-z0-9]{0,38}[a-z0-9]\.db$/;
const KEY = /^([a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const MODES = ["push", "pull"];
const EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

/** Throws once, with everything that is wrong. */
export function checkFederation(args: FederationArgs): void {
  const { host, members, version, entrance = {}, failover = {}, storage = {} } = args;
  const { services, network, pods } = host.network.allocation;
  validate("invalid federation", [
    ["members", members.length === 0, "must name at least one cluster"],
    ...members.flatMap((member, index) => memberLimits(member, members.slice(0, index), `members[${index}]`)),
    // two clusters of one name are one to the hub
    [
      "host",
      members.some(({ cluster }) => cluster.name === host.name && cluster !== host),
      `${host.name} is also the name of a member that is another cluster`,
    ],
    ...overlaps([
      ["the federation's services", RESERVED.federation],
      [`services of ${host.name}`, services],
      [`pods of ${host.name}`, pods],
      [`network of ${host.name}`, network],
    ])
      .filter((both) => both.includes("federation's"))
      .map((both): Limit => ["host", true, `${both} meet`]),
    [
      "version",
      version !== undefined && releaseOf(version) === undefined,
      `must be a patch of ${MINORS.join(", ")} (supported releases of Karmada), got ${version ?? ""}`,
    ],
    ...replicaLimits(args),
    // the first and last addresses of a subnet are the clouds', and a zone's part of the block is a /26
    ["entrance.host", notWhole(entrance.host ?? 30, 5, 60), `must be 5 to 60, got ${entrance.host ?? ""}`],
    ["entrance.clients", entrance.clients?.length === 0, "must name who runs Pulumi: nobody else can declare anything"],
    ...(entrance.clients ?? []).flatMap((range, index): Limit[] => [
      [`entrance.clients[${index}]`, !CIDR.test(range), `must be a CIDR range, got ${range}`],
      [`entrance.clients[${index}]`, range.endsWith("/0"), "is everybody"],
    ]),
    [
      "failover.tolerationSeconds",
      notWhole(failover.tolerationSeconds ?? 300, 0, 86_400),
      `must be 0 to 86400, got ${failover.tolerationSeconds ?? ""}`,
    ],
    [
      "failover.tolerationSeconds",
      failover.evict === false && failover.tolerationSeconds !== undefined,
      "means nothing without `evict`",
    ],
    // etcd's own limit for its store is 8 GiB, beside which compaction needs room
    ["storage.gb", notWhole(storage.gb ?? 10, 10, 1024), `must be 10 to 1024, got ${storage.gb ?? ""}`],
    ...backupLimits(args),
  ]);
}

function memberLimits(
  { cluster, weight = 1, mode = "push", taints = [], ...more }: Member,
  earlier: readonly Member[],
  at: string,
): readonly Limit[] {
  const { kinds = [], tokenGeneration = 1 } = more;
  return [
    [`${at}.cluster`, earlier.some((other) => other.cluster.name === cluster.name), `${cluster.name} is there twice`],
    [
      `${at}.cluster`,
      !CLUSTER_NAME.test(cluster.name),
      `its name must match ${CLUSTER_NAME.source}, got ${cluster.name}`,
    ],
    [`${at}.weight`, notWhole(weight, 1, 1000), `must be 1 to 1000, got ${weight}`],
    [`${at}.mode`, !MODES.includes(mode), `must be push or pull, got ${mode}`],
    [
      `${at}.tokenGeneration`,
      notWhole(tokenGeneration, 1, 10_000),
      `must be a whole number from 1, got ${tokenGeneration}`,
    ],
    [
      `${at}.tokenGeneration`,
      mode === "pull" && more.tokenGeneration !== undefined,
      "means nothing to a member in pull mode: its agent has a certificate, which is renewed by itself",
    ],
    ...taints.flatMap(({ key, effect }, index): Limit[] => [
      [`${at}.taints[${index}].key`, !KEY.test(key), `must be a qualified name, got ${key}`],
      [
        `${at}.taints[${index}].key`,
        key.startsWith("cluster.karmada.io/"),
        `${key} is Karmada's own: it comes and goes with the cluster's health`,
      ],
      [
        `${at}.taints[${index}].effect`,
        !EFFECTS.includes(effect),
        `must be one of ${EFFECTS.join(", ")}, got ${effect}`,
      ],
    ]),
    ...kinds.flatMap(({ group, resources }, index): Limit[] => [
      [`${at}.kinds[${index}].resources`, resources.length === 0, "must name at least one kind"],
      [
        `${at}.kinds[${index}]`,
        group === "*" || resources.includes("*"),
        "must name kinds: a wildcard is every right on the cluster",
      ],
    ]),
  ];
}

function replicaLimits({ replicas = {}, host }: FederationArgs): readonly Limit[] {
  const { etcd = 3, apiServer = 2, controllers = 2 } = replicas;
  return [
    // an even number fails as early as the odd one below it (etcd FAQ)
    ["replicas.etcd", ![1, 3, 5].includes(etcd), `must be 1, 3 or 5, got ${etcd}`],
    ["replicas.etcd", host.site.environment === "prod" && etcd === 1, "must be 3 or 5 in prod"],
    ["replicas.apiServer", notWhole(apiServer, 1, 10), `must be 1 to 10, got ${apiServer}`],
    ["replicas.controllers", notWhole(controllers, 1, 10), `must be 1 to 10, got ${controllers}`],
  ];
}

function backupLimits({ backup, restoreFrom, host }: FederationArgs): readonly Limit[] {
  const { environment } = host.site;
  return [
    [
      "backup",
      backup === undefined && environment === "prod",
      "is required in prod: etcd holds what nothing else does",
    ],
    [
      "backup.schedule",
      !CRON.test(backup?.schedule ?? "17 * * * *"),
      `must be five fields of cron, got ${backup?.schedule ?? ""}`,
    ],
    ["restoreFrom", restoreFrom !== undefined && backup === undefined, "needs `backup`: that is where snapshots are"],
    [
      "restoreFrom",
      restoreFrom !== undefined && !SNAPSHOT.test(restoreFrom),
      `must be the name of a snapshot (….db), got ${restoreFrom ?? ""}`,
    ],
  ];
}
