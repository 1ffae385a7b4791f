import { isDnsLabel } from "../core/dns-label.ts";
import { type Limit, validate } from "../core/validate.ts";
import type { Tenant, TenantNamespace } from "./args.ts";
import { KIND_SETS } from "./kinds.ts";
import { groupReason, isGroup, RESERVED } from "./limits.ts";
import { type GitOpsPlan, placeName } from "./planned.ts";
import { ROLES } from "./rights.ts";

// relative, and inside the repository
const PATH = /^(?!.*\.\.)[\w-][\w./-]*[\w-]$|^[\w-]$/;
// what git check-ref-format lets through, and no more than that
const REVISION = /^(?!.*\.\.)[\w][\w./-]*$/;

/** Throws once, with everything that is wrong with a tenant of a GitOps. */
export function checkTenant(name: string, tenant: Tenant, plan: GitOpsPlan, taken: ReadonlyMap<string, string>): void {
  const { source, namespaces, clusters, kinds } = tenant;
  const known = plan.destinations.map((destination) => destination.name);
  const chosen = clusters ?? known;
  const repositories = plan.repositories.map((repository) => repository.name);
  validate(`invalid tenant ${name}`, [
    ["name", RESERVED.includes(name), `${name} is nobody's`],
    ["name", [...taken.values()].includes(name), `${name} is there already`],
    [
      "source.repository",
      !repositories.includes(source.repository),
      `must be one of ${repositories.join(", ")}, got ${source.repository}`,
    ],
    ["source.path", !PATH.test(source.path ?? "a"), `must be a folder of the repository, got ${source.path ?? ""}`],
    [
      "source.revision",
      !REVISION.test(source.revision ?? "main"),
      `must be a branch, tag or commit, got ${source.revision ?? ""}`,
    ],
    ["clusters", clusters?.length === 0, "must name at least one cluster"],
    ...once("clusters", chosen),
    ...chosen.map(
      (cluster, index): Limit => [
        `clusters[${index}]`,
        !known.includes(cluster),
        `must be one of ${known.join(", ")}, got ${cluster}`,
      ],
    ),
    ["namespaces", namespaces.length === 0, "must name at least one namespace"],
    ...once(
      "namespaces",
      namespaces.map((namespace) => namespace.name),
    ),
    ...namespaces.flatMap((namespace, index) => namespaceLimits(`namespaces[${index}]`, namespace, chosen, taken)),
    ["kinds", kinds?.length === 0, "must name at least one set of kinds"],
    ...once("kinds", kinds ?? []),
    ...(kinds ?? []).map(
      (set, index): Limit => [
        `kinds[${index}]`,
        !KIND_SETS.includes(set),
        `must be one of ${KIND_SETS.join(", ")}, got ${set}`,
      ],
    ),
    ...ROLES.flatMap((role): Limit[] => {
      const group = tenant.groups[role];
      const names = Object.entries({ name: group.name, ...prefixed(group.kubernetes) });
      return names.map(([at, value]) => [`groups.${role}.${at}`, !isGroup(value), groupReason(value)]);
    }),
  ]);
}

function namespaceLimits(
  at: string,
  { name }: TenantNamespace,
  clusters: readonly string[],
  taken: ReadonlyMap<string, string>,
): readonly Limit[] {
  return [
    [`${at}.name`, !isDnsLabel(name), `must be a DNS label of at most 63 characters, got ${name}`],
    [`${at}.name`, RESERVED.includes(name) || name.startsWith("kube-"), `${name} is not a tenant's`],
    ...clusters.map((cluster): Limit => {
      const owner = taken.get(placeName(cluster, name));
      return [`${at}.name`, owner !== undefined, `${name} on ${cluster} is ${owner ?? ""}'s`];
    }),
  ];
}

function once(path: string, names: readonly string[]): readonly Limit[] {
  return names.map((name, index) => [`${path}[${index}]`, names.indexOf(name) < index, `${name} is there twice`]);
}

function prefixed(names: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([cloud, name]) => (name === undefined ? [] : [[`kubernetes.${cloud}`, name]])),
  );
}
