import type { Addons } from "../addons/index.ts";
import type { KubernetesCluster } from "../core/cluster.ts";
import type { Transform, Transforms } from "../core/transform.ts";
import type { ServiceMesh } from "../mesh/index.ts";
import type { Alerting } from "./alerting.ts";
import type { Held } from "./held.ts";
import type { Managed } from "./managed/args.ts";
import type { ManagedChildren } from "./managed/native.ts";
import type { ObservabilityChildren } from "./native.ts";

export interface ObservabilityArgs {
  /** What is watched. */
  readonly clusters: readonly KubernetesCluster[];
  /** The one of them that keeps everybody's metrics, raises alerts and shows dashboards. */
  readonly home: KubernetesCluster;
  /** What carries metrics and queries between clusters; one cluster alone needs none. @default none */
  readonly mesh?: ServiceMesh | undefined;
  /** The team that answers for what is kept, as a tag value. */
  readonly owner: string;
  /** How long things are kept. @default see `Retention` */
  readonly retention?: Retention;
  /** Which traces are kept. @default see `Sampling` */
  readonly sampling?: Sampling;
  /** Attributes that may carry personal data, beside those of redaction.ts. @default none */
  readonly redaction?: Redaction;
  /** What is read of machines. @default see `Machines` */
  readonly machines?: Machines;
  /** Who hears of what. */
  readonly alerts: Alerting;
  /** Grafana's first account: a secret with the keys `admin-user` and `admin-password`, or a `Secret` that is the password of `admin`. */
  readonly admin: Held;
  /** Home's add-ons: External Secrets copies what is given as a `Secret`. @default none */
  readonly addons?: Addons;
  /** How many of each collector there are. @default 2 in prod, 1 in dev */
  readonly replicas?: number;
  /** Where metrics are kept: in a Prometheus of your own on home, or in the service of home's cloud. @default { kind: "own" } */
  readonly metrics?: Own | Managed;
  /** Changes to its objects, in all clusters, and to the resources of the service that keeps metrics. @default {} */
  readonly transform?: Transforms<ManagedChildren> & {
    readonly kubernetes?: { readonly [K in keyof ObservabilityChildren]?: Transform<ObservabilityChildren[K]> };
  };
}

/** Metrics in Prometheus on home, each replica with all of them. */
export interface Own {
  readonly kind: "own";
  /** Room for them, on the disk of each replica. @default 50 */
  readonly roomGb?: number;
}

/** How long things are kept; nothing is left afterwards. */
export interface Retention {
  /** @default 90, and 540 where Azure Monitor keeps them, which takes no other number */
  readonly metricsDays?: number;
  /** @default the site's days for logs */
  readonly logsDays?: number;
  /** @default 14 */
  readonly tracesDays?: number;
}
/** Which traces are kept, decided when a trace has ended. */
export interface Sampling {
  /** Of all traces without an error, the part that is kept: 0 to 1. @default 0.1 */
  readonly traces?: number;
  /** Whether all traces with an error are kept. @default true */
  readonly keepErrors?: boolean;
}
/** What is read of machines beside their metrics. */
export interface Machines {
  /** What pods write to their output: files of the machine, for a root without capabilities. @default where the cloud keeps none: not on Google Cloud in prod */
  readonly podOutput?: boolean;
}
/** Attributes of spans and log records, by their full names. */
export interface Redaction {
  /** Taken away. @default [] */
  readonly drop?: readonly string[];
  /** Made a hash, so that what belongs together is still seen. @default [] */
  readonly hash?: readonly string[];
}
