import type { ComponentResource, ProviderResource } from "@pulumi/pulumi";
import { childrenOf, type ParentScope } from "./children.ts";
import type { KubernetesCluster } from "./cluster.ts";
import type { Cloud, Site, SiteOf } from "./site.ts";
import type { Criticality } from "./tags.ts";

/** Where a cloud file builds: the site, the name its children start with, and what makes them children. */
export interface Scope<C extends Cloud = Cloud, Children extends object = Record<string, object>>
  extends ParentScope<Children> {
  readonly name: string;
  readonly site: SiteOf<C>;
  readonly opts: { readonly parent: ComponentResource; readonly provider?: ProviderResource };
  /** Whether things whose loss hurts refuse to be deleted here. */
  readonly protection: boolean;
}
/** The arguments that every component has. */
export interface ComponentArgs {
  readonly site: Site;
  /** @default "standard" in prod, "low" in dev */
  readonly criticality?: Criticality;
  /** @default {} */
  readonly native?: { readonly [C in Cloud]?: object };
  /** @default {} */
  readonly transform?: { readonly [C in Cloud]?: object };
  /** @default [] */
  readonly allowDegraded?: readonly string[];
}
/** How far a component leaves what all clouds share: read by reports from the component's outputs. */
export interface Portability {
  readonly degraded: readonly string[];
  readonly escapes: readonly string[];
}

/** The scope of a component, and afterwards how far it left what all clouds share. */
export function scopeOf(
  name: string,
  parent: ComponentResource,
  args: ComponentArgs,
  /** The provider, where the parent has none of its own. */
  more: { readonly provider?: ProviderResource } = {},
) {
  const { site, allowDegraded = [] } = args;
  const protection = site.protection && args.criticality !== "low";
  const native = Object.keys(args.native?.[site.cloud] ?? {}).map((key) => `native.${site.cloud}.${key}`);
  const at = `transform.${site.cloud}`;
  const { child, changed } = childrenOf({
    name,
    parent,
    protection,
    transforms: { ...args.transform?.[site.cloud] },
    at,
    opts: more,
  });
  const scope: Scope = { name, site, opts: { parent, ...more }, protection, child };
  return { scope, portability: (): Portability => ({ degraded: allowDegraded, escapes: [...native, ...changed] }) };
}

/** Where a Kubernetes file builds: the cluster, and what makes its objects children. */
export interface ClusterScope<Children extends object = Record<string, object>> extends ParentScope<Children> {
  readonly name: string;
  readonly cluster: KubernetesCluster;
  readonly opts: { readonly parent: ComponentResource; readonly provider: KubernetesCluster["provider"] };
}

/** The scope of what a component declares on a cluster; `transforms` are those of `transform.kubernetes`. */
export function clusterScope<Children extends { [K in keyof Children]: object } = Record<string, object>>(
  name: string,
  parent: ComponentResource,
  cluster: KubernetesCluster,
  transforms: object = {},
) {
  const { provider, site } = cluster;
  const { child, changed } = childrenOf({
    name,
    parent,
    protection: site.protection,
    transforms: { ...transforms },
    at: "transform.kubernetes",
    opts: { provider },
  });
  const scope: ClusterScope<Children> = { name, cluster, opts: { parent, provider }, child };
  return { scope, changed };
}
