import { parseCidr } from "cidr-tools";
import type { KubernetesCluster } from "../core/cluster.ts";
import { isDnsLabel } from "../core/dns-label.ts";
import type { Cloud } from "../core/site.ts";
import type { Transform } from "../core/transform.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import type { NamespaceChildren } from "./native.ts";

export interface NamespaceArgs {
  readonly cluster: KubernetesCluster;
  /** What the cluster calls it. @default the component's name */
  readonly name?: string;
  /** The Pod Security Standard that its pods must keep; who needs none says why. @default "restricted" */
  readonly podSecurity?: "restricted" | "baseline" | { readonly privileged: string };
  /** The most that all its pods together may ask for. @default { cpus: 20, memoryGb: 40, pods: 100 } */
  readonly quota?: Quota;
  /** What its pods may reach outside the namespace, beside names. @default [] */
  readonly egress?: readonly Egress[];
  /** Who may reach its pods from outside the namespace. @default [] */
  readonly ingress?: readonly Ingress[];
  /** Whether its pods belong to the service mesh. @default false */
  readonly mesh?: boolean;
  /** More labels. @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** Changes to its objects. @default {} */
  readonly transform?: {
    readonly kubernetes?: { readonly [K in keyof NamespaceChildren]?: Transform<NamespaceChildren[K]> };
  };
}

/** The most that the pods of a namespace may ask for. */
export interface Quota {
  readonly cpus: number;
  readonly memoryGb: number;
  readonly pods: number;
}
/** What pods may reach: a namespace, a range of addresses, the cluster's own `apiServer`, or `tokens`, where its cloud gives pods theirs. */
export type Egress =
  | { readonly namespace: string; readonly ports: readonly number[] }
  | { readonly cidr: string; readonly except?: readonly string[]; readonly ports: readonly number[] }
  | "apiServer"
  | "tokens";
type Way = Exclude<Egress, string>;
/** Who may reach pods: a namespace, or a range of addresses. */
export type Ingress =
  | { readonly namespace: string; readonly ports: readonly number[] }
  | { readonly cidr: string; readonly ports: readonly number[] };

/** `NamespaceArgs` with every default applied and every limit checked. */
export interface NamespaceSpec {
  readonly name: string;
  readonly podSecurity: "restricted" | "baseline" | "privileged";
  /** Why its pods keep no standard. */
  readonly reason: string | undefined;
  readonly quota: Quota;
  readonly egress: readonly Way[];
  /** The cloud that gives its pods tokens; absent where they need none. */
  readonly tokensOf?: Cloud;
  readonly ingress: readonly Ingress[];
  readonly labels: Readonly<Record<string, string>>;
}

const RESERVED = /^(kube-|default$)/;

function securityLimits(podSecurity: NonNullable<NamespaceArgs["podSecurity"]>): readonly Limit[] {
  if (typeof podSecurity === "object") {
    const { privileged } = podSecurity;
    return [["podSecurity.privileged", privileged.trim().split(/\s+/).length < 4, `must say why, got ${privileged}`]];
  }
  const known = ["restricted", "baseline"].includes(podSecurity);
  return [["podSecurity", !known, `must be restricted, baseline or { privileged: <why> }, got ${podSecurity}`]];
}

export function resolveNamespace(logicalName: string, args: NamespaceArgs): NamespaceSpec {
  const { cluster, name = logicalName, podSecurity = "restricted", egress = [], ingress = [], labels = {} } = args;
  const { quota = { cpus: 20, memoryGb: 40, pods: 100 }, mesh = false } = args;
  validate(`invalid namespace ${name}`, [
    ["name", !isDnsLabel(name), `must be a DNS label of at most 63 characters, got ${name}`],
    ["name", RESERVED.test(name), `${name} is the cluster's own`],
    ...securityLimits(podSecurity),
    ["quota.cpus", notWhole(quota.cpus, 1, 10_000), `must be 1 to 10000, got ${quota.cpus}`],
    ["quota.memoryGb", notWhole(quota.memoryGb, 1, 100_000), `must be 1 to 100000, got ${quota.memoryGb}`],
    ["quota.pods", notWhole(quota.pods, 1, 10_000), `must be 1 to 10000, got ${quota.pods}`],
    ...egress.flatMap((way, index) => wayLimits(`egress[${index}]`, way)),
    ...ingress.flatMap((way, index) => wayLimits(`ingress[${index}]`, way)),
    ...Object.keys(labels).map(
      (key): Limit => [
        `labels.${key}`,
        /^(pod-security\.kubernetes\.io|istio)/.test(key),
        "is decided by podSecurity and mesh",
      ],
    ),
  ]);
  return {
    name,
    podSecurity: typeof podSecurity === "object" ? "privileged" : podSecurity,
    reason: typeof podSecurity === "object" ? podSecurity.privileged : undefined,
    quota,
    // the API server is reached by its cluster address, and behind it where the control plane lies
    egress: egress
      .filter((way) => way !== "tokens")
      .flatMap((way) => (way === "apiServer" ? apiServer(cluster) : [way])),
    ...(egress.includes("tokens") && { tokensOf: cluster.site.cloud }),
    ingress,
    labels: { ...labels, ...(mesh && { "istio-injection": "enabled" }) },
  };
}

function apiServer({ network }: KubernetesCluster): readonly Way[] {
  const { controlPlane, services } = network.allocation;
  return [controlPlane, services].map((cidr) => ({ cidr, ports: [443, 6443] }));
}

function wayLimits(path: string, way: Egress | Ingress): readonly Limit[] {
  if (typeof way === "string") return [];
  const { ports } = way;
  return [
    [`${path}.ports`, ports.length === 0, "must name at least one port"],
    ...ports.map(
      (port, index): Limit => [`${path}.ports[${index}]`, notWhole(port, 1, 65_535), `must be 1 to 65535, got ${port}`],
    ),
    ...("cidr" in way ? [[`${path}.cidr`, !isRange(way.cidr), `must be a CIDR range, got ${way.cidr}`] as const] : []),
  ];
}

function isRange(range: string): boolean {
  try {
    return parseCidr(range).prefixPresent;
  } catch {
    return false;
  }
}
