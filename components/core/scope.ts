import type { ComponentResource, CustomResourceOptions } from "@pulumi/pulumi";
import { kebab } from "./name.ts";
import type { Cloud, Site, SiteOf } from "./site.ts";
import { applyTransform, type Transform } from "./transform.ts";

/** What a child is made of, ready to be spread into its constructor. */
export type Child<A> = [name: string, args: A, opts: CustomResourceOptions];
export interface ChildOptions extends CustomResourceOptions {
  /** Paths of properties that no transform may change. @default [] */
  readonly invariants?: readonly string[];
  /** Its loss hurts: it is protected where the site is. @default false */
  readonly lasting?: boolean;
}
/** Where a cloud file builds: the site, the name its children start with, and what makes them children. */
export interface Scope<C extends Cloud = Cloud, Children extends object = Record<string, object>> {
  readonly name: string;
  readonly site: SiteOf<C>;
  readonly opts: { readonly parent: ComponentResource };
  /** Name, arguments and options of a child, after the caller's transforms. */
  child<K extends keyof Children & string>(key: K, args: Children[K], opts?: ChildOptions): Child<Children[K]>;
}
/** The ways out that every component has. */
export interface EscapeHatches {
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

export function scopeOf(name: string, parent: ComponentResource, args: { readonly site: Site } & EscapeHatches) {
  const { site, allowDegraded = [] } = args;
  const transforms: Readonly<Record<string, unknown>> = { ...args.transform?.[site.cloud] };
  const escapes = Object.keys(args.native?.[site.cloud] ?? {}).map((key) => `native.${site.cloud}.${key}`);
  const scope: Scope = {
    name,
    site,
    opts: { parent },
    child: (key, childArgs, { invariants = [], lasting = false, ...more } = {}) => {
      const at = `transform.${site.cloud}.${key}`;
      const transform = transforms[key] as Transform<typeof childArgs> | undefined;
      if (transform !== undefined) escapes.push(at);
      const childName = `${name}-${kebab(key)}`;
      const opts = { parent, ...(lasting && site.protection && { protect: true }), ...more };
      return [childName, applyTransform(transform, [childName, childArgs, opts], invariants, at), opts];
    },
  };
  return { scope, portability: (): Portability => ({ degraded: allowDegraded, escapes }) };
}
