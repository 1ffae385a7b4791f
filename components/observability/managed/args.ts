import type { KubernetesCluster } from "../../core/cluster.ts";
import type { EncryptionKey } from "../../core/encryption.ts";
import { sameAccount } from "../../core/name.ts";
import type { Cloud, Site } from "../../core/site.ts";
import type { Tags } from "../../core/tags.ts";
import type { Transforms } from "../../core/transform.ts";
import type { Limit } from "../../core/validate.ts";
import type { Issuer } from "../../identity/index.ts";
import type { Alerting } from "../alerting.ts";
import type { ManagedChildren } from "./native.ts";

/** Metrics in the service of home's cloud, which keeps them, asks the rules of them and tells people. */
export interface Managed {
  readonly kind: "managed";
  /** What they are encrypted with; AWS takes a key of yours. @default "provider" */
  readonly encryption?: "provider" | { readonly key: EncryptionKey };
  /** Who signs the tokens of clusters in other accounts, as home's account believes them. @default made here */
  readonly issuers?: readonly Issuer[];
}

/** What the service is to be; its limits are checked with those of the whole. */
export interface ManagedArgs {
  readonly site: Site;
  readonly retentionDays: number;
  readonly alerts: Alerting;
  readonly key: EncryptionKey | undefined;
  readonly tags: Tags;
  readonly transform?: Transforms<ManagedChildren> | undefined;
}
export type ManagedSpec = Omit<ManagedArgs, "site" | "transform">;
/** What an identity can be allowed to do with metrics. */
export type ManagedRight = "read" | "write";

/** What the service of a cloud takes. */
interface Service {
  /** Why there is none, where there is none. */
  readonly refused?: string;
  /** Between which days they can be kept; one number alone where nobody can say. */
  readonly days: readonly [min: number, max: number];
  /** Why a key of one's own is not taken, where it is not. */
  readonly noKey?: string;
  /** Why whoever hears of alerts must have an address. */
  readonly addressOnly: string;
}
const KEEP = "have home on AWS or Azure, or keep metrics of kind own";
export const SERVICES: { readonly [C in Cloud]: Service } = {
  aws: {
    // WorkspaceConfiguration of its API
    days: [1, 1095],
    addressOnly:
      "the alert manager of Amazon Managed Service for Prometheus sends by SNS (its user guide, alert receiver)",
  },
  gcp: {
    refused: `is not for home on Google Cloud: Managed Service for Prometheus takes no remote write that the operator's agents can sign (its kind signs for AWS and Azure only), and its rules are asked by a program in your cluster, not by the service; ${KEEP}`,
    days: [1, 400],
    addressOnly: "",
  },
  azure: {
    // 18 months, which cannot be changed (Azure Monitor, service limits)
    days: [540, 540],
    noKey: "is not for Azure: a workspace of Azure Monitor is encrypted with Microsoft's keys only",
    addressOnly: "an action group shows the addresses of webhooks to whoever may read it",
  },
};

/** Whether an issuer signs the tokens of a cluster. */
export function speaksFor({ of }: Issuer, cluster: KubernetesCluster): boolean {
  return typeof of === "object" && "cluster" in of && of.cluster === cluster;
}

/** What is wrong with metrics in the service of home's cloud. */
export function managedLimits(
  { home: { site }, clusters }: { readonly home: KubernetesCluster; readonly clusters: readonly KubernetesCluster[] },
  { encryption = "provider", issuers = [] }: Managed,
  days: number,
): readonly Limit[] {
  const { refused, days: taken, noKey } = SERVICES[site.cloud];
  const [min, max] = taken;
  const key = encryption === "provider" ? undefined : encryption.key;
  if (refused !== undefined) return [["metrics.kind", true, refused]];
  return [
    [
      "retention.metricsDays",
      days < min || days > max,
      `must be ${min === max ? `left out or ${min}: Azure Monitor keeps metrics for 18 months` : `${min} to ${max}`}, got ${days}`,
    ],
    ["metrics.encryption.key", key !== undefined && noKey !== undefined, noKey ?? ""],
    [
      "metrics.encryption.key",
      key !== undefined && noKey === undefined && key.cloud !== site.cloud,
      `is a key on ${key?.cloud}, and metrics are kept on ${site.cloud}`,
    ],
    ...issuers.flatMap((issuer, index): readonly Limit[] => [
      [
        `metrics.issuers[${index}]`,
        !clusters.some((cluster) => speaksFor(issuer, cluster)),
        `${issuer.logicalName} signs for none of clusters`,
      ],
      [
        `metrics.issuers[${index}]`,
        !sameAccount(issuer.site, site),
        `${issuer.logicalName} must be made in home's account, which is to believe it`,
      ],
    ]),
  ];
}
