import type { KubernetesCluster } from "../core/cluster.ts";
import type { Transform } from "../core/transform.ts";
import { type Limit, notWhole, validate } from "../core/validate.ts";
import { ADDONS, type AddonName, addonOf } from "./catalogue.ts";
import type { AddonsChildren } from "./native.ts";

export interface AddonsArgs {
  readonly cluster: KubernetesCluster;
  /** What is added. @default all that the cloud's service lacks */
  readonly only?: readonly AddonName[];
  /** How many of each controller there are. @default 2 in prod, 1 in dev */
  readonly replicas?: number;
  /** Registries that images may come from, as the start of their names. @default any */
  readonly trustedRegistries?: readonly string[];
  /** Namespaces in which pods may be stronger than the cluster's rules allow; `kube-system` is the cloud's own. @default [] */
  readonly exempt?: readonly string[];
  /** Changes to its objects. @default {} */
  readonly transform?: {
    readonly kubernetes?: { readonly [K in keyof AddonsChildren]?: Transform<AddonsChildren[K]> };
  };
}

/** `AddonsArgs` with every default applied and every limit checked. */
export interface AddonsSpec {
  readonly addons: readonly AddonName[];
  readonly replicas: number;
  readonly trustedRegistries: readonly string[];
  readonly exempt: readonly string[];
}

// what stands on another: KEDA's and Argo's own need nothing, certificates of gateways need their kinds
const STANDS_ON: { readonly [A in AddonName]?: readonly AddonName[] } = {
  "cert-manager": ["gateway-api"],
  "external-dns": ["gateway-api"],
};

export function resolveAddons(args: AddonsArgs): AddonsSpec {
  const { cluster, trustedRegistries = [], exempt = [] } = args;
  const { cloud, environment } = cluster.site;
  const { replicas = environment === "prod" ? 2 : 1 } = args;
  const lacking = ADDONS.filter((name) => !addonOf(name).builtIn?.includes(cloud));
  const addons = args.only ?? lacking;
  validate("invalid add-ons", [
    ...addons.flatMap((name, index): readonly Limit[] => {
      const path = `only[${index}]`;
      const known = ADDONS.includes(name);
      const missing = (known ? (STANDS_ON[name] ?? []) : []).filter((other) => !addons.includes(other));
      return [
        [path, !known, `must be one of ${ADDONS.join(", ")}, got ${name}`],
        [path, known && !lacking.includes(name), `${name} is part of the cluster on ${cloud}`],
        [path, addons.indexOf(name) < index, `${name} is there twice`],
        [path, missing.length > 0, `${name} needs ${missing.join(", ")}`],
      ];
    }),
    ["replicas", notWhole(replicas, 1, 5), `must be 1 to 5, got ${replicas}`],
    ...trustedRegistries.map(
      (registry, index): Limit => [
        `trustedRegistries[${index}]`,
        !/^[a-z0-9][a-z0-9./:_-]*\/$/.test(registry),
        `must be the start of an image's name and end with /, got ${registry}`,
      ],
    ),
    ["exempt", exempt.includes("default"), "must not have default: what names no namespace runs there"],
  ]);
  return { addons, replicas, trustedRegistries, exempt };
}
