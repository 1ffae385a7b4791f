import type { ComponentResource, CustomResourceOptions } from "@pulumi/pulumi";
import { kebab } from "./name.ts";
import type { Cloud, Site, SiteOf } from "./site.ts";
import type { Criticality } from "./tags.ts";
import { applyTransform, type Transform } from "./transform.ts";

/** What a child is made of, ready to be spread into its constructor. */
export type Child<A> = [name: string, args: A, opts: CustomResourceOptions];
/** What a cloud file says of a child, beside its arguments. */
export interface ChildOptions extends CustomResourceOptions {
  /** Paths of properties that no transform may change. @default [] */
  readonly invariants?: readonly string[];
  /** Its loss hurts: it is protected where the site is. @default false */
  readonly lasting?: boolean;
  /** Which one it is, where a component has several of a kind. @default none */
  readonly of?: string;
}
/** Where a cloud file builds: the site, the name its children start with, and what makes them children. */
export interface Scope<C extends Cloud = Cloud, Children extends object = Record<string, object>> {
  readonly name: string;
  readonly site: SiteOf<C>;
  readonly opts: { readonly parent: ComponentResource };
  /** Whether things whose loss hurts refuse to be deleted here. */
  readonly protection: boolean;
  /** Name, arguments and options of a child, after the caller's transforms. */
  child<K extends keyof Children & string>(key: K, args: Children[K], opts?: ChildOptions): Child<Children[K]>;
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
export function scopeOf(name: string, parent: ComponentResource, args: ComponentArgs) {
  const { site, allowDegraded = [] } = args;
  const protection = site.protection && args.criticality !== "low";
  const transforms: Readonly<Record<string, unknown>> = { ...args.transform?.[site.cloud] };
  const escapes = Object.keys(args.native?.[site.cloud] ?? {}).map((key) => `native.${site.cloud}.${key}`);
  const scope: Scope = {
    name,
    site,
    opts: { parent },
    protection,
    child: (key, childArgs, { invariants = [], lasting = false, of, ...more } = {}) => {
      const at = `transform.${site.cloud}.${key}`;
      const transform = transforms[key] as Transform<typeof childArgs> | undefined;
      if (transform !== undefined) escapes.push(at);
      const childName = [name, kebab(key), ...(of === undefined ? [] : [of])].join("-");
      const opts = { parent, ...(lasting && protection && { protect: true }), ...more };
      return [childName, applyTransform(transform, [childName, childArgs, opts], invariants, at), opts];
    },
  };
  return { scope, portability: (): Portability => ({ degraded: allowDegraded, escapes }) };
}
