import type { Addons } from "../addons/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import { isTagValue } from "../core/tags.ts";
import { type Limit, notWhole, outside, validate } from "../core/validate.ts";
import type { ServiceMesh } from "../mesh/index.ts";
import { type Alerting, alertingLimits } from "./alerting.ts";
import type { ObservabilityArgs, Own, Redaction, Retention, Sampling } from "./args.ts";
import { type Held, heldLimits } from "./held.ts";
import { type Managed, managedLimits, SERVICES } from "./managed/args.ts";
import { ATTRIBUTES } from "./redaction.ts";

/** The namespace of all of it, on every cluster. */
export const NAMESPACE = "observability";
/** The namespace of what reads machines, whose pods may read files of theirs. */
export const MACHINES = "machines";

// three months show what the last quarter was like
const DAYS = 90;

/** What is watched and what becomes of it. */
export interface ObservabilityPlan {
  readonly clusters: readonly KubernetesCluster[];
  readonly home: KubernetesCluster;
  readonly mesh: ServiceMesh | undefined;
  readonly owner: string;
  readonly retention: Required<Omit<Retention, "logsDays">>;
  /** By cluster: a site may have days of its own. */
  readonly logsDays: ReadonlyMap<string, number>;
  /** Clusters where what pods write to their output is read from the machines. */
  readonly podOutput: ReadonlySet<string>;
  readonly sampling: Required<Sampling>;
  readonly redaction: Required<Redaction>;
  readonly alerts: Alerting;
  readonly admin: Held;
  readonly addons: Addons | undefined;
  readonly replicas: number;
  readonly metrics: Required<Own> | Managed;
}

// what is kept twice is paid for twice: clusters of prod send it to Cloud Logging
function keepsOutput({ site }: KubernetesCluster): boolean {
  return site.cloud === "gcp" && site.environment === "prod";
}

/** The replicas of our own Prometheus: each is sent everything and answers for all, so that one may be lost. */
export function copiesOf({
  metrics,
  replicas,
}: ObservabilityPlan): readonly { name: string; url: string; pod: string }[] {
  if (metrics.kind === "managed") return [];
  // a third would hold the same once more
  return Array.from({ length: Math.min(replicas, 2) }, (_, index) => {
    const name = `metrics-${index}`;
    // as the operator calls the pods of the Prometheus `metrics`
    return { name, url: `http://${name}.${NAMESPACE}.svc.cluster.local:9090`, pod: `prometheus-${name}` };
  });
}

export function planObservability(args: ObservabilityArgs): ObservabilityPlan {
  const { clusters, home, mesh, owner, retention = {}, alerts, admin, addons } = args;
  const { replicas = home.site.environment === "prod" ? 2 : 1, metrics = { kind: "own" } } = args;
  const [least] = metrics.kind === "managed" ? SERVICES[home.site.cloud].days : [DAYS];
  const plan: ObservabilityPlan = {
    clusters,
    home,
    mesh,
    owner,
    retention: { metricsDays: Math.max(least, DAYS), tracesDays: 14, ...retention },
    logsDays: new Map(clusters.map(({ name, site }) => [name, retention.logsDays ?? site.logRetentionDays])),
    podOutput: new Set(clusters.filter((one) => args.machines?.podOutput ?? !keepsOutput(one)).map(({ name }) => name)),
    sampling: { traces: 0.1, keepErrors: true, ...args.sampling },
    redaction: { drop: [], hash: [], ...args.redaction },
    alerts,
    admin,
    addons,
    replicas,
    metrics: metrics.kind === "own" ? { roomGb: 50, ...metrics } : metrics,
  };
  validate("invalid observability", [
    ...placeLimits(plan),
    ...metricsLimits(plan),
    ...keptLimits(plan),
    ...heldLimits("admin", admin, plan),
    ...alerts.receivers.flatMap((one, index) =>
      "secret" in one ? heldLimits(`alerts.receivers[${index}].secret`, one.secret, plan) : [],
    ),
    ...alertingLimits(alerts, metrics.kind === "managed" ? SERVICES[home.site.cloud].addressOnly : undefined),
  ]);
  return plan;
}

function metricsLimits(plan: ObservabilityPlan): readonly Limit[] {
  const { metrics, retention } = plan;
  const { metricsDays } = retention;
  if (metrics.kind === "managed") return managedLimits(plan, metrics, metricsDays);
  return [
    [
      "retention.metricsDays",
      notWhole(metricsDays, 1, 400),
      `must be 1 to 400 (they lie on a volume), got ${metricsDays}`,
    ],
    // a claim of Kubernetes says no most; disks of the clouds end at 16 TiB and later
    ["metrics.roomGb", notWhole(metrics.roomGb, 10, 16_384), `must be 10 to 16384, got ${metrics.roomGb}`],
  ];
}

function placeLimits({ clusters, home, mesh, replicas }: ObservabilityPlan): readonly Limit[] {
  const names = clusters.map(({ name }) => name);
  const joined = mesh?.plan.members.map(({ name }) => name) ?? [];
  return [
    ["clusters", clusters.length === 0, "must have at least one"],
    ...clusters.flatMap(({ name, site }, index): readonly Limit[] => [
      [`clusters[${index}]`, names.indexOf(name) < index, `${name} is there twice`],
      [
        `clusters[${index}]`,
        site.residency !== home.site.residency,
        `keeps its data in ${site.residency}, and ${home.name}, where metrics go, in ${home.site.residency}`,
      ],
      [`clusters[${index}]`, mesh !== undefined && !joined.includes(name), `${name} is none of the mesh's`],
    ]),
    ["home", !names.includes(home.name), `must be one of clusters (${names.join(", ")}), got ${home.name}`],
    [
      "mesh",
      clusters.length > 1 && mesh === undefined,
      "is needed where there are several clusters: nothing leaves one unencrypted",
    ],
    ...joined
      .filter((name) => mesh !== undefined && !names.includes(name))
      .map(
        (name): Limit => ["mesh", true, `has ${name} too, which is none of clusters: its rules hold in all of a mesh`],
      ),
    ["replicas", notWhole(replicas, 1, 10), `must be 1 to 10, got ${replicas}`],
  ];
}

function keptLimits({ owner, retention, logsDays, sampling, redaction }: ObservabilityPlan): readonly Limit[] {
  const { tracesDays } = retention;
  const attributes = [...redaction.drop, ...redaction.hash];
  return [
    ["owner", !isTagValue(owner), `must be a tag value ([a-z0-9_-], 1 to 63), got ${owner}`],
    // logs and traces may name people: storage limitation (GDPR art. 5) wants an end within sight
    ...[...new Set(logsDays.values())].map(
      (days): Limit => ["retention.logsDays", notWhole(days, 1, 400), `must be 1 to 400, got ${days}`],
    ),
    ["retention.tracesDays", notWhole(tracesDays, 1, 90), `must be 1 to 90, got ${tracesDays}`],
    ["sampling.traces", outside(sampling.traces, 0, 1), `must be 0 to 1, got ${sampling.traces}`],
    ...attributes.map(
      (name): Limit => ["redaction", !/^[a-z][\w.-]*$/.test(name), `must be full names of attributes, got ${name}`],
    ),
    ...redaction.drop.map(
      (name, index): Limit => [
        `redaction.drop[${index}]`,
        redaction.hash.includes(name),
        `${name} is to be hashed too`,
      ],
    ),
    ...redaction.hash.map(
      (name, index): Limit => [`redaction.hash[${index}]`, ATTRIBUTES[name] === "drop", `${name} is dropped already`],
    ),
  ];
}
