import { type Limit, validate } from "../core/validate.ts";
import { type MeshPlan, ROOT_NAMESPACE } from "./plan.ts";
import { collectorNamespace, LABEL, type MeshSettings, portLimits } from "./settings.ts";

/** A workload, as others know it: by its service account. */
export interface Principal {
  readonly namespace: string;
  readonly serviceAccount: string;
}
/** Who may call whom. */
export interface Allowed {
  readonly from: readonly Principal[];
  /** Istio knows the called by labels; without, it is the whole namespace. */
  readonly to: { readonly namespace: string; readonly labels?: Readonly<Record<string, string>> };
  /** @default all */
  readonly ports?: readonly number[];
  /** Of HTTP; other calls are then turned away. @default all */
  readonly methods?: readonly string[];
  /** Of HTTP: `/orders/*`. @default all */
  readonly paths?: readonly string[];
  /** In which clusters. @default all */
  readonly clusters?: readonly string[];
}
/** Which namespaces see which others' services; a gateway's sees all. */
export type Sight = ReadonlyMap<string, readonly string[] | "all">;

/** What a namespace's proxies know: their own services, what holds for the whole mesh, where spans go, and others' services. */
export function hostsSeen(settings: MeshSettings, others: readonly string[] = []): string[] {
  const collector = collectorNamespace(settings);
  const spans = settings.telemetry && collector !== undefined ? [`${collector}/${settings.telemetry.service}`] : [];
  return ["./*", `${ROOT_NAMESPACE}/*`, ...spans, ...others.map((other) => `${other}/*`)];
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** The limits of a right to call. */
export function checkAllowed({ members }: MeshPlan, name: string, allowed: Allowed, sight: Sight): void {
  const { from, to, ports, methods = [], paths = [], clusters = [] } = allowed;
  const known = members.map((member) => member.name);
  validate(`invalid right to call ${name}`, [
    ["name", !LABEL.test(name), `must be a DNS label, got ${name}`],
    ["from", from.length === 0, "must name somebody: a rule without would let everybody in"],
    ...from.flatMap((principal, index) => principalLimits(principal, `from[${index}]`, to.namespace, sight)),
    ["to.namespace", !LABEL.test(to.namespace), `must be a namespace, got ${to.namespace}`],
    ...(ports === undefined ? [] : portLimits("ports", ports)),
    ...methods.map(
      (method): Limit => ["methods", !METHODS.includes(method), `must be of ${METHODS.join(", ")}, got ${method}`],
    ),
    ...paths.map((path): Limit => ["paths", !path.startsWith("/") && path !== "*", `must begin with /, got ${path}`]),
    ...clusters.map((cluster): Limit => ["clusters", !known.includes(cluster), `${cluster} is none of the mesh's`]),
  ]);
}

function principalLimits({ namespace, serviceAccount }: Principal, at: string, to: string, sight: Sight): Limit[] {
  const seen = sight.get(namespace) ?? [];
  return [
    [`${at}.namespace`, !LABEL.test(namespace), `must be a namespace, got ${namespace}`],
    [`${at}.serviceAccount`, !LABEL.test(serviceAccount), `must be a service account, got ${serviceAccount}`],
    [
      `${at}.serviceAccount`,
      serviceAccount === "default",
      "is every workload's that has no account of its own: give the caller one",
    ],
    [
      `${at}.namespace`,
      namespace !== to && seen !== "all" && !seen.includes(to),
      `does not see ${to}, so that its calls would find nobody: say so with sees() first`,
    ],
  ];
}

/** What a policy says for a right to call. */
export function allowedSpec({ settings }: MeshPlan, { from, to, ports, methods, paths }: Allowed) {
  const principals = from.map(
    ({ namespace, serviceAccount }) => `${settings.trustDomain}/ns/${namespace}/sa/${serviceAccount}`,
  );
  const operation = {
    ...(ports && { ports: ports.map(String) }),
    ...(methods && { methods: [...methods] }),
    ...(paths && { paths: [...paths] }),
  };
  return {
    action: "ALLOW" as const,
    ...(to.labels && { selector: { matchLabels: { ...to.labels } } }),
    rules: [{ from: [{ source: { principals } }], ...(Object.keys(operation).length > 0 && { to: [{ operation }] }) }],
  };
}
